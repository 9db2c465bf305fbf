package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Fields.rd;
import static splitvisor.cpu.isa.Fields.rn;
import static splitvisor.cpu.isa.Lanes.across;
import static splitvisor.cpu.isa.Lanes.checkAccess;
import static splitvisor.cpu.isa.Lanes.mask;
import static splitvisor.cpu.isa.Lanes.pairwise;
import static splitvisor.cpu.isa.Lanes.same;
import static splitvisor.cpu.isa.Lanes.size;
import static splitvisor.cpu.isa.Lanes.write;

import splitvisor.cpu.Cpu;

/// Advanced SIMD integer arithmetic and comparison of lanes of one width (Arm ARM C4.1.96, "three same", "across
/// lanes"): the meaning of the rows of [Chapter#SIMD_INTEGER].
public final class SimdInteger {

    private static final LaneOperation HALVING_ADD = (_, _, n, m, _) -> n + m >> 1;
    private static final LaneOperation ROUNDING_HALVING_ADD = (_, _, n, m, _) -> n + m + 1 >> 1;
    private static final LaneOperation HALVING_SUBTRACT = (_, _, n, m, _) -> n - m >> 1;
    private static final LaneOperation SATURATING_ADD = (cpu, _, n, m, bits) -> Saturation.addSigned(cpu, n, m, bits);
    private static final LaneOperation SATURATING_ADD_UNSIGNED = (cpu, _, n, m, bits) ->
            Saturation.addUnsigned(cpu, n, m, bits);
    private static final LaneOperation SATURATING_SUBTRACT = (cpu, _, n, m, bits) ->
            Saturation.subtractSigned(cpu, n, m, bits);
    private static final LaneOperation SATURATING_SUBTRACT_UNSIGNED = (cpu, _, n, m, _) ->
            Saturation.subtractUnsigned(cpu, n, m);
    private static final LaneOperation GREATER = (_, _, n, m, _) -> n > m ? -1 : 0;
    private static final LaneOperation GREATER_OR_EQUAL = (_, _, n, m, _) -> n >= m ? -1 : 0;
    private static final LaneOperation HIGHER = (_, _, n, m, _) -> Long.compareUnsigned(n, m) > 0 ? -1 : 0;
    private static final LaneOperation HIGHER_OR_SAME = (_, _, n, m, _) -> Long.compareUnsigned(n, m) >= 0 ? -1 : 0;
    private static final LaneOperation EQUAL = (_, _, n, m, _) -> n == m ? -1 : 0;
    private static final LaneOperation TEST = (_, _, n, m, _) -> (n & m) != 0 ? -1 : 0;
    private static final LaneOperation MAXIMUM = (_, _, n, m, _) -> Math.max(n, m);
    private static final LaneOperation MINIMUM = (_, _, n, m, _) -> Math.min(n, m);
    private static final LaneOperation DIFFERENCE = (_, _, n, m, _) -> Math.abs(n - m);
    private static final LaneOperation ACCUMULATED_DIFFERENCE = (_, d, n, m, _) -> d + Math.abs(n - m);
    private static final LaneOperation ADD = (_, _, n, m, _) -> n + m;
    private static final LaneOperation SUBTRACT = (_, _, n, m, _) -> n - m;
    private static final LaneOperation UNSIGNED_SUM = (cpu, d, n, _, bits) ->
            Saturation.accumulateUnsigned(cpu, d, n, bits);
    private static final LaneOperation SIGNED_SUM = (cpu, d, n, _, bits) ->
            Saturation.accumulateSigned(cpu, d, n, bits);

    private SimdInteger() {}

    // ---- Additions and subtractions

    public static void ADD_VEC(Cpu cpu, int insn) {
        same(cpu, insn, false, ADD);
    }

    public static void SUB_VEC(Cpu cpu, int insn) {
        same(cpu, insn, false, SUBTRACT);
    }

    public static void SHADD(Cpu cpu, int insn) {
        same(cpu, insn, true, HALVING_ADD);
    }

    public static void UHADD(Cpu cpu, int insn) {
        same(cpu, insn, false, HALVING_ADD);
    }

    public static void SRHADD(Cpu cpu, int insn) {
        same(cpu, insn, true, ROUNDING_HALVING_ADD);
    }

    public static void URHADD(Cpu cpu, int insn) {
        same(cpu, insn, false, ROUNDING_HALVING_ADD);
    }

    public static void SHSUB(Cpu cpu, int insn) {
        same(cpu, insn, true, HALVING_SUBTRACT);
    }

    public static void UHSUB(Cpu cpu, int insn) {
        same(cpu, insn, false, HALVING_SUBTRACT);
    }

    public static void SQADD(Cpu cpu, int insn) {
        same(cpu, insn, true, SATURATING_ADD);
    }

