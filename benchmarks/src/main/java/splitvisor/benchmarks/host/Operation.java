package splitvisor.benchmarks.host;

import java.util.Arrays;
import java.util.List;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.highvisor.kernel.KernelPath;
import splitvisor.highvisor.user.Vmm.Signals;

/// What is measured, one row each. `label` names the loop in `guests/operations.s`, and with `_begin` and
/// `_end` the instructions that are counted, where these are the guest's.
public enum Operation {
    HYP_CALL("hyp_call", "hypercall: HVC, answered by the host kernel (PSCI_VERSION)"),
    ID_REGISTER("id_register", "read of an ID register: trapped by HCR_EL2.TID3, emulated in the host kernel"),
    MMIO_READ_VGIC("mmio_read_vgic", "read of GICD_IIDR: a device emulated in the host kernel"),
    MMIO_READ_USER("mmio_read_user", "read of a device emulated by the VMM in user space, at EL0"),
    VIRTUAL_IRQ("virtual_irq", "interrupt to oneself: SGI trapped, injected by a list register, taken, ended"),
    EOI("eoi", "end of an interrupt: the virtual CPU interface alone, no exit"),
    ACK_EOI("ack_eoi", "acknowledge and end of an interrupt: the virtual CPU interface alone, no exit"),
    ACK_EOI_USER_GIC("ack_eoi_user_gic", "the same where the VMM emulates the GIC: two exits", Setting.USER_GIC),
    VIRTUAL_IPI("virtual_ipi", "SGI to the vCPU on another PE, until its handler runs: by a physical IPI", Setting.SMP),
    VIRTUAL_IPI_USER_GIC("virtual_ipi_user_gic", "SGI where the VMM has the GIC, until ended", Setting.SMP_USER_GIC),
    IO_LATENCY_OUT("io_latency_out", "store to a virtual device, until the host kernel has it", Setting.BACKEND),
    IO_LATENCY_IN("io_latency_in", "signal of a virtual device on another PE, until the guest has it", Setting.BACKEND),
    IO_LATENCY_IN_IDLE("io_latency_in_idle", "the same, when the guest waits in WFI: its PE idles", Setting.BACKEND),
    WFI_TIMER("wfi_timer", "WFI until one's timer: the vCPU blocks, the PE idles, the host's timer wakes both"),
    STAGE2_FAULT("stage2_fault", "first touch of a page: stage-2 fault, map, retry"),
    VM_SWITCH("vm_switch", "WFI hands the PE to another VM, whose WFI hands it back", Setting.TWO_VMS),
    EL0_SYSCALL("el0_syscall", "control: SVC from the guest's EL0 to its EL1 and back");

    /// What takes part.
    private enum Setting {
        ONE_VM(1, 1, 1, Signals.NONE),
        TWO_VMS(2, 1, 1, Signals.WIRE),
        SMP(1, 2, 2, Signals.NONE),
        USER_GIC(1, 1, 1, Signals.NONE),
        SMP_USER_GIC(1, 2, 2, Signals.NONE),
        BACKEND(1, 1, 2, Signals.BACKEND);

        private final int vms;
        private final int vcpus;
        private final int pes;
        private final Signals signals;

        Setting(int vms, int vcpus, int pes, Signals signals) {
            this.vms = vms;
            this.vcpus = vcpus;
            this.pes = pes;
            this.signals = signals;
        }
    }

    private final String label;
    private final String title;
    private final Setting setting;

    Operation(String label, String title) {
        this(label, title, Setting.ONE_VM);
    }

    Operation(String label, String title, Setting setting) {
        this.label = label;
        this.title = title;
        this.setting = setting;
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
    public int vms() {
        return setting.vms;
    }

    /// How many vCPUs each VM has.
    int vcpus() {
        return setting.vcpus;
    }

    /// How many PEs the machine has.
    int pes() {
        return setting.pes;
    }

    /// Whether the VMM emulates the interrupt controller, and not the kernel.
    boolean userGic() {
        return setting == Setting.USER_GIC || setting == Setting.SMP_USER_GIC;
    }

    /// Which of the kernel's signalling devices the VMs have.
    Signals signals() {
        return setting.signals;
    }

    /// The label of the loop in the guest.
    String loop() {
        return setting != Setting.BACKEND ? label : this == IO_LATENCY_IN_IDLE ? "io_latency_idle" : "io_latency";
    }

    /// The path of the host in which the measured part begins, or null when that is in the guest.
    CodePath beginsIn() {
        return this == IO_LATENCY_IN || this == IO_LATENCY_IN_IDLE ? KernelPath.IRQFD_INJECT : null;
    }

    /// The path of the host with which the measured part ends, or null when that is in the guest.
    CodePath endsIn() {
        return this == IO_LATENCY_OUT ? KernelPath.EVENTFD_SIGNAL : null;
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
