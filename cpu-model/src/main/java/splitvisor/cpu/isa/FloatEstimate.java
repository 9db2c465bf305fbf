package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Floats.DZC;
import static splitvisor.cpu.isa.Floats.INFINITE;
import static splitvisor.cpu.isa.Floats.IXC;
import static splitvisor.cpu.isa.Floats.OFC;
import static splitvisor.cpu.isa.Floats.QUIET;
import static splitvisor.cpu.isa.Floats.UFC;
import static splitvisor.cpu.isa.Floats.ZERO;
import static splitvisor.cpu.isa.Floats.flushes;
import static splitvisor.cpu.isa.Floats.invalid;
import static splitvisor.cpu.isa.Floats.kind;
import static splitvisor.cpu.isa.Floats.quieten;
import static splitvisor.cpu.isa.Floats.raise;
import static splitvisor.cpu.isa.Floats.rounding;

import splitvisor.cpu.Cpu;

/// FPRecipEstimate, FPRSqrtEstimate, FPRecpX and their unsigned integer forms: the architecture defines
/// the estimates to the bit, eight of them.
final class FloatEstimate {

    private FloatEstimate() {}

    /// FPRecipEstimate.
    static long reciprocal(Cpu cpu, FloatFormat format, long value) {
        int kind = kind(cpu, format, value);
        boolean negative = format.isNegative(value);
        if (kind >= QUIET) {
            return quieten(cpu, format, value);
        }
        if (kind == INFINITE) {
            return format.zero(negative);
        }
        if (kind == ZERO) {
            raise(cpu, DZC);
            return format.infinity(negative);
        }
        int exponent = Floats.exponent(format, value);
        if (exponent < -format.bias - 1) {
            raise(cpu, OFC | IXC);
            int mode = rounding(cpu);
            boolean toInfinity = mode == Floats.NEAREST || mode == (negative ? Floats.DOWN : Floats.UP);
            return toInfinity ? format.infinity(negative) : format.largest(negative);
        }
        if (exponent >= format.bias - 1 && flushes(cpu, format)) {
            raise(cpu, UFC);
            return format.zero(negative);
        }
        int scaled = (int) (Floats.significand(format, value) >>> 54);
        long estimate = reciprocalOf(scaled) & 0xff;
        return assemble(format, negative, -exponent - 1, estimate);
    }

    /// 1.estimate × 2^exponent, as a denormal number where it must; nothing is rounded.
    private static long assemble(FloatFormat format, boolean negative, int exponent, long estimate) {
        long mantissa = (0x100 | estimate) << format.fractionBits - 8;
        if (exponent < format.minExponent) {
            return format.zero(negative) | mantissa >>> format.minExponent - exponent;
        }
        return format.zero(negative) | ((long) exponent + format.bias - 1 << format.fractionBits) + mantissa;
    }

    /// FPRSqrtEstimate.
    static long squareRoot(Cpu cpu, FloatFormat format, long value) {
        int kind = kind(cpu, format, value);
        boolean negative = format.isNegative(value);
        if (kind >= QUIET) {
            return quieten(cpu, format, value);
        }
        if (kind == ZERO) {
            raise(cpu, DZC);
            return format.infinity(negative);
        }
        if (negative) {
            return invalid(cpu, format);
        }
        if (kind == INFINITE) {
            return 0;
        }
        int exponent = Floats.exponent(format, value);
        long significand = Floats.significand(format, value);
        int scaled = (int) ((exponent & 1) == 0 ? significand >>> 55 : significand >>> 54);
        long estimate = squareRootOf(scaled) & 0xff;
        return assemble(format, false, -(exponent + 2 >> 1), estimate);
    }

    /// FPRecpX: the exponent inverted, the fraction cleared.
    static long exponentReciprocal(Cpu cpu, FloatFormat format, long value) {
        if (kind(cpu, format, value) >= QUIET) {
            return quieten(cpu, format, value);
        }
        int field = format.field(value);
        long inverted = field == 0 ? format.maxField - 1 : ~field & format.maxField;
        return format.zero(format.isNegative(value)) | inverted << format.fractionBits;
    }

    /// UnsignedRecipEstimate.
    static long unsignedReciprocal(long value) {
        return value >>> 31 == 0 ? 0xffff_ffffL : (long) reciprocalOf((int) (value >>> 23)) << 23;
    }

    /// UnsignedRSqrtEstimate.
    static long unsignedSquareRoot(long value) {
        return value >>> 30 == 0 ? 0xffff_ffffL : (long) squareRootOf((int) (value >>> 23)) << 23;
    }

    /// RecipEstimate: from 0.5 to 1 as 256 to 511 to its reciprocal, 1 to 2 as 256 to 511.
    private static int reciprocalOf(int a) {
        return ((1 << 19) / (2 * a + 1) + 1) / 2;
    }

    /// RecipSqrtEstimate: from 0.25 to 1 as 128 to 511 to 1 over its root, 1 to 2 as 256 to 511.
    private static int squareRootOf(int a) {
        long x = a < 256 ? 2 * a + 1 : 2 * ((a & -2) + 1);
        int b = 512;
        while (x * (b + 1) * (b + 1) < 1 << 28) {
            b++;
        }
        return (b + 1) / 2;
    }
}
