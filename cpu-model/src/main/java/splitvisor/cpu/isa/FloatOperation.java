package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.FloatArithmetic.EQUAL;
import static splitvisor.cpu.isa.FloatArithmetic.GREATER;

import splitvisor.cpu.Cpu;

/// What happens in one lane of a floating-point vector instruction: `a` and `b` are the lane of the first
/// and the second operand, `d` of the destination, all as bits of the format.
@FunctionalInterface
interface FloatOperation {

    long of(Cpu cpu, FloatFormat format, long a, long b, long d);

    FloatOperation ADD = (cpu, format, a, b, d) -> FloatArithmetic.add(cpu, format, a, b);
    FloatOperation SUB = (cpu, format, a, b, d) -> FloatArithmetic.subtract(cpu, format, a, b);
    FloatOperation MUL = (cpu, format, a, b, d) -> FloatArithmetic.multiply(cpu, format, a, b);
    FloatOperation MULX = (cpu, format, a, b, d) -> FloatArithmetic.multiplyExtended(cpu, format, a, b);
    FloatOperation DIV = (cpu, format, a, b, d) -> FloatArithmetic.divide(cpu, format, a, b);
    FloatOperation MLA = (cpu, format, a, b, d) -> FloatFusion.multiplyAdd(cpu, format, d, a, b);
    FloatOperation MLS = (cpu, format, a, b, d) -> FloatFusion.multiplyAdd(cpu, format, d, a ^ format.signBit, b);
    FloatOperation MAX = (cpu, format, a, b, d) -> FloatArithmetic.maximum(cpu, format, a, b);
    FloatOperation MIN = (cpu, format, a, b, d) -> FloatArithmetic.minimum(cpu, format, a, b);
    FloatOperation MAX_NUMBER = (cpu, format, a, b, d) -> FloatArithmetic.maximumNumber(cpu, format, a, b);
    FloatOperation MIN_NUMBER = (cpu, format, a, b, d) -> FloatArithmetic.minimumNumber(cpu, format, a, b);
    FloatOperation DIFFERENCE =
            (cpu, format, a, b, d) -> FloatArithmetic.subtract(cpu, format, a, b) & ~format.signBit;
    FloatOperation RECIPROCAL_STEP = (cpu, format, a, b, d) -> FloatFusion.reciprocalStep(cpu, format, a, b);
    FloatOperation ROOT_STEP = (cpu, format, a, b, d) -> FloatFusion.squareRootStep(cpu, format, a, b);

    FloatOperation ABS = (cpu, format, a, b, d) -> a & ~format.signBit;
    FloatOperation NEG = (cpu, format, a, b, d) -> a ^ format.signBit;
    FloatOperation ROOT = (cpu, format, a, b, d) -> FloatArithmetic.squareRoot(cpu, format, a);
    FloatOperation RECIPROCAL = (cpu, format, a, b, d) -> FloatEstimate.reciprocal(cpu, format, a);
    FloatOperation RECIPROCAL_ROOT = (cpu, format, a, b, d) -> FloatEstimate.squareRoot(cpu, format, a);
    FloatOperation RECIPROCAL_EXPONENT =
            (cpu, format, a, b, d) -> FloatEstimate.exponentReciprocal(cpu, format, a);

    FloatOperation COMPARE_EQUAL =
            (cpu, format, a, b, d) -> FloatArithmetic.compare(cpu, format, a, b, false) == EQUAL ? -1 : 0;
    FloatOperation COMPARE_GREATER =
            (cpu, format, a, b, d) -> FloatArithmetic.compare(cpu, format, a, b, true) == GREATER ? -1 : 0;
    FloatOperation COMPARE_GREATER_EQUAL = (cpu, format, a, b, d) -> {
        int order = FloatArithmetic.compare(cpu, format, a, b, true);
        return order == GREATER || order == EQUAL ? -1 : 0;
    };
    FloatOperation COMPARE_LESS = (cpu, format, a, b, d) -> COMPARE_GREATER.of(cpu, format, b, a, d);
    FloatOperation COMPARE_LESS_EQUAL = (cpu, format, a, b, d) -> COMPARE_GREATER_EQUAL.of(cpu, format, b, a, d);
    FloatOperation COMPARE_GREATER_MAGNITUDE = (cpu, format, a, b, d) ->
            COMPARE_GREATER.of(cpu, format, a & ~format.signBit, b & ~format.signBit, d);
    FloatOperation COMPARE_GREATER_EQUAL_MAGNITUDE = (cpu, format, a, b, d) ->
            COMPARE_GREATER_EQUAL.of(cpu, format, a & ~format.signBit, b & ~format.signBit, d);

    /// Rounds to an integer by `mode`.
    static FloatOperation integral(int mode) {
        return (cpu, format, a, b, d) -> FloatConversion.roundToIntegral(cpu, format, a, mode, false);
    }

    FloatOperation INTEGRAL_BY_FPCR =
            (cpu, format, a, b, d) -> FloatConversion.roundToIntegral(cpu, format, a, Floats.rounding(cpu), false);
    FloatOperation INTEGRAL_EXACT =
            (cpu, format, a, b, d) -> FloatConversion.roundToIntegral(cpu, format, a, Floats.rounding(cpu), true);

    /// To an integer, or a fixed-point number with `b` fraction bits, of the lane's width.
    static FloatOperation toFixed(boolean unsigned, int mode) {
        return (cpu, format, a, b, d) ->
                FloatConversion.toFixed(cpu, format, a, format.bits, (int) b, unsigned, mode);
    }

    FloatOperation FROM_UNSIGNED = (cpu, format, a, b, d) ->
            FloatConversion.fromFixed(cpu, format, a, (int) b, true, Floats.rounding(cpu));
    FloatOperation FROM_SIGNED = (cpu, format, a, b, d) -> {
        int unused = 64 - format.bits;
        return FloatConversion.fromFixed(cpu, format, a << unused >> unused, (int) b, false, Floats.rounding(cpu));
    };
}
