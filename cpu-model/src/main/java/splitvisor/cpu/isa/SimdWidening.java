package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Lanes.lane;
import static splitvisor.cpu.isa.Lanes.lengthen;
import static splitvisor.cpu.isa.Lanes.narrow;
import static splitvisor.cpu.isa.Lanes.same;
import static splitvisor.cpu.isa.Lanes.size;
import static splitvisor.cpu.isa.Lanes.widen;

import splitvisor.cpu.Cpu;

/// Advanced SIMD integer addition and moves between lanes of two widths (Arm ARM C4.1.96, "three different"): the
/// meaning of the rows of [Chapter#SIMD_WIDENING].
public final class SimdWidening {

    private static final LaneOperation ADD = (_, _, n, m, _) -> n + m;
    private static final LaneOperation SUBTRACT = (_, _, n, m, _) -> n - m;
    private static final LaneOperation DIFFERENCE = (_, _, n, m, _) -> Math.abs(n - m);
    private static final LaneOperation ACCUMULATED_DIFFERENCE = (_, d, n, m, _) -> d + Math.abs(n - m);
    private static final LaneOperation PAIR = (_, _, n, _, bits) -> signedPair(n, bits / 2);
    private static final LaneOperation PAIR_UNSIGNED = (_, _, n, _, bits) -> unsignedPair(n, bits / 2);
    private static final LaneOperation ACCUMULATED_PAIR = (_, d, n, _, bits) -> d + signedPair(n, bits / 2);
    private static final LaneOperation ACCUMULATED_PAIR_UNSIGNED = (_, d, n, _, bits) -> d + unsignedPair(n, bits / 2);
    private static final LaneOperation HIGH_SUM = (_, _, n, m, bits) -> n + m >>> bits;
    private static final LaneOperation ROUNDED_HIGH_SUM = (_, _, n, m, bits) -> n + m + (1L << bits - 1) >>> bits;
    private static final LaneOperation HIGH_DIFFERENCE = (_, _, n, m, bits) -> n - m >>> bits;
    private static final LaneOperation ROUNDED_HIGH_DIFFERENCE = (_, _, n, m, bits) ->
            n - m + (1L << bits - 1) >>> bits;
    private static final LaneOperation LOW_HALF = (_, _, n, _, _) -> n;
    private static final LaneOperation SATURATED = (cpu, _, n, _, bits) -> Saturation.signed(cpu, n, bits);
    private static final LaneOperation SATURATED_UNSIGNED = (cpu, _, n, _, bits) ->
            n >>> bits == 0 ? n : Saturation.saturated(cpu, -1);
    private static final LaneOperation SATURATED_TO_UNSIGNED = (cpu, _, n, _, bits) ->
            Saturation.unsigned(cpu, n, bits);
    private static final LaneOperation SHIFTED = (_, _, n, _, bits) -> n << bits;

    private SimdWidening() {}

    // ---- Long and wide additions and subtractions

    public static void SADDL(Cpu cpu, int insn) {
        lengthen(cpu, insn, true, ADD);
    }

    public static void UADDL(Cpu cpu, int insn) {
        lengthen(cpu, insn, false, ADD);
    }

    public static void SADDW(Cpu cpu, int insn) {
        widen(cpu, insn, true, ADD);
    }

    public static void UADDW(Cpu cpu, int insn) {
        widen(cpu, insn, false, ADD);
    }

    public static void SSUBL(Cpu cpu, int insn) {
        lengthen(cpu, insn, true, SUBTRACT);
    }

    public static void USUBL(Cpu cpu, int insn) {
        lengthen(cpu, insn, false, SUBTRACT);
    }

    public static void SSUBW(Cpu cpu, int insn) {
        widen(cpu, insn, true, SUBTRACT);
    }

    public static void USUBW(Cpu cpu, int insn) {
        widen(cpu, insn, false, SUBTRACT);
    }

    public static void SABDL(Cpu cpu, int insn) {
        lengthen(cpu, insn, true, DIFFERENCE);
    }

    public static void UABDL(Cpu cpu, int insn) {
        lengthen(cpu, insn, false, DIFFERENCE);
    }

    public static void SABAL(Cpu cpu, int insn) {
        lengthen(cpu, insn, true, ACCUMULATED_DIFFERENCE);
    }

    public static void UABAL(Cpu cpu, int insn) {
        lengthen(cpu, insn, false, ACCUMULATED_DIFFERENCE);
    }

    public static void SHLL(Cpu cpu, int insn) {
        lengthen(cpu, insn, false, SHIFTED);
    }

    // ---- Sums of neighbours: size is that of the source

    public static void SADDLP(Cpu cpu, int insn) {
        same(cpu, insn, size(insn) + 1, true, PAIR);
    }

    public static void UADDLP(Cpu cpu, int insn) {
        same(cpu, insn, size(insn) + 1, true, PAIR_UNSIGNED);
    }

    public static void SADALP(Cpu cpu, int insn) {
        same(cpu, insn, size(insn) + 1, true, ACCUMULATED_PAIR);
    }

    public static void UADALP(Cpu cpu, int insn) {
        same(cpu, insn, size(insn) + 1, true, ACCUMULATED_PAIR_UNSIGNED);
    }

    private static long signedPair(long lane, int bits) {
        return lane(lane, 0, bits, true) + lane(lane, bits, bits, true);
    }

    private static long unsignedPair(long lane, int bits) {
        return lane(lane, 0, bits, false) + lane(lane, bits, bits, false);
    }

    // ---- Narrowing

    public static void ADDHN(Cpu cpu, int insn) {
        narrow(cpu, insn, false, HIGH_SUM);
    }

    public static void RADDHN(Cpu cpu, int insn) {
        narrow(cpu, insn, false, ROUNDED_HIGH_SUM);
    }

    public static void SUBHN(Cpu cpu, int insn) {
        narrow(cpu, insn, false, HIGH_DIFFERENCE);
    }

    public static void RSUBHN(Cpu cpu, int insn) {
        narrow(cpu, insn, false, ROUNDED_HIGH_DIFFERENCE);
    }

    public static void XTN(Cpu cpu, int insn) {
        narrow(cpu, insn, false, LOW_HALF);
    }

    public static void SQXTN(Cpu cpu, int insn) {
        narrow(cpu, insn, true, SATURATED);
    }

    public static void UQXTN(Cpu cpu, int insn) {
        narrow(cpu, insn, false, SATURATED_UNSIGNED);
    }

    public static void SQXTUN(Cpu cpu, int insn) {
        narrow(cpu, insn, true, SATURATED_TO_UNSIGNED);
    }
}
