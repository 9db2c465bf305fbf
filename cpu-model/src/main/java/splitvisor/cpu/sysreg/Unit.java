package splitvisor.cpu.sysreg;

/// The parts of a PE whose registers are more than storage. The registers of each are read and written
/// through a [RegisterUnit].
public enum Unit {
    /// PSTATE's fields, read and written as registers.
    PSTATE,
    /// Identification: values that depend on the PE, or on who asks.
    ID,
    /// Pending interrupts and deferred SErrors.
    INTERRUPT,
    /// Self-hosted debug.
    DEBUG,
    /// The performance monitors.
    PMU,
    /// The generic timers.
    TIMER,
    /// The GIC CPU interface: ICC_*, ICV_* and ICH_*.
    GIC
}
