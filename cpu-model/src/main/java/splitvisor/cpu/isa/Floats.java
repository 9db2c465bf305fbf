package splitvisor.cpu.isa;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.SysReg;

/// What all floating-point operations begin and end with: operands are classified and taken apart,
/// exceptions are noted in FPSR, NaNs are processed, results are rounded (Arm ARM, shared/functions/float).
///
/// A finite number in the making is a sign, an exponent e and a significand with its leading one at
/// bit 62: it stands for significand × 2^(e − 62). Bit 0 of a significand is sticky: it is one when
/// anything below it is. No exception is ever trapped (FPCR.{IDE,IXE,UFE,OFE,DZE,IOE} are RAZ).
final class Floats {

    static final int IOC = 1;
    static final int DZC = 1 << 1;
    static final int OFC = 1 << 2;
    static final int UFC = 1 << 3;
    static final int IXC = 1 << 4;
    static final int IDC = 1 << 7;
    static final int QC = 1 << 27;

    static final long AHP = 1 << 26;
    static final long DN = 1 << 25;
    static final long FZ = 1 << 24;
    static final long FZ16 = 1 << 19;

    /// Rounding modes: FPCR.RMode's four, ties away from zero, and to odd.
    static final int NEAREST = 0;
    static final int UP = 1;
    static final int DOWN = 2;
    static final int TO_ZERO = 3;
    static final int TIES_AWAY = 4;
    static final int TO_ODD = 5;

    /// The kinds of operands. A denormal number that is flushed is a zero.
    static final int ZERO = 0;
    static final int FINITE = 1;
    static final int INFINITE = 2;
    static final int QUIET = 3;
    static final int SIGNALLING = 4;

    private static final int FPCR = SysReg.FPCR.ordinal();
    private static final int FPSR = SysReg.FPSR.ordinal();

    private Floats() {}

    static boolean controls(Cpu cpu, long bit) {
        return (cpu.sys[FPCR] & bit) != 0;
    }

    /// FPCR.RMode.
    static int rounding(Cpu cpu) {
        return (int) (cpu.sys[FPCR] >>> 22) & 3;
    }

    static void raise(Cpu cpu, int flag) {
        cpu.sys[FPSR] |= flag;
    }

    /// Whether arithmetic may be left to the host: it rounds to nearest, nothing is flushed, and Inexact, the
    /// one exception that [HostFloats] cannot rule out, has been noted already.
    static boolean isPlain(Cpu cpu) {
        return (cpu.sys[FPCR] & (3 << 22 | FZ)) == 0 && (cpu.sys[FPSR] & IXC) != 0;
    }

    /// Whether denormal numbers of this format are flushed to zero.
    static boolean flushes(Cpu cpu, FloatFormat format) {
        return controls(cpu, format == FloatFormat.HALF ? FZ16 : FZ);
    }

    /// FPUnpack: the kind of an operand. Flushing one is an exception (Input Denormal), but for
    /// half precision.
    static int kind(Cpu cpu, FloatFormat format, long value) {
        int field = format.field(value);
        long fraction = value & format.fractionMask;
        if (field == format.maxField) {
            return fraction == 0 ? INFINITE : (value & format.quietBit) != 0 ? QUIET : SIGNALLING;
        }
        if (field != 0 || fraction == 0) {
            return field == 0 ? ZERO : FINITE;
        }
        if (!flushes(cpu, format)) {
            return FINITE;
        }
        if (format != FloatFormat.HALF) {
            raise(cpu, IDC);
        }
        return ZERO;
    }

    /// The exponent of a finite operand.
    static int exponent(FloatFormat format, long value) {
        int field = format.field(value);
        if (field != 0) {
            return field - format.bias;
        }
        int leading = 63 - Long.numberOfLeadingZeros(value & format.fractionMask);
        return format.minExponent - format.fractionBits + leading;
    }

    /// The significand of a finite operand.
    static long significand(FloatFormat format, long value) {
        long fraction = value & format.fractionMask;
        if (format.field(value) != 0) {
            return (fraction | 1L << format.fractionBits) << 62 - format.fractionBits;
        }
        return fraction << Long.numberOfLeadingZeros(fraction) - 1;
    }

