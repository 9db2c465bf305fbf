package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Fields.rd;
import static splitvisor.cpu.isa.Fields.rn;
import static splitvisor.cpu.isa.Lanes.checkAccess;
import static splitvisor.cpu.isa.Lanes.isQ;
import static splitvisor.cpu.isa.Lanes.mask;
import static splitvisor.cpu.isa.Lanes.replicate;
import static splitvisor.cpu.isa.Lanes.same;
import static splitvisor.cpu.isa.Lanes.size;
import static splitvisor.cpu.isa.Lanes.write;

import splitvisor.cpu.Cpu;

/// Advanced SIMD integer instructions with one source and lanes of one width (Arm ARM C4.1.96, "two-register
/// miscellaneous"): the meaning of the rows of [Chapter#SIMD_UNARY].
public final class SimdUnary {

    private static final LaneOperation SIGN_BITS = (_, _, n, _, bits) ->
            Long.numberOfLeadingZeros(n ^ n >> 63) - (65 - bits);
    private static final LaneOperation LEADING_ZEROS = (_, _, n, _, bits) -> Long.numberOfLeadingZeros(n) - (64 - bits);
    private static final LaneOperation ONES = (_, _, n, _, _) -> Long.bitCount(n);
    private static final LaneOperation ABSOLUTE = (_, _, n, _, _) -> Math.abs(n);
    private static final LaneOperation NEGATIVE = (_, _, n, _, _) -> -n;
    private static final LaneOperation SATURATING_ABSOLUTE = (cpu, _, n, _, bits) ->
            n < 0 ? Saturation.subtractSigned(cpu, 0, n, bits) : n;
    private static final LaneOperation SATURATING_NEGATIVE = (cpu, _, n, _, bits) ->
            Saturation.subtractSigned(cpu, 0, n, bits);
    private static final LaneOperation GREATER = (_, _, n, _, _) -> n > 0 ? -1 : 0;
    private static final LaneOperation GREATER_OR_EQUAL = (_, _, n, _, _) -> n >= 0 ? -1 : 0;
    private static final LaneOperation EQUAL = (_, _, n, _, _) -> n == 0 ? -1 : 0;
    private static final LaneOperation LESS_OR_EQUAL = (_, _, n, _, _) -> n <= 0 ? -1 : 0;
    private static final LaneOperation LESS = (_, _, n, _, _) -> n < 0 ? -1 : 0;
    private static final LaneOperation RECIPROCAL = (_, _, n, _, _) -> reciprocal((int) n);
    private static final LaneOperation RECIPROCAL_ROOT = (_, _, n, _, _) -> reciprocalRoot((int) n);

    private SimdUnary() {}

    // ---- Bits

    public static void CLS_VEC(Cpu cpu, int insn) {
        same(cpu, insn, true, SIGN_BITS);
    }

    public static void CLZ_VEC(Cpu cpu, int insn) {
        same(cpu, insn, false, LEADING_ZEROS);
    }

    public static void CNT(Cpu cpu, int insn) {
        same(cpu, insn, false, ONES);
    }

    public static void NOT(Cpu cpu, int insn) {
        checkAccess(cpu);
        int n = 2 * rn(insn);
        write(cpu, rd(insn), ~cpu.v[n], isQ(insn) ? ~cpu.v[n + 1] : 0);
    }

    public static void RBIT_VEC(Cpu cpu, int insn) {
        checkAccess(cpu);
        int n = 2 * rn(insn);
        write(cpu, rd(insn), reverseBits(cpu.v[n]), isQ(insn) ? reverseBits(cpu.v[n + 1]) : 0);
    }

    private static long reverseBits(long bytes) {
        return Long.reverseBytes(Long.reverse(bytes));
    }

    // ---- Reversals of lanes within a container

    public static void REV16_VEC(Cpu cpu, int insn) {
        checkAccess(cpu);
        int n = 2 * rn(insn);
        write(cpu, rd(insn), swap(cpu.v[n], 8), isQ(insn) ? swap(cpu.v[n + 1], 8) : 0);
    }

    public static void REV32_VEC(Cpu cpu, int insn) {
        checkAccess(cpu);
        int n = 2 * rn(insn);
        int bits = 8 << size(insn);
        write(cpu, rd(insn), reverse(cpu.v[n], bits, 32), isQ(insn) ? reverse(cpu.v[n + 1], bits, 32) : 0);
    }

    public static void REV64(Cpu cpu, int insn) {
        checkAccess(cpu);
        int n = 2 * rn(insn);
        int bits = 8 << size(insn);
        write(cpu, rd(insn), reverse(cpu.v[n], bits, 64), isQ(insn) ? reverse(cpu.v[n + 1], bits, 64) : 0);
    }

    private static long reverse(long word, int bits, int container) {
        long result = word;
        for (int size = bits; size < container; size *= 2) {
            result = swap(result, size);
        }
        return result;
    }

    /// Exchanges neighbours of `bits` bits.
    private static long swap(long word, int bits) {
        long even = replicate(mask(bits), 31 - Integer.numberOfLeadingZeros(bits / 4));
        return (word & even) << bits | word >>> bits & even;
    }

    // ---- Sign

    public static void ABS(Cpu cpu, int insn) {
        same(cpu, insn, true, ABSOLUTE);
    }

    public static void NEG_VEC(Cpu cpu, int insn) {
        same(cpu, insn, true, NEGATIVE);
    }

    public static void SQABS(Cpu cpu, int insn) {
        same(cpu, insn, true, SATURATING_ABSOLUTE);
    }

    public static void SQNEG(Cpu cpu, int insn) {
        same(cpu, insn, true, SATURATING_NEGATIVE);
    }

    // ---- Comparisons with zero

    public static void CMGT_ZERO(Cpu cpu, int insn) {
        same(cpu, insn, true, GREATER);
    }

    public static void CMGE_ZERO(Cpu cpu, int insn) {
        same(cpu, insn, true, GREATER_OR_EQUAL);
    }

    public static void CMEQ_ZERO(Cpu cpu, int insn) {
        same(cpu, insn, true, EQUAL);
    }

    public static void CMLE_ZERO(Cpu cpu, int insn) {
        same(cpu, insn, true, LESS_OR_EQUAL);
    }

    public static void CMLT_ZERO(Cpu cpu, int insn) {
        same(cpu, insn, true, LESS);
    }

    // ---- Estimates

    public static void URECPE(Cpu cpu, int insn) {
        same(cpu, insn, false, RECIPROCAL);
    }

    public static void URSQRTE(Cpu cpu, int insn) {
        same(cpu, insn, false, RECIPROCAL_ROOT);
    }

    /// UnsignedRecipEstimate: 9 bits of 1/x for x in [0.5, 1).
    private static int reciprocal(int operand) {
        if (operand >= 0) {
            return -1;
        }
        int quotient = (1 << 19) / (2 * (operand >>> 23) + 1);
        return (quotient + 1) / 2 << 23;
    }

    /// UnsignedRSqrtEstimate: 9 bits of 1/√x for x in [0.25, 1).
    private static int reciprocalRoot(int operand) {
        if (operand >>> 30 == 0) {
            return -1;
        }
        int top = operand >>> 23;
        int a = top < 256 ? 2 * top + 1 : 2 * (top | 1);
        int root = 512;
        while (a * (root + 1) * (root + 1) < 1 << 28) {
            root++;
        }
        return (root + 1) / 2 << 23;
    }
}
