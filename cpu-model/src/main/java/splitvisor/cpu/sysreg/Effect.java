package splitvisor.cpu.sysreg;

/// What else happens when a register that is plain storage has been written.
public enum Effect {
    /// Nothing.
    NONE,
    /// Translation controls changed: cached decisions about the current context are void.
    TRANSLATION,
    /// HCR_EL2: the regime itself, routing and masking of interrupts.
    REGIME,
    /// CPACR_EL1 or CPTR_EL2: who may use the FP and SIMD registers.
    FP,
    /// Comparators, offsets and event streams of the generic timers changed.
    TIMER,
    /// Debug and step controls changed.
    DEBUG
}