    /// Shifts right; what falls out stays as the sticky bit.
    static long shiftRightSticky(long significand, int distance) {
        if (distance > 63) {
            return significand == 0 ? 0 : 1;
        }
        long lost = significand & (1L << distance) - 1;
        return significand >>> distance | (lost == 0 ? 0 : 1);
    }

    /// FPRound of a significand that need not be normalised; 0 is exact and has the sign given.
    static long normalizeAndRound(Cpu cpu, FloatFormat format, boolean negative, int exponent, long significand) {
        if (significand == 0) {
            return format.zero(negative);
        }
        int up = Long.numberOfLeadingZeros(significand) - 1;
        long normal = up < 0 ? shiftRightSticky(significand, 1) : significand << up;
        return round(cpu, format, negative, exponent - up, normal, rounding(cpu));
    }

    /// FPRound. A result that is tiny before rounding is flushed where that is asked for.
    static long round(Cpu cpu, FloatFormat format, boolean negative, int exponent, long significand, int mode) {
        if (exponent < format.minExponent && flushes(cpu, format)) {
            raise(cpu, UFC);
            return format.zero(negative);
        }
        return roundWithoutFlush(cpu, format, negative, exponent, significand, mode);
    }

    /// The rest of FPRoundBase: for conversions to half precision, which never flush.
    static long roundWithoutFlush(
            Cpu cpu, FloatFormat format, boolean negative, int exponent, long significand, int mode) {
        if (exponent > format.bias) {
            return overflow(cpu, format, negative, mode);
        }
        boolean tiny = exponent < format.minExponent;
        int denormal = tiny ? format.minExponent - exponent : 0;
        int drop = 62 - format.fractionBits;
        long exact = shiftRightSticky(significand, denormal);
        long error = exact & (1L << drop) - 1;
        long mantissa = exact >>> drop;
        if (tiny && error != 0) {
            raise(cpu, UFC);
        }
        if (error != 0) {
            raise(cpu, IXC);
            mantissa = mode == TO_ODD ? mantissa | 1 : mantissa + increment(mode, negative, mantissa, error, drop);
        }
        // The leading one adds 1 to the field, and a carry out of the mantissa another: to infinity at most.
        long field = tiny ? 0 : exponent + format.bias - 1;
        long magnitude = (field << format.fractionBits) + mantissa;
        return magnitude >= format.infinity ? overflow(cpu, format, negative, mode) : format.zero(negative) | magnitude;
    }

    private static long overflow(Cpu cpu, FloatFormat format, boolean negative, int mode) {
        raise(cpu, OFC | IXC);
        boolean toInfinity = mode == NEAREST || mode == TIES_AWAY || mode == (negative ? DOWN : UP);
        return toInfinity ? format.infinity(negative) : format.largest(negative);
    }

    /// What rounding adds to a magnitude, 0 or 1, when the `drop` bits below it are `error`, not zero.
    static int increment(int mode, boolean negative, long magnitude, long error, int drop) {
        long half = 1L << drop - 1;
        boolean up =
                switch (mode) {
                    case NEAREST -> error > half || error == half && (magnitude & 1) != 0;
                    case UP -> !negative;
                    case DOWN -> negative;
                    case TIES_AWAY -> error >= half;
                    default -> false;
                };
        return up ? 1 : 0;
    }

    static long invalid(Cpu cpu, FloatFormat format) {
        raise(cpu, IOC);
        return format.defaultNaN;
    }

    /// FPProcessNaN.
    static long quieten(Cpu cpu, FloatFormat format, long nan) {
        if ((nan & format.quietBit) == 0) {
            raise(cpu, IOC);
        }
        return controls(cpu, DN) ? format.defaultNaN : nan | format.quietBit;
    }

    /// FPProcessNaNs: signalling NaNs first, then the first operand. At least one is a NaN.
    static long quieten(Cpu cpu, FloatFormat format, long a, int kindA, long b, int kindB) {
        boolean first = kindA == SIGNALLING || kindA == QUIET && kindB != SIGNALLING;
        return quieten(cpu, format, first ? a : b);
    }
}
