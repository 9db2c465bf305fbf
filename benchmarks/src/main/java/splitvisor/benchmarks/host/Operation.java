package splitvisor.benchmarks.host;

import java.util.Arrays;
import java.util.List;

/// What is measured, one row each. `label` names the loop in `guests/operations.s`, and with `_begin` and
/// `_end` the instructions that are counted.
public enum Operation {
    HYP_CALL("hyp_call", "hypercall: HVC, answered by the host kernel (PSCI_VERSION)", Vms.ONE),
    ID_REGISTER("id_register", "read of an ID register: trapped by HCR_EL2.TID3, emulated in the host kernel", Vms.ONE),
    MMIO_READ_VGIC("mmio_read_vgic", "read of GICD_IIDR: a device emulated in the host kernel", Vms.ONE),
    MMIO_READ_USER("mmio_read_user", "read of a device emulated by the VMM in user space, at EL0", Vms.ONE),
    VIRTUAL_IRQ("virtual_irq", "interrupt to oneself: SGI trapped, injected by a list register, taken, ended", Vms.ONE),
    EOI("eoi", "end of an interrupt: the virtual CPU interface alone, no exit", Vms.ONE),
    STAGE2_FAULT("stage2_fault", "first touch of a page: stage-2 fault, map, retry", Vms.ONE),
    VM_SWITCH("vm_switch", "WFI hands the PE to another VM, whose WFI hands it back", Vms.TWO),
    EL0_SYSCALL("el0_syscall", "control: SVC from the guest's EL0 to its EL1 and back", Vms.ONE);

    private enum Vms {
        ONE,
        TWO
    }

    private final String label;
    private final String title;
    private final Vms vms;

    Operation(String label, String title, Vms vms) {
        this.label = label;
        this.title = title;
        this.vms = vms;
    }

    /// The name on the command line and in JSON.
    public String label() {
        return label;
    }

    /// What it does, in a few words.
    public String title() {
        return title;
    }

    /// How many VMs take part; with two, each has half of an iteration.
    int vms() {
        return vms == Vms.TWO ? 2 : 1;
    }

    /// The operation with the given name.
    public static Operation of(String label) {
        return Arrays.stream(values()).filter(op -> op.label.equals(label)).findFirst().orElseThrow();
    }

    /// All names, in order.
    public static List<String> labels() {
        return Arrays.stream(values()).map(Operation::label).toList();
    }
}
