package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Lanes.lengthen;
import static splitvisor.cpu.isa.Lanes.mask;
import static splitvisor.cpu.isa.Lanes.narrow;
import static splitvisor.cpu.isa.Lanes.replicate;
import static splitvisor.cpu.isa.Lanes.same;

import splitvisor.cpu.Cpu;

/// Advanced SIMD shifts (Arm ARM C4.1.96, "shift by immediate" and "three same"): the meaning of the rows of
/// [Chapter#SIMD_SHIFTS].
public final class SimdShifts {

    private static final LaneOperation LEFT = (_, _, n, m, _) -> n << m;
    private static final LaneOperation RIGHT = (_, _, n, m, _) -> n >> Math.min(m, 63);
    private static final LaneOperation RIGHT_UNSIGNED = (_, _, n, m, _) -> logicalRight(n, (int) m);
    private static final LaneOperation ROUNDED_RIGHT = (_, _, n, m, _) -> roundedRight(n, (int) m);
    private static final LaneOperation ROUNDED_RIGHT_UNSIGNED = (_, _, n, m, _) -> roundedLogicalRight(n, (int) m);
    private static final LaneOperation ADD_RIGHT = (_, d, n, m, _) -> d + (n >> Math.min(m, 63));
    private static final LaneOperation ADD_RIGHT_UNSIGNED = (_, d, n, m, _) -> d + logicalRight(n, (int) m);
    private static final LaneOperation ADD_ROUNDED_RIGHT = (_, d, n, m, _) -> d + roundedRight(n, (int) m);
    private static final LaneOperation ADD_ROUNDED_RIGHT_UNSIGNED = (_, d, n, m, _) ->
            d + roundedLogicalRight(n, (int) m);
    private static final LaneOperation INSERT_LEFT = (_, d, n, m, _) -> d & (1L << m) - 1 | n << m;
    private static final LaneOperation INSERT_RIGHT = (_, d, n, m, bits) ->
            d & ~logicalRight(mask(bits), (int) m) | logicalRight(n, (int) m);
    private static final LaneOperation SATURATING_LEFT = (cpu, _, n, m, bits) -> saturatingLeft(cpu, n, (int) m, bits);
    private static final LaneOperation SATURATING_LEFT_UNSIGNED = (cpu, _, n, m, bits) ->
            saturatingLogicalLeft(cpu, n, (int) m, bits);
    private static final LaneOperation SATURATING_LEFT_TO_UNSIGNED = (cpu, _, n, m, bits) ->
            n < 0 ? Saturation.saturated(cpu, 0) : saturatingLogicalLeft(cpu, n, (int) m, bits);
    private static final LaneOperation SATURATED_RIGHT = (cpu, _, n, m, bits) -> Saturation.signed(cpu, n >> m, bits);
    private static final LaneOperation SATURATED_ROUNDED_RIGHT = (cpu, _, n, m, bits) ->
            Saturation.signed(cpu, roundedRight(n, (int) m), bits);
    private static final LaneOperation SATURATED_RIGHT_TO_UNSIGNED = (cpu, _, n, m, bits) ->
            Saturation.unsigned(cpu, n >> m, bits);
    private static final LaneOperation SATURATED_ROUNDED_RIGHT_TO_UNSIGNED = (cpu, _, n, m, bits) ->
            Saturation.unsigned(cpu, roundedRight(n, (int) m), bits);
    private static final LaneOperation SATURATED_RIGHT_UNSIGNED = (cpu, _, n, m, bits) ->
            Saturation.unsigned(cpu, n >>> m, bits);
    private static final LaneOperation SATURATED_ROUNDED_RIGHT_UNSIGNED = (cpu, _, n, m, bits) ->
            Saturation.unsigned(cpu, roundedLogicalRight(n, (int) m), bits);
    private static final LaneOperation BY_REGISTER = (_, _, n, m, bits) ->
            (byte) m < 0 ? n >> Math.min(-(byte) m, 63) : left(n, (byte) m, bits);
    private static final LaneOperation BY_REGISTER_UNSIGNED = (_, _, n, m, bits) ->
            (byte) m < 0 ? logicalRight(n, -(byte) m) : left(n, (byte) m, bits);
    private static final LaneOperation ROUNDED_BY_REGISTER = (_, _, n, m, bits) ->
            (byte) m < 0 ? roundedRight(n, -(byte) m) : left(n, (byte) m, bits);
    private static final LaneOperation ROUNDED_BY_REGISTER_UNSIGNED = (_, _, n, m, bits) ->
            (byte) m < 0 ? roundedLogicalRight(n, -(byte) m) : left(n, (byte) m, bits);
    private static final LaneOperation SATURATING_BY_REGISTER = (cpu, _, n, m, bits) ->
            (byte) m < 0 ? n >> Math.min(-(byte) m, 63) : saturatingLeft(cpu, n, (byte) m, bits);
    private static final LaneOperation SATURATING_BY_REGISTER_UNSIGNED = (cpu, _, n, m, bits) ->
            (byte) m < 0 ? logicalRight(n, -(byte) m) : saturatingLogicalLeft(cpu, n, (byte) m, bits);
    private static final LaneOperation SATURATING_ROUNDED_BY_REGISTER = (cpu, _, n, m, bits) ->
            (byte) m < 0 ? roundedRight(n, -(byte) m) : saturatingLeft(cpu, n, (byte) m, bits);
    private static final LaneOperation SATURATING_ROUNDED_BY_REGISTER_UNSIGNED = (cpu, _, n, m, bits) ->
            (byte) m < 0 ? roundedLogicalRight(n, -(byte) m) : saturatingLogicalLeft(cpu, n, (byte) m, bits);

