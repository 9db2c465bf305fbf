package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Floats.DOWN;
import static splitvisor.cpu.isa.Floats.INFINITE;
import static splitvisor.cpu.isa.Floats.QUIET;
import static splitvisor.cpu.isa.Floats.SIGNALLING;
import static splitvisor.cpu.isa.Floats.ZERO;
import static splitvisor.cpu.isa.Floats.exponent;
import static splitvisor.cpu.isa.Floats.invalid;
import static splitvisor.cpu.isa.Floats.kind;
import static splitvisor.cpu.isa.Floats.normalizeAndRound;
import static splitvisor.cpu.isa.Floats.quieten;
import static splitvisor.cpu.isa.Floats.rounding;
import static splitvisor.cpu.isa.Floats.significand;

import splitvisor.cpu.Cpu;

/// FPMulAdd, FPRecipStepFused and FPRSqrtStepFused: a product and a sum with one rounding.
final class FloatFusion {

    private FloatFusion() {}

    /// FPMulAdd: addend + a × b.
    static long multiplyAdd(Cpu cpu, FloatFormat format, long addend, long a, long b) {
        long plain = Floats.isPlain(cpu) ? HostFloats.multiplyAdd(format, addend, a, b) : 0;
        if (plain != 0) {
            return plain;
        }
        int kindC = kind(cpu, format, addend);
        int kindA = kind(cpu, format, a);
        int kindB = kind(cpu, format, b);
        boolean undefined = kindA == INFINITE && kindB == ZERO || kindA == ZERO && kindB == INFINITE;
        if (kindC == QUIET && undefined) {
            return invalid(cpu, format);
        }
        if (kindC >= QUIET || kindA >= QUIET || kindB >= QUIET) {
            return anyNaN(cpu, format, addend, kindC, a, kindA, b, kindB);
        }
        boolean negativeC = format.isNegative(addend);
        boolean negativeP = format.isNegative(a ^ b);
        boolean infiniteP = kindA == INFINITE || kindB == INFINITE;
        if (undefined || kindC == INFINITE && infiniteP && negativeC != negativeP) {
            return invalid(cpu, format);
        }
        if (kindC == INFINITE || infiniteP) {
            return format.infinity(kindC == INFINITE ? negativeC : negativeP);
        }
        if (kindA == ZERO || kindB == ZERO) {
            boolean negative = negativeC == negativeP ? negativeC : rounding(cpu) == DOWN;
            return kindC == ZERO ? format.zero(negative) : addend;
        }
        return fuse(cpu, format, addend, kindC == ZERO, a, b, negativeP, 0);
    }

    /// FPProcessNaNs3: signalling ones first, the addend before the factors.
    private static long anyNaN(
            Cpu cpu, FloatFormat format, long c, int kindC, long a, int kindA, long b, int kindB) {
        boolean signals = kindC == SIGNALLING || kindA == SIGNALLING || kindB == SIGNALLING;
        int wanted = signals ? SIGNALLING : QUIET;
        return quieten(cpu, format, kindC == wanted ? c : kindA == wanted ? a : b);
    }

    /// FPRecipStepFused: 2 − a × b.
    static long reciprocalStep(Cpu cpu, FloatFormat format, long a, long b) {
        return step(cpu, format, a ^ format.signBit, b, format.power(false, 1, false), 0);
    }

    /// FPRSqrtStepFused: (3 − a × b) / 2.
    static long squareRootStep(Cpu cpu, FloatFormat format, long a, long b) {
        return step(cpu, format, a ^ format.signBit, b, format.power(false, 1, true), 1);
    }

    /// (start + a × b) / 2^halvings; where the product is zero times infinity, start / 2^halvings.
    private static long step(Cpu cpu, FloatFormat format, long a, long b, long start, int halvings) {
        int kindA = kind(cpu, format, a);
        int kindB = kind(cpu, format, b);
        if (kindA >= QUIET || kindB >= QUIET) {
            return quieten(cpu, format, a, kindA, b, kindB);
        }
        long half = start - ((long) halvings << format.fractionBits);
        boolean negative = format.isNegative(a ^ b);
        if (kindA == INFINITE || kindB == INFINITE) {
            return kindA == ZERO || kindB == ZERO ? half : format.infinity(negative);
        }
        if (kindA == ZERO || kindB == ZERO) {
            return half;
        }
        return fuse(cpu, format, start, false, a, b, negative, halvings);
    }

    /// The product of two significands has its leading one at bit 124 or 125 of two words, the addend's is
    /// put at bit 124. The lower of the two is shifted right, what falls out staying as the sticky bit: where
    /// much cancels, their exponents differ by one at most, and nothing falls out.
    private static long fuse(
            Cpu cpu, FloatFormat format, long c, boolean withoutC, long a, long b, boolean negativeP, int halvings) {
        long x = significand(format, a);
        long y = significand(format, b);
        long high = Math.multiplyHigh(x, y);
        long low = x * y;
        int exponent = exponent(format, a) + exponent(format, b);
        if (withoutC) {
            return finish(cpu, format, negativeP, exponent, high, low, halvings);
        }
        long z = significand(format, c);
        long highC = z >>> 2;
        long lowC = z << 62;
        int distance = exponent - exponent(format, c);
        if (distance >= 0) {
            lowC = shiftedLow(highC, lowC, distance);
            highC = distance > 63 ? 0 : highC >>> distance;
        } else {
            low = shiftedLow(high, low, -distance);
            high = -distance > 63 ? 0 : high >>> -distance;
            exponent -= distance;
        }
        boolean negativeC = format.isNegative(c);
        if (negativeC == negativeP) {
            long sum = low + lowC;
            long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
            return finish(cpu, format, negativeP, exponent, high + highC + carry, sum, halvings);
        }
        long borrow = Long.compareUnsigned(low, lowC) < 0 ? 1 : 0;
        long difference = low - lowC;
        long top = high - highC - borrow;
        if (top < 0) {
            return finish(cpu, format, negativeC, exponent, ~top + (difference == 0 ? 1 : 0), -difference, halvings);
        }
        boolean isZero = (top | difference) == 0;
        return finish(cpu, format, isZero ? rounding(cpu) == DOWN : negativeP, exponent, top, difference, halvings);
    }

    /// The low word of two shifted right, with the sticky bit.
    private static long shiftedLow(long high, long low, int distance) {
        if (distance == 0) {
            return low;
        }
        if (distance < 64) {
            long lost = low << 64 - distance;
            return high << 64 - distance | low >>> distance | (lost == 0 ? 0 : 1);
        }
        long lost = low | (distance == 64 ? 0 : high << 128 - Math.min(distance, 127));
        long kept = distance > 127 ? 0 : high >>> distance - 64;
        return kept | (lost == 0 && (distance < 128 || high == 0) ? 0 : 1);
    }

    /// Rounds high:low × 2^(exponent − 124 − halvings).
    private static long finish(
            Cpu cpu, FloatFormat format, boolean negative, int exponent, long high, long low, int halvings) {
        int e = exponent + 2 - halvings;
        if (high == 0) {
            return normalizeAndRound(cpu, format, negative, e - 64, low);
        }
        int up = Long.numberOfLeadingZeros(high) - 1;
        long top = up == 0 ? high : high << up | low >>> 64 - up;
        long rest = low << up;
        return normalizeAndRound(cpu, format, negative, e - up, top | (rest == 0 ? 0 : 1));
    }
}
