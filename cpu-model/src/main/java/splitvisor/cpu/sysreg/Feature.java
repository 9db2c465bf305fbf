package splitvisor.cpu.sysreg;

/// Architectural features whose registers exist only with them. An access to a register of a feature
/// that the machine lacks is UNDEFINED.
public enum Feature {
    /// FEAT_RAS: ESB, the deferred and virtual SError syndromes, error records.
    RAS,
    /// At least one error record of FEAT_RAS; this machine has none.
    ERROR_RECORDS,
    /// FEAT_PMUv3: the performance monitors.
    PMUV3,
    /// A GIC that is reached through system registers; absent on a board with a GICv2.
    GICV3,
    /// FEAT_LOR: limited-ordering regions.
    LOR,
    /// FEAT_PAN: privileged access never.
    PAN,
    /// FEAT_UAO: unprivileged access override.
    UAO,
    /// FEAT_VHE: the EL2&0 regime and what comes with it.
    VHE,
    /// FEAT_DPB: clean to the point of persistence.
    DPB
}
