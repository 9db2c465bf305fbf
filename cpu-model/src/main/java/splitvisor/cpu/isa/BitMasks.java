package splitvisor.cpu.isa;

/// Logical immediates from their values: the inverse of [Arithmetic#bitmask].
final class BitMasks {

    private BitMasks() {}

    /// `N:immr:imms` for a 64-bit mask, or -1.
    static int encode(long mask) {
        if (mask == 0 || mask == -1) {
            return -1;
        }
        int size = 64;
        while (size > 2 && replicate(mask & -1L >>> 64 - size / 2, size / 2) == mask) {
            size /= 2;
        }
        long element = mask & -1L >>> 64 - size;
        int ones = Long.bitCount(element);
        for (int rotate = 0; rotate < size; rotate++) {
            if (rotateRight(-1L >>> 64 - ones, rotate, size) == element) {
                int imms = -(size << 1) & 0x3f | ones - 1;
                return (size == 64 ? 1 << 12 : 0) | rotate << 6 | imms;
            }
        }
        return -1;
    }

    private static long rotateRight(long element, int by, int size) {
        return by == 0 ? element : (element >>> by | element << size - by) & -1L >>> 64 - size;
    }

    private static long replicate(long element, int size) {
        long all = element;
        for (int filled = size; filled < 64; filled *= 2) {
            all |= all << filled;
        }
        return all;
    }
}
