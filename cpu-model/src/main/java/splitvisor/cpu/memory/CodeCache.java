package splitvisor.cpu.memory;

/// What an engine keeps of the instructions it decoded. It may be stale exactly as an instruction
/// cache may: until software (IC IVAU, IC IALLU, IC IALLUIS) or a loader invalidates it. One cache
/// serves all PEs of a machine, so maintenance by one of them is maintenance for all.
public interface CodeCache {

    /// Bytes that one [#invalidate] covers: CTR_EL0.IminLine says the same.
    int LINE = 64;

    /// Forgets the line that holds `pa`.
    void invalidate(long pa);

    /// Forgets everything.
    void invalidateAll();
}
