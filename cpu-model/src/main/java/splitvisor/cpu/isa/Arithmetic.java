package splitvisor.cpu.isa;

import splitvisor.cpu.Cpu;

/// The functions that the Arm ARM's pseudocode shares between instructions: AddWithCarry,
/// ConditionHolds, ShiftReg, ExtendReg, DecodeBitMasks.
final class Arithmetic {

    /// Per condition code, a set of the NZCV values under which it holds, one bit per value. Code 15
    /// (NV) holds always, like 14.
    private static final int[] HOLDS = conditionTable();

    /// DecodeBitMasks' wmask by N:immr:imms; 0 stands for a reserved encoding (no valid mask is 0).
    private static final long[] BITMASK = bitmaskTable();

    private Arithmetic() {}

    /// AddWithCarry without flags: x + y + carry in 64 or 32 bits by `sf`.
    static long add(int insn, long x, long y) {
        long sum = x + y;
        return insn < 0 ? sum : sum & 0xffff_ffffL;
    }

    /// AddWithCarry with flags, 64 or 32 bits wide by `sf`. A subtraction passes `~y` and carry 1.
    static long addSettingFlags(Cpu cpu, int insn, long x, long y, int carry) {
        if (insn < 0) {
            long sum = x + y + carry;
            cpu.nzcv = flags(sum, x, y, sum == 0);
            return sum;
        }
        int sum = (int) x + (int) y + carry;
        // In the upper half, the sign of a 32-bit value is the sign of a 64-bit one.
        cpu.nzcv = flags((long) sum << 32, x << 32, y << 32, sum == 0);
        return sum & 0xffff_ffffL;
    }

    /// NZCV of sum = x + y + carry. The carry out of the top bit is the majority of x, y and not sum
    /// there; overflow is both operands differing from the sum in sign.
    private static int flags(long sum, long x, long y, boolean zero) {
        long c = x & y | (x | y) & ~sum;
        long v = (x ^ sum) & (y ^ sum);
        return (int) (sum >>> 63) << 3 | (zero ? 4 : 0) | (int) (c >>> 63) << 1 | (int) (v >>> 63);
    }

    /// The result of a logical operation in 64 or 32 bits by `sf`, with N and Z set from it, C and V 0.
    static long logicalSettingFlags(Cpu cpu, int insn, long result) {
        long value = insn < 0 ? result : result & 0xffff_ffffL;
        long sign = insn < 0 ? result : result << 32;
        cpu.nzcv = (int) (sign >>> 63) << 3 | (value == 0 ? 4 : 0);
        return value;
    }

    /// ConditionHolds.
    static boolean holds(int condition, int nzcv) {
        return (HOLDS[condition & 15] >>> nzcv & 1) != 0;
    }

    /// ShiftReg for LSL, LSR, ASR, ROR (`type` 0 to 3), 64 or 32 bits wide by `sf`.
    static long shift(int insn, long value, int type, int amount) {
        if (insn < 0) {
            return switch (type) {
                case 0 -> value << amount;
                case 1 -> value >>> amount;
                case 2 -> value >> amount;
                default -> Long.rotateRight(value, amount);
            };
        }
        int word = (int) value;
        return Fields.w(
                switch (type) {
                    case 0 -> word << amount;
                    case 1 -> word >>> amount;
                    case 2 -> word >> amount;
                    default -> Integer.rotateRight(word, amount);
                });
    }

    /// ExtendReg: UXTB, UXTH, UXTW, UXTX, SXTB, SXTH, SXTW, SXTX (`option` 0 to 7), then shifted left.
    static long extend(long value, int option, int shift) {
        long extended =
                switch (option) {
                    case 0 -> value & 0xff;
                    case 1 -> value & 0xffff;
                    case 2 -> value & 0xffff_ffffL;
                    case 4 -> (byte) value;
                    case 5 -> (short) value;
                    case 6 -> (int) value;
                    default -> value;
                };
        return extended << shift;
    }

    /// What a load read, as the register gets it: bit 23 of the instruction asks for sign extension, to 64
    /// bits or, with bit 22 too, to 32.
    static long extended(int insn, long value, int log2) {
        if ((insn & 1 << 23) == 0) {
            return value;
        }
        int unused = 64 - (8 << log2);
        long signed = value << unused >> unused;
        return (insn & 1 << 22) == 0 ? signed : Fields.w((int) signed);
    }

    /// The immediate of a logical instruction from its N:immr:imms (bits [22:10]), 64 bits wide, or 0
    /// when it is reserved.
    static long bitmask(int insn) {
        return BITMASK[insn >>> 10 & 0x1fff];
    }

    private static int[] conditionTable() {
        int[] table = new int[16];
        for (int condition = 0; condition < 16; condition++) {
            for (int nzcv = 0; nzcv < 16; nzcv++) {
                if (conditionHolds(condition, nzcv)) {
                    table[condition] |= 1 << nzcv;
                }
            }
        }
        return table;
    }

    private static boolean conditionHolds(int condition, int nzcv) {
        boolean n = (nzcv & 8) != 0;
        boolean z = (nzcv & 4) != 0;
        boolean c = (nzcv & 2) != 0;
        boolean v = (nzcv & 1) != 0;
        boolean base =
                switch (condition >>> 1) {
                    case 0 -> z; // EQ
                    case 1 -> c; // CS
                    case 2 -> n; // MI
                    case 3 -> v; // VS
                    case 4 -> c && !z; // HI
                    case 5 -> n == v; // GE
                    case 6 -> n == v && !z; // GT
                    default -> true; // AL
                };
        return condition == 15 || base == ((condition & 1) == 0);
    }

    private static long[] bitmaskTable() {
        long[] table = new long[1 << 13];
        for (int i = 0; i < table.length; i++) {
            table[i] = decodeBitmask(i >>> 12, i >>> 6 & 63, i & 63);
        }
        return table;
    }

    /// An element of 2, 4 … 64 bits, `imms` + 1 ones rotated right by `immr`, replicated. The element
    /// size is the highest set bit of N:NOT(imms); an element of all ones is reserved.
    private static long decodeBitmask(int n, int immr, int imms) {
        int length = 31 - Integer.numberOfLeadingZeros(n << 6 | ~imms & 63);
        if (length < 1) {
            return 0;
        }
        int size = 1 << length;
        int ones = (imms & size - 1) + 1;
        if (ones == size) {
            return 0;
        }
        long element = (1L << ones) - 1;
        int rotation = immr & size - 1;
        if (rotation != 0) {
            element = element >>> rotation | element << size - rotation;
        }
        element &= -1L >>> 64 - size;
        for (int width = size; width < 64; width *= 2) {
            element |= element << width;
        }
        return element;
    }
}
