package splitvisor.cpu.memory;

/// A memory-mapped device. `offset` counts from the device's first address; `log2` is the access
/// size, 0 to 3 for 1 to 8 bytes.
public interface Device {

    /// The register's value, zero-extended. A register that does not exist reads as zero.
    long read(long offset, int log2);

    /// Writes a register; a write to one that does not exist is ignored.
    void write(long offset, int log2, long value);

    /// The name of the register at `offset`, as its manual has it; the device and the offset where it has none.
    default String register(long offset) {
        return "%s+%#x".formatted(getClass().getSimpleName(), offset);
    }
}
