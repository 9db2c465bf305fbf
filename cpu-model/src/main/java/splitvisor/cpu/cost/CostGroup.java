package splitvisor.cpu.cost;

/// What a system register costs to move, and the row of a breakdown it is counted under. The first
/// five carry the row names of ISCA 2016, Table III.
public enum CostGroup {
    EL1_SYSTEM("EL1 System Regs"),
    VGIC("VGIC Regs"),
    TIMER("Timer Regs"),
    EL2_CONFIG("EL2 Config Regs"),
    EL2_VIRTUAL_MEMORY("EL2 Virtual Memory Regs"),
    DEBUG("Debug and PMU Regs"),
    THREAD("Thread pointers"),
    SYNDROME("Syndrome Regs"),
    FP_CONTROL("FP control Regs"),
    ID("ID Regs"),
    PSTATE("PSTATE fields"),
    GIC_CPU("GIC CPU interface"),
    OTHER("Other Regs");

    private final String label;

    CostGroup(String label) {
        this.label = label;
    }

    /// The row label in tables and figures.
    public String label() {
        return label;
    }
}