    public static void UQADD(Cpu cpu, int insn) {
        same(cpu, insn, false, SATURATING_ADD_UNSIGNED);
    }

    public static void SQSUB(Cpu cpu, int insn) {
        same(cpu, insn, true, SATURATING_SUBTRACT);
    }

    public static void UQSUB(Cpu cpu, int insn) {
        same(cpu, insn, false, SATURATING_SUBTRACT_UNSIGNED);
    }

    public static void SUQADD(Cpu cpu, int insn) {
        same(cpu, insn, true, UNSIGNED_SUM);
    }

    public static void USQADD(Cpu cpu, int insn) {
        same(cpu, insn, true, SIGNED_SUM);
    }

    // ---- Comparisons

    public static void CMGT_REG(Cpu cpu, int insn) {
        same(cpu, insn, true, GREATER);
    }

    public static void CMGE_REG(Cpu cpu, int insn) {
        same(cpu, insn, true, GREATER_OR_EQUAL);
    }

    public static void CMHI(Cpu cpu, int insn) {
        same(cpu, insn, false, HIGHER);
    }

    public static void CMHS(Cpu cpu, int insn) {
        same(cpu, insn, false, HIGHER_OR_SAME);
    }

    public static void CMEQ_REG(Cpu cpu, int insn) {
        same(cpu, insn, false, EQUAL);
    }

    public static void CMTST(Cpu cpu, int insn) {
        same(cpu, insn, false, TEST);
    }

    // ---- Maximum, minimum and absolute difference

    public static void SMAX(Cpu cpu, int insn) {
        same(cpu, insn, true, MAXIMUM);
    }

    public static void UMAX(Cpu cpu, int insn) {
        same(cpu, insn, false, MAXIMUM);
    }

    public static void SMIN(Cpu cpu, int insn) {
        same(cpu, insn, true, MINIMUM);
    }

    public static void UMIN(Cpu cpu, int insn) {
        same(cpu, insn, false, MINIMUM);
    }

    public static void SABD(Cpu cpu, int insn) {
        same(cpu, insn, true, DIFFERENCE);
    }

    public static void UABD(Cpu cpu, int insn) {
        same(cpu, insn, false, DIFFERENCE);
    }

    public static void SABA(Cpu cpu, int insn) {
        same(cpu, insn, true, ACCUMULATED_DIFFERENCE);
    }

    public static void UABA(Cpu cpu, int insn) {
        same(cpu, insn, false, ACCUMULATED_DIFFERENCE);
    }

    // ---- Pairs

    public static void ADDP_VEC(Cpu cpu, int insn) {
        pairwise(cpu, insn, false, ADD);
    }

    public static void SMAXP(Cpu cpu, int insn) {
        pairwise(cpu, insn, true, MAXIMUM);
    }

    public static void UMAXP(Cpu cpu, int insn) {
        pairwise(cpu, insn, false, MAXIMUM);
    }

    public static void SMINP(Cpu cpu, int insn) {
        pairwise(cpu, insn, true, MINIMUM);
    }

    public static void UMINP(Cpu cpu, int insn) {
        pairwise(cpu, insn, false, MINIMUM);
    }

    public static void ADDP_SCALAR(Cpu cpu, int insn) {
        checkAccess(cpu);
        int n = 2 * rn(insn);
        write(cpu, rd(insn), cpu.v[n] + cpu.v[n + 1], 0);
    }

    // ---- Across lanes

    public static void SADDLV(Cpu cpu, int insn) {
        write(cpu, rd(insn), across(cpu, insn, true, ADD) & mask(16 << size(insn)), 0);
    }

    public static void UADDLV(Cpu cpu, int insn) {
        write(cpu, rd(insn), across(cpu, insn, false, ADD) & mask(16 << size(insn)), 0);
    }

    public static void ADDV(Cpu cpu, int insn) {
        write(cpu, rd(insn), across(cpu, insn, false, ADD) & mask(8 << size(insn)), 0);
    }

    public static void SMAXV(Cpu cpu, int insn) {
        write(cpu, rd(insn), across(cpu, insn, true, MAXIMUM) & mask(8 << size(insn)), 0);
    }

    public static void UMAXV(Cpu cpu, int insn) {
        write(cpu, rd(insn), across(cpu, insn, false, MAXIMUM) & mask(8 << size(insn)), 0);
    }

    public static void SMINV(Cpu cpu, int insn) {
        write(cpu, rd(insn), across(cpu, insn, true, MINIMUM) & mask(8 << size(insn)), 0);
    }

    public static void UMINV(Cpu cpu, int insn) {
        write(cpu, rd(insn), across(cpu, insn, false, MINIMUM) & mask(8 << size(insn)), 0);
    }
}
