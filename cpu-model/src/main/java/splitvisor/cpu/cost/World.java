package splitvisor.cpu.cost;

/// Who is running, as the machine can tell from its own state: the exception level, HCR_EL2.E2H at
/// EL2, and HCR_EL2.VM below it (with stage 2 on, EL1 and EL0 belong to a virtual machine).
public enum World {
    GUEST_EL0("guest_EL0"),
    GUEST_EL1("guest_EL1"),
    HOST_EL0("host_user_EL0"),
    HOST_EL1("host_kernel_EL1"),
    HYP_EL2("hyp_EL2"),
    HOST_EL2("host_kernel_EL2");

    private final String label;

    World(String label) {
        this.label = label;
    }

    /// The name used in traces, tables and JSON.
    public String label() {
        return label;
    }

    /// The exception level alone.
    public String level() {
        return label.substring(label.lastIndexOf('_') + 1);
    }

    /// True for the two worlds at EL2.
    public boolean atEl2() {
        return this == HYP_EL2 || this == HOST_EL2;
    }
}
