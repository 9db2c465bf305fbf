package splitvisor.cpu.isa;

/// Fields that many A64 encodings have at the same place, taken from the raw instruction word.
final class Fields {

    private Fields() {}

    /// Bits [4:0], the destination or transfer register.
    static int rd(int insn) {
        return insn & 31;
    }

    /// Bits [9:5], the first source or base register.
    static int rn(int insn) {
        return insn >>> 5 & 31;
    }

    /// Bits [20:16], the second source register.
    static int rm(int insn) {
        return insn >>> 16 & 31;
    }

    /// Bits [14:10], the third source register (Ra) or the second transfer register (Rt2).
    static int ra(int insn) {
        return insn >>> 10 & 31;
    }

    /// Bit 31 of most data-processing encodings (sf): the operation is 64 bits wide.
    static boolean is64(int insn) {
        return insn < 0;
    }

    /// `width` bits from bit `low`, zero-extended.
    static int field(int insn, int low, int width) {
        return insn >>> low & (1 << width) - 1;
    }

    /// `width` bits from bit `low`, sign-extended.
    static int signed(int insn, int low, int width) {
        return insn << 32 - low - width >> 32 - width;
    }

    /// A result in 64 or 32 bits by `sf`: as a W register holds it, with the upper half zero.
    static long narrow(int insn, long value) {
        return insn < 0 ? value : value & 0xffff_ffffL;
    }

    /// A 32-bit result as a W register holds it in its X register: the upper half is zero.
    static long w(int value) {
        return value & 0xffff_ffffL;
    }
}
