package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Floats.DOWN;
import static splitvisor.cpu.isa.Floats.DZC;
import static splitvisor.cpu.isa.Floats.FINITE;
import static splitvisor.cpu.isa.Floats.INFINITE;
import static splitvisor.cpu.isa.Floats.IOC;
import static splitvisor.cpu.isa.Floats.QUIET;
import static splitvisor.cpu.isa.Floats.SIGNALLING;
import static splitvisor.cpu.isa.Floats.ZERO;
import static splitvisor.cpu.isa.Floats.exponent;
import static splitvisor.cpu.isa.Floats.invalid;
import static splitvisor.cpu.isa.Floats.isPlain;
import static splitvisor.cpu.isa.Floats.kind;
import static splitvisor.cpu.isa.Floats.normalizeAndRound;
import static splitvisor.cpu.isa.Floats.quieten;
import static splitvisor.cpu.isa.Floats.raise;
import static splitvisor.cpu.isa.Floats.rounding;
import static splitvisor.cpu.isa.Floats.shiftRightSticky;
import static splitvisor.cpu.isa.Floats.significand;

import splitvisor.cpu.Cpu;

/// FPAdd, FPMul, FPDiv, FPSqrt, FPMax, FPMin and FPCompare in all formats, correctly rounded, with FPCR's
/// controls and FPSR's flags.
final class FloatArithmetic {

    /// FPCompare's results, as NZCV.
    static final int LESS = 0b1000;
    static final int EQUAL = 0b0110;
    static final int GREATER = 0b0010;
    static final int UNORDERED = 0b0011;

    private FloatArithmetic() {}

    static long subtract(Cpu cpu, FloatFormat format, long a, long b) {
        return add(cpu, format, a, b, true);
    }

    static long add(Cpu cpu, FloatFormat format, long a, long b) {
        return add(cpu, format, a, b, false);
    }

    /// The second operand's sign is changed after NaNs are dealt with: a NaN keeps its sign.
    private static long add(Cpu cpu, FloatFormat format, long a, long b, boolean negated) {
        long plain = isPlain(cpu) ? HostFloats.add(format, a, negated ? b ^ format.signBit : b) : 0;
        if (plain != 0) {
            return plain;
        }
        int kindA = kind(cpu, format, a);
        int kindB = kind(cpu, format, b);
        if (kindA >= QUIET || kindB >= QUIET) {
            return quieten(cpu, format, a, kindA, b, kindB);
        }
        long c = negated ? b ^ format.signBit : b;
        boolean negativeA = format.isNegative(a);
        boolean negativeC = format.isNegative(c);
        if (kindA == INFINITE || kindB == INFINITE) {
            boolean undefined = kindA == kindB && negativeA != negativeC;
            return undefined ? invalid(cpu, format) : kindA == INFINITE ? a : c;
        }
        if (kindA == ZERO && kindB == ZERO) {
            return format.zero(negativeA == negativeC ? negativeA : rounding(cpu) == DOWN);
        }
        if (kindA == ZERO || kindB == ZERO) {
            return kindA == ZERO ? c : a;
        }
        return addFinite(cpu, format, a, c);
    }

    private static long addFinite(Cpu cpu, FloatFormat format, long a, long b) {
        int exponentA = exponent(format, a);
        int exponentB = exponent(format, b);
        int exponent = Math.max(exponentA, exponentB);
        // One bit lower, so that the sum has room; a significand of 53 bits loses nothing.
        long x = shiftRightSticky(significand(format, a) >>> 1, exponent - exponentA);
        long y = shiftRightSticky(significand(format, b) >>> 1, exponent - exponentB);
        long sum = (format.isNegative(a) ? -x : x) + (format.isNegative(b) ? -y : y);
        if (sum == 0) {
            return format.zero(rounding(cpu) == DOWN);
        }
        return normalizeAndRound(cpu, format, sum < 0, exponent + 1, Math.abs(sum));
    }

    static long multiply(Cpu cpu, FloatFormat format, long a, long b) {
        return multiply(cpu, format, a, b, false);
    }

    /// FPMulX: zero times infinity is 2.
    static long multiplyExtended(Cpu cpu, FloatFormat format, long a, long b) {
        return multiply(cpu, format, a, b, true);
    }

    private static long multiply(Cpu cpu, FloatFormat format, long a, long b, boolean extended) {
        long plain = isPlain(cpu) ? HostFloats.multiply(format, a, b) : 0;
        if (plain != 0) {
            return plain;
        }
        int kindA = kind(cpu, format, a);
        int kindB = kind(cpu, format, b);
        if (kindA >= QUIET || kindB >= QUIET) {
            return quieten(cpu, format, a, kindA, b, kindB);
        }
        boolean negative = format.isNegative(a ^ b);
        if (kindA == INFINITE || kindB == INFINITE) {
            if (kindA != ZERO && kindB != ZERO) {
                return format.infinity(negative);
            }
            return extended ? format.power(negative, 1, false) : invalid(cpu, format);
        }
        if (kindA == ZERO || kindB == ZERO) {
            return format.zero(negative);
        }
        long x = significand(format, a);
        long y = significand(format, b);
        long high = Math.multiplyHigh(x, y);
        long product = high | (x * y == 0 ? 0 : 1);
        return normalizeAndRound(
                cpu, format, negative, exponent(format, a) + exponent(format, b) + 2, product);
    }