    private SimdShifts() {}

    // ---- By the low byte of a lane of Vm, to the right where it is negative

    public static void SSHL(Cpu cpu, int insn) {
        same(cpu, insn, true, BY_REGISTER);
    }

    public static void USHL(Cpu cpu, int insn) {
        same(cpu, insn, false, BY_REGISTER_UNSIGNED);
    }

    public static void SRSHL(Cpu cpu, int insn) {
        same(cpu, insn, true, ROUNDED_BY_REGISTER);
    }

    public static void URSHL(Cpu cpu, int insn) {
        same(cpu, insn, false, ROUNDED_BY_REGISTER_UNSIGNED);
    }

    public static void SQSHL_REG(Cpu cpu, int insn) {
        same(cpu, insn, true, SATURATING_BY_REGISTER);
    }

    public static void UQSHL_REG(Cpu cpu, int insn) {
        same(cpu, insn, false, SATURATING_BY_REGISTER_UNSIGNED);
    }

    public static void SQRSHL(Cpu cpu, int insn) {
        same(cpu, insn, true, SATURATING_ROUNDED_BY_REGISTER);
    }

    public static void UQRSHL(Cpu cpu, int insn) {
        same(cpu, insn, false, SATURATING_ROUNDED_BY_REGISTER_UNSIGNED);
    }

    // ---- Right by an immediate

    public static void SSHR(Cpu cpu, int insn) {
        right(cpu, insn, true, RIGHT);
    }

    public static void USHR(Cpu cpu, int insn) {
        right(cpu, insn, false, RIGHT_UNSIGNED);
    }

    public static void SRSHR(Cpu cpu, int insn) {
        right(cpu, insn, true, ROUNDED_RIGHT);
    }

    public static void URSHR(Cpu cpu, int insn) {
        right(cpu, insn, false, ROUNDED_RIGHT_UNSIGNED);
    }

    public static void SSRA(Cpu cpu, int insn) {
        right(cpu, insn, true, ADD_RIGHT);
    }

    public static void USRA(Cpu cpu, int insn) {
        right(cpu, insn, false, ADD_RIGHT_UNSIGNED);
    }

    public static void SRSRA(Cpu cpu, int insn) {
        right(cpu, insn, true, ADD_ROUNDED_RIGHT);
    }

    public static void URSRA(Cpu cpu, int insn) {
        right(cpu, insn, false, ADD_ROUNDED_RIGHT_UNSIGNED);
    }

    public static void SRI(Cpu cpu, int insn) {
        right(cpu, insn, false, INSERT_RIGHT);
    }

    // ---- Left by an immediate

    public static void SHL(Cpu cpu, int insn) {
        left(cpu, insn, false, LEFT);
    }

    public static void SLI(Cpu cpu, int insn) {
        left(cpu, insn, false, INSERT_LEFT);
    }

    public static void SQSHL_IMM(Cpu cpu, int insn) {
        left(cpu, insn, true, SATURATING_LEFT);
    }

    public static void UQSHL_IMM(Cpu cpu, int insn) {
        left(cpu, insn, false, SATURATING_LEFT_UNSIGNED);
    }

