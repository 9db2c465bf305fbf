package splitvisor.cpu.isa;

/// Arithmetic left to the host. It rounds to nearest as A64 does by default, but tells nothing about
/// exceptions; so it is asked only when the one that it could cause unseen, Inexact, is noted already
/// ([Floats#isPlain]), and its result is taken only when that is a normal number, greater than the
/// smallest: no other exception is possible then, and no NaN was involved. Otherwise the answer is 0,
/// and the caller computes for itself.
final class HostFloats {

    private HostFloats() {}

    static long add(FloatFormat format, long a, long b) {
        return switch (format) {
            case DOUBLE -> normal(Double.longBitsToDouble(a) + Double.longBitsToDouble(b));
            case SINGLE -> normal(Float.intBitsToFloat((int) a) + Float.intBitsToFloat((int) b));
            case HALF -> 0;
        };
    }

    static long multiply(FloatFormat format, long a, long b) {
        return switch (format) {
            case DOUBLE -> normal(Double.longBitsToDouble(a) * Double.longBitsToDouble(b));
            case SINGLE -> normal(Float.intBitsToFloat((int) a) * Float.intBitsToFloat((int) b));
            case HALF -> 0;
        };
    }

    static long divide(FloatFormat format, long a, long b) {
        return switch (format) {
            case DOUBLE -> normal(Double.longBitsToDouble(a) / Double.longBitsToDouble(b));
            case SINGLE -> normal(Float.intBitsToFloat((int) a) / Float.intBitsToFloat((int) b));
            case HALF -> 0;
        };
    }

    /// The root of a single in double precision, rounded, is the root rounded.
    static long squareRoot(FloatFormat format, long a) {
        return switch (format) {
            case DOUBLE -> normal(Math.sqrt(Double.longBitsToDouble(a)));
            case SINGLE -> normal((float) Math.sqrt(Float.intBitsToFloat((int) a)));
            case HALF -> 0;
        };
    }

    static long multiplyAdd(FloatFormat format, long addend, long a, long b) {
        return switch (format) {
            case DOUBLE -> normal(Math.fma(
                    Double.longBitsToDouble(a), Double.longBitsToDouble(b), Double.longBitsToDouble(addend)));
            case SINGLE -> normal(Math.fma(
                    Float.intBitsToFloat((int) a), Float.intBitsToFloat((int) b), Float.intBitsToFloat((int) addend)));
            case HALF -> 0;
        };
    }

    private static long normal(double value) {
        double magnitude = Math.abs(value);
        boolean safe = magnitude > Double.MIN_NORMAL && magnitude <= Double.MAX_VALUE;
        return safe ? Double.doubleToRawLongBits(value) : 0;
    }

    private static long normal(float value) {
        float magnitude = Math.abs(value);
        boolean safe = magnitude > Float.MIN_NORMAL && magnitude <= Float.MAX_VALUE;
        return safe ? Float.floatToRawIntBits(value) & 0xffff_ffffL : 0;
    }
}
