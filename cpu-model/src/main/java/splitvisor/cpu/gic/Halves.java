package splitvisor.cpu.gic;

/// 64-bit device registers, which may also be accessed as two 32-bit halves.
final class Halves {

    private Halves() {}

    static long read(long register, int offset, int log2) {
        return log2 == 3 ? register : register >>> shift(offset) & 0xffff_ffffL;
    }

    /// The register's new value.
    static long write(long register, int offset, int log2, long value) {
        if (log2 == 3) {
            return value;
        }
        long half = 0xffff_ffffL << shift(offset);
        return register & ~half | value << shift(offset) & half;
    }

    private static int shift(int offset) {
        return (offset & 4) * 8;
    }
}
