package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Floats.AHP;
import static splitvisor.cpu.isa.Floats.DN;
import static splitvisor.cpu.isa.Floats.INFINITE;
import static splitvisor.cpu.isa.Floats.IOC;
import static splitvisor.cpu.isa.Floats.IXC;
import static splitvisor.cpu.isa.Floats.QUIET;
import static splitvisor.cpu.isa.Floats.SIGNALLING;
import static splitvisor.cpu.isa.Floats.TO_ZERO;
import static splitvisor.cpu.isa.Floats.ZERO;
import static splitvisor.cpu.isa.Floats.controls;
import static splitvisor.cpu.isa.Floats.exponent;
import static splitvisor.cpu.isa.Floats.increment;
import static splitvisor.cpu.isa.Floats.kind;
import static splitvisor.cpu.isa.Floats.quieten;
import static splitvisor.cpu.isa.Floats.raise;
import static splitvisor.cpu.isa.Floats.round;
import static splitvisor.cpu.isa.Floats.roundWithoutFlush;
import static splitvisor.cpu.isa.Floats.shiftRightSticky;
import static splitvisor.cpu.isa.Floats.significand;

import splitvisor.cpu.Cpu;

/// FPConvert, FPRoundInt, FPToFixed and FixedToFP.
final class FloatConversion {

    private FloatConversion() {}

    /// FPConvert: from one format to another.
    static long convert(Cpu cpu, FloatFormat from, FloatFormat to, long value, int mode) {
        boolean negative = from.isNegative(value);
        boolean fromAlternative = from == FloatFormat.HALF && controls(cpu, AHP);
        if (fromAlternative && from.field(value) == from.maxField) {
            // The alternative half precision has numbers where the other has infinities and NaNs.
            long fraction = (value & from.fractionMask | 1L << from.fractionBits) << 62 - from.fractionBits;
            return round(cpu, to, negative, from.maxField - from.bias, fraction, mode);
        }
        int kind = from == FloatFormat.HALF ? kindOfHalf(value) : kind(cpu, from, value);
        if (to == FloatFormat.HALF && controls(cpu, AHP)) {
            return toAlternative(cpu, from, value, kind, mode);
        }
        if (kind >= QUIET) {
            return convertNaN(cpu, from, to, value, kind);
        }
        if (kind == INFINITE) {
            return to.infinity(negative);
        }
        if (kind == ZERO) {
            return to.zero(negative);
        }
        int exponent = exponent(from, value);
        long significand = significand(from, value);
        return to == FloatFormat.HALF
                ? roundWithoutFlush(cpu, to, negative, exponent, significand, mode)
                : round(cpu, to, negative, exponent, significand, mode);
    }

    /// FPUnpackCV: a conversion from half precision does not flush its operand.
    private static int kindOfHalf(long value) {
        FloatFormat half = FloatFormat.HALF;
        if (half.isNaN(value)) {
            return (value & half.quietBit) != 0 ? QUIET : SIGNALLING;
        }
        long magnitude = value & half.signBit - 1;
        return magnitude == half.infinity ? INFINITE : magnitude == 0 ? ZERO : Floats.FINITE;
    }

    /// FPConvertNaN: the fraction's upper bits are kept.
    private static long convertNaN(Cpu cpu, FloatFormat from, FloatFormat to, long value, int kind) {
        if (kind == SIGNALLING) {
            raise(cpu, IOC);
        }
        if (controls(cpu, DN)) {
            return to.defaultNaN;
        }
        long atTop = (value & from.fractionMask) << 63 - from.fractionBits;
        return to.zero(from.isNegative(value)) | to.defaultNaN | atTop >>> 63 - to.fractionBits;
    }

    /// To the alternative half precision: what it cannot represent is invalid, a NaN becoming zero and
    /// everything else the largest number.
    private static long toAlternative(Cpu cpu, FloatFormat from, long value, int kind, int mode) {
        FloatFormat half = FloatFormat.HALF;
        boolean negative = from.isNegative(value);
        if (kind == ZERO) {
            return half.zero(negative);
        }
        if (kind >= QUIET) {
            raise(cpu, IOC);
            return half.zero(negative);
        }
        long largest = half.zero(negative) | half.signBit - 1;
        if (kind == INFINITE) {
            raise(cpu, IOC);
            return largest;
        }
        int exponent = exponent(from, value);
        long significand = significand(from, value);
        if (exponent < half.bias) {
            return roundWithoutFlush(cpu, half, negative, exponent, significand, mode);
        }
        int drop = 62 - half.fractionBits;
        long error = significand & (1L << drop) - 1;
        long mantissa = significand >>> drop;
        mantissa += error == 0 ? 0 : increment(mode, negative, mantissa, error, drop);
        long magnitude = ((long) exponent + half.bias - 1 << half.fractionBits) + mantissa;
        if (magnitude >= half.signBit) {
            raise(cpu, IOC);
            return largest;
        }
        raise(cpu, error == 0 ? 0 : IXC);
        return half.zero(negative) | magnitude;
    }

