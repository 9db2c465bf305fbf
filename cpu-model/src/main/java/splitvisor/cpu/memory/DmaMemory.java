package splitvisor.cpu.memory;

/// Memory as a device reaches it: RAM by physical address, of a machine or of a virtual one.
public interface DmaMemory {

    /// Whether `size` bytes from `pa` lie in RAM.
    boolean isRam(long pa, long size);

    /// Reads 1, 2, 4 or 8 bytes (`log2` 0 to 3), zero-extended. The caller has checked [#isRam].
    long readRam(long pa, int log2);

    /// Writes 1, 2, 4 or 8 bytes. The caller has checked [#isRam].
    void writeRam(long pa, int log2, long value);

    /// Copies RAM from `pa` to bytes `from` up to `to` of an array. The caller has checked [#isRam].
    default void copyOut(long pa, byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            bytes[i] = (byte) readRam(pa + i - from, 0);
        }
    }

    /// Copies bytes `from` up to `to` of an array to RAM at `pa`. The caller has checked [#isRam].
    default void copyIn(byte[] bytes, int from, int to, long pa) {
        for (int i = from; i < to; i++) {
            writeRam(pa + i - from, 0, bytes[i]);
        }
    }
}
