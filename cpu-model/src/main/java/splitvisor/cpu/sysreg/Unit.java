package splitvisor.cpu.sysreg;

/// The parts of a PE whose registers are more than storage; see [RegisterUnit].
public enum Unit {
    /// PSTATE's fields, read and written as registers.
    PSTATE,
    /// Identification: values that depend on the PE, or on who asks.
    ID,
    /// The generic timers.
    TIMER,
    /// The performance monitors.
    PMU,
    /// Self-hosted debug.
    DEBUG,
    /// Pending interrupts and deferred SErrors.
    INTERRUPT,
    /// The physical GIC CPU interface (ICC_*).
    GIC,
    /// The virtual GIC CPU interface: ICC_* names at EL1 when HCR_EL2.{IMO,FMO} hand them to the guest (ICV_*).
    GIC_VIRTUAL,
    /// The hypervisor's side of the virtual GIC CPU interface (ICH_*).
    GIC_HYPERVISOR
}