    /// FPRoundInt. FRINTX (`exact`) alone tells that the value changed.
    static long roundToIntegral(Cpu cpu, FloatFormat format, long value, int mode, boolean exact) {
        int kind = kind(cpu, format, value);
        boolean negative = format.isNegative(value);
        if (kind >= QUIET) {
            return quieten(cpu, format, value);
        }
        if (kind == ZERO) {
            return format.zero(negative);
        }
        int exponent = kind == INFINITE ? format.bias : exponent(format, value);
        if (exponent >= format.fractionBits || kind == INFINITE) {
            return value;
        }
        int drop = 62 - exponent;
        long significand = shiftRightSticky(significand(format, value), Math.max(0, drop - 62));
        drop = Math.min(drop, 62);
        long error = significand & (1L << drop) - 1;
        long integer = significand >>> drop;
        if (error == 0) {
            return value;
        }
        if (exact) {
            raise(cpu, IXC);
        }
        integer += increment(mode, negative, integer, error, drop);
        if (integer == 0) {
            return format.zero(negative);
        }
        int up = Long.numberOfLeadingZeros(integer) - 1;
        return round(cpu, format, negative, 62 - up, integer << up, TO_ZERO);
    }

    /// FPToFixed: to `width` bits with `fractionBits` of them after the point, saturating.
    static long toFixed(
            Cpu cpu, FloatFormat format, long value, int width, int fractionBits, boolean unsigned, int mode) {
        int kind = kind(cpu, format, value);
        if (kind >= QUIET) {
            raise(cpu, IOC);
            return 0;
        }
        if (kind == ZERO) {
            return 0;
        }
        boolean negative = format.isNegative(value);
        int exponent = kind == INFINITE ? 1000 : exponent(format, value) + fractionBits;
        if (exponent > 63) {
            return saturated(cpu, width, unsigned, negative);
        }
        long significand = significand(format, value);
        int drop = Math.max(62 - exponent, 0);
        long exact = exponent == 63 ? significand << 1 : shiftRightSticky(significand, Math.max(0, drop - 62));
        drop = Math.min(drop, 62);
        long error = exact & (1L << drop) - 1;
        long magnitude = exact >>> drop;
        magnitude += error == 0 ? 0 : increment(mode, negative, magnitude, error, drop);
        if (!fits(magnitude, width, unsigned, negative)) {
            return saturated(cpu, width, unsigned, negative);
        }
        if (error != 0) {
            raise(cpu, IXC);
        }
        return (negative ? -magnitude : magnitude) & -1L >>> 64 - width;
    }

    /// Whether the magnitude, unsigned, is one that `width` bits hold.
    private static boolean fits(long magnitude, int width, boolean unsigned, boolean negative) {
        if (unsigned) {
            return negative ? magnitude == 0 : (magnitude & ~(-1L >>> 64 - width)) == 0;
        }
        long limit = (1L << width - 1) - (negative ? 0 : 1);
        return Long.compareUnsigned(magnitude, limit) <= 0;
    }

    private static long saturated(Cpu cpu, int width, boolean unsigned, boolean negative) {
        raise(cpu, IOC);
        long all = -1L >>> 64 - width;
        if (unsigned) {
            return negative ? 0 : all;
        }
        return negative ? 1L << width - 1 : all >>> 1;
    }

    /// FixedToFP: `value` is sign-extended or zero-extended to 64 bits.
    static long fromFixed(Cpu cpu, FloatFormat format, long value, int fractionBits, boolean unsigned, int mode) {
        if (value == 0) {
            return 0;
        }
        boolean negative = !unsigned && value < 0;
        long magnitude = negative ? -value : value;
        int up = Long.numberOfLeadingZeros(magnitude) - 1;
        long significand = up < 0 ? shiftRightSticky(magnitude, 1) : magnitude << up;
        return round(cpu, format, negative, 62 - up - fractionBits, significand, mode);
    }
}