    static long divide(Cpu cpu, FloatFormat format, long a, long b) {
        long plain = isPlain(cpu) ? HostFloats.divide(format, a, b) : 0;
        if (plain != 0) {
            return plain;
        }
        int kindA = kind(cpu, format, a);
        int kindB = kind(cpu, format, b);
        if (kindA >= QUIET || kindB >= QUIET) {
            return quieten(cpu, format, a, kindA, b, kindB);
        }
        boolean negative = format.isNegative(a ^ b);
        if (kindA == kindB && kindA != FINITE) {
            return invalid(cpu, format);
        }
        if (kindA == INFINITE || kindB == ZERO) {
            if (kindA != INFINITE) {
                raise(cpu, DZC);
            }
            return format.infinity(negative);
        }
        if (kindA == ZERO || kindB == INFINITE) {
            return format.zero(negative);
        }
        int bits = format.fractionBits + 3;
        long quotient = quotient(significand(format, a), significand(format, b), bits);
        int exponent = exponent(format, a) - exponent(format, b) + 62 - bits;
        return normalizeAndRound(cpu, format, negative, exponent, quotient);
    }

    /// `bits` bits of x / y after the point, and a sticky bit in the last. Both are in [2^62, 2^63).
    private static long quotient(long x, long y, int bits) {
        long remainder = x;
        long quotient = 0;
        for (int i = 0; i <= bits; i++) {
            quotient <<= 1;
            if (Long.compareUnsigned(remainder, y) >= 0) {
                remainder -= y;
                quotient |= 1;
            }
            remainder <<= 1;
        }
        return quotient | (remainder == 0 ? 0 : 1);
    }

    static long squareRoot(Cpu cpu, FloatFormat format, long a) {
        long plain = isPlain(cpu) ? HostFloats.squareRoot(format, a) : 0;
        if (plain != 0) {
            return plain;
        }
        int kind = kind(cpu, format, a);
        if (kind >= QUIET) {
            return quieten(cpu, format, a);
        }
        if (kind == ZERO) {
            return format.zero(format.isNegative(a));
        }
        if (format.isNegative(a)) {
            return invalid(cpu, format);
        }
        if (kind == INFINITE) {
            return a;
        }
        int exponent = exponent(format, a);
        long radicand = (exponent & 1) != 0 ? significand(format, a) << 1 : significand(format, a);
        int bits = format.fractionBits + 3;
        return normalizeAndRound(cpu, format, false, (exponent >> 1) + 62 - bits, root(radicand, bits));
    }

    /// The integer part and `bits` bits after the point of the square root of x / 2^62, x unsigned, and a
    /// sticky bit in the last: digit by digit, two bits of the radicand for one of the root.
    private static long root(long x, int bits) {
        long rest = x;
        long remainder = 0;
        long root = 0;
        for (int i = 0; i <= bits; i++) {
            remainder = remainder << 2 | rest >>> 62;
            rest <<= 2;
            long trial = root << 2 | 1;
            root <<= 1;
            if (remainder >= trial) {
                remainder -= trial;
                root |= 1;
            }
        }
        return root | (remainder == 0 && rest == 0 ? 0 : 1);
    }

    static long maximum(Cpu cpu, FloatFormat format, long a, long b) {
        return extreme(cpu, format, a, b, GREATER);
    }

    static long minimum(Cpu cpu, FloatFormat format, long a, long b) {
        return extreme(cpu, format, a, b, LESS);
    }

    /// FPMax and FPMin: of zeros, the positive one is greater.
    private static long extreme(Cpu cpu, FloatFormat format, long a, long b, int wanted) {
        int kindA = kind(cpu, format, a);
        int kindB = kind(cpu, format, b);
        if (kindA >= QUIET || kindB >= QUIET) {
            return quieten(cpu, format, a, kindA, b, kindB);
        }
        if (kindA == ZERO && kindB == ZERO) {
            return (wanted == GREATER ? a & b : a | b) & format.signBit;
        }
        long x = kindA == ZERO ? a & format.signBit : a;
        long y = kindB == ZERO ? b & format.signBit : b;
        return order(format, x, y) == wanted ? x : y;
    }

    /// FPMaxNum: a quiet NaN loses against a number.
    static long maximumNumber(Cpu cpu, FloatFormat format, long a, long b) {
        return maximum(cpu, format, number(format, a, b, true), number(format, b, a, true));
    }

    static long minimumNumber(Cpu cpu, FloatFormat format, long a, long b) {
        return minimum(cpu, format, number(format, a, b, false), number(format, b, a, false));
    }

    private static long number(FloatFormat format, long value, long other, boolean negative) {
        return isQuiet(format, value) && !isQuiet(format, other) ? format.infinity(negative) : value;
    }

    private static boolean isQuiet(FloatFormat format, long value) {
        return format.isNaN(value) && (value & format.quietBit) != 0;
    }

    /// FPCompare. Comparing a signalling NaN is invalid and, for FCMPE and what tests an order, any NaN.
    static int compare(Cpu cpu, FloatFormat format, long a, long b, boolean signals) {
        int kindA = kind(cpu, format, a);
        int kindB = kind(cpu, format, b);
        if (kindA >= QUIET || kindB >= QUIET) {
            if (signals || kindA == SIGNALLING || kindB == SIGNALLING) {
                raise(cpu, IOC);
            }
            return UNORDERED;
        }
        return order(format, kindA == ZERO ? 0 : a, kindB == ZERO ? 0 : b);
    }

    /// Of values that are not NaNs, zeros having been made equal: sign and magnitude order as numbers do.
    private static int order(FloatFormat format, long a, long b) {
        long x = format.isNegative(a) ? -(a & format.signBit - 1) : a;
        long y = format.isNegative(b) ? -(b & format.signBit - 1) : b;
        return x < y ? LESS : x == y ? EQUAL : GREATER;
    }
}