    public static void SQSHLU(Cpu cpu, int insn) {
        left(cpu, insn, true, SATURATING_LEFT_TO_UNSIGNED);
    }

    public static void SSHLL(Cpu cpu, int insn) {
        int log2 = log2(insn);
        long m = replicate(immediate(insn) - (8 << log2), log2);
        lengthen(cpu, insn, log2, true, m, LEFT);
    }

    public static void USHLL(Cpu cpu, int insn) {
        int log2 = log2(insn);
        long m = replicate(immediate(insn) - (8 << log2), log2);
        lengthen(cpu, insn, log2, false, m, LEFT);
    }

    // ---- Right by an immediate, to half the width

    public static void SHRN(Cpu cpu, int insn) {
        narrowRight(cpu, insn, false, RIGHT_UNSIGNED);
    }

    public static void RSHRN(Cpu cpu, int insn) {
        narrowRight(cpu, insn, false, ROUNDED_RIGHT_UNSIGNED);
    }

    public static void SQSHRN(Cpu cpu, int insn) {
        narrowRight(cpu, insn, true, SATURATED_RIGHT);
    }

    public static void SQRSHRN(Cpu cpu, int insn) {
        narrowRight(cpu, insn, true, SATURATED_ROUNDED_RIGHT);
    }

    public static void SQSHRUN(Cpu cpu, int insn) {
        narrowRight(cpu, insn, true, SATURATED_RIGHT_TO_UNSIGNED);
    }

    public static void SQRSHRUN(Cpu cpu, int insn) {
        narrowRight(cpu, insn, true, SATURATED_ROUNDED_RIGHT_TO_UNSIGNED);
    }

    public static void UQSHRN(Cpu cpu, int insn) {
        narrowRight(cpu, insn, false, SATURATED_RIGHT_UNSIGNED);
    }

    public static void UQRSHRN(Cpu cpu, int insn) {
        narrowRight(cpu, insn, false, SATURATED_ROUNDED_RIGHT_UNSIGNED);
    }

    // ---- The immediate immh:immb: width + count to the left, or twice the width - count to the right

    private static void right(Cpu cpu, int insn, boolean signed, LaneOperation operation) {
        int log2 = log2(insn);
        long m = replicate((16 << log2) - immediate(insn), log2);
        same(cpu, insn, log2, signed, m, m, operation);
    }

    private static void left(Cpu cpu, int insn, boolean signed, LaneOperation operation) {
        int log2 = log2(insn);
        long m = replicate(immediate(insn) - (8 << log2), log2);
        same(cpu, insn, log2, signed, m, m, operation);
    }

    private static void narrowRight(Cpu cpu, int insn, boolean signed, LaneOperation operation) {
        int log2 = log2(insn);
        long m = replicate((16 << log2) - immediate(insn), log2 + 1);
        narrow(cpu, insn, log2, signed, m, m, operation);
    }

    private static int immediate(int insn) {
        return insn >>> 16 & 0x7f;
    }

    private static int log2(int insn) {
        return 31 - Integer.numberOfLeadingZeros(insn >>> 19 & 15);
    }

    // ---- One lane

    private static long left(long n, int count, int bits) {
        return count < bits ? n << count : 0;
    }

    private static long logicalRight(long n, int count) {
        return count < 64 ? n >>> count : 0;
    }

    /// n / 2^count, a half rounded up; `count` from 1.
    private static long roundedRight(long n, int count) {
        long doubled = n >> count - 1;
        return count > 64 ? 0 : (doubled >> 1) + (doubled & 1);
    }

    private static long roundedLogicalRight(long n, int count) {
        long doubled = n >>> count - 1;
        return count > 64 ? 0 : (doubled >>> 1) + (doubled & 1);
    }

    private static long saturatingLeft(Cpu cpu, long n, int count, int bits) {
        if (n == 0) {
            return 0;
        }
        long limited = bits == 64 ? n : n << 64 - bits; // the lane in the upper bits
        long shifted = count < bits ? limited << count : 0;
        boolean fits = count < bits && shifted >> count == limited;
        return fits ? n << count : Saturation.bySign(cpu, n, bits);
    }

    private static long saturatingLogicalLeft(Cpu cpu, long n, int count, int bits) {
        if (n == 0) {
            return 0;
        }
        boolean fits = count <= Long.numberOfLeadingZeros(n) - (64 - bits);
        return fits ? n << count : Saturation.saturated(cpu, -1);
    }
}
