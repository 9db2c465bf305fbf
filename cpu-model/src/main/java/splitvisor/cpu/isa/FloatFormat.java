package splitvisor.cpu.isa;

/// The three floating-point formats of A64 (Arm ARM A1.4.3): a sign, a biased exponent, a fraction.
/// Values are held as their bits in the low part of a `long`.
enum FloatFormat {
    HALF(5, 10),
    SINGLE(8, 23),
    DOUBLE(11, 52);

    /// Width of the fraction.
    final int fractionBits;

    /// Width of the whole.
    final int bits;

    /// The greatest exponent field: infinities and NaNs.
    final int maxField;

    /// What an exponent field is greater than the exponent.
    final int bias;

    /// The exponent of the smallest normal number, and of all denormal ones.
    final int minExponent;

    final long fractionMask;
    final long signBit;
    final long infinity;

    /// The bit that tells a quiet NaN from a signalling one.
    final long quietBit;

    final long defaultNaN;

    FloatFormat(int exponentBits, int fractionBits) {
        this.fractionBits = fractionBits;
        this.bits = 1 + exponentBits + fractionBits;
        this.maxField = (1 << exponentBits) - 1;
        this.bias = maxField >>> 1;
        this.minExponent = 1 - bias;
        this.fractionMask = (1L << fractionBits) - 1;
        this.signBit = 1L << bits - 1;
        this.infinity = (long) maxField << fractionBits;
        this.quietBit = 1L << fractionBits - 1;
        this.defaultNaN = infinity | quietBit;
    }

    private static final FloatFormat[] BY_LOG2 = {null, HALF, SINGLE, DOUBLE};

    /// The format of 1 << `log2` bytes.
    static FloatFormat of(int log2) {
        return BY_LOG2[log2];
    }

    /// The format that the `ftype` field of scalar instructions (bits [23:22]) names.
    static FloatFormat ofType(int insn) {
        return switch (insn >>> 22 & 3) {
            case 0 -> SINGLE;
            case 1 -> DOUBLE;
            default -> HALF;
        };
    }

    boolean isNegative(long value) {
        return (value & signBit) != 0;
    }

    int field(long value) {
        return (int) (value >>> fractionBits) & maxField;
    }

    boolean isNaN(long value) {
        return (value & signBit - 1) > infinity;
    }

    long zero(boolean negative) {
        return negative ? signBit : 0;
    }

    long infinity(boolean negative) {
        return negative ? signBit | infinity : infinity;
    }

    long largest(boolean negative) {
        return infinity(negative) - 1;
    }

    /// 1.5 times 2 to the `exponent` or, without `half`, 1 times.
    long power(boolean negative, int exponent, boolean half) {
        return zero(negative) | (long) (exponent + bias) << fractionBits | (half ? quietBit : 0);
    }

    /// Its size, as a power of two of bytes.
    int log2() {
        return Integer.numberOfTrailingZeros(bits) - 3;
    }
}
