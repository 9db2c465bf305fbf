package splitvisor.benchmarks.book;

import splitvisor.benchmarks.svg.Diagram;
import splitvisor.benchmarks.svg.Diagram.Tone;

/// The book's schematic pictures of interrupts, timers, several PEs, and kinds of hypervisors.
final class DevicePictures {

    private DevicePictures() {}

    /// The states of a list register and what moves it from one to the next.
    static String listRegister() {
        Diagram d = new Diagram(1160, 430, "The life of a virtual interrupt in a list register");
        d.box(60, 190, 200, 70, Tone.MACHINE, "invalid", "State = 0b00: free");
        d.box(470, 90, 220, 70, Tone.HYP, "pending", "State = 0b01");
        d.box(880, 190, 220, 70, Tone.GUEST, "active", "State = 0b10");
        d.box(470, 310, 220, 70, Tone.USER, "pending and active", "State = 0b11");
        d.arrow(Tone.HYP, 262, 200, 466, 132).label(330, 138, "KVM: `msr ICH_LR<n>_EL2`");
        d.arrow(Tone.GUEST, 692, 122, 900, 188).label(860, 128, "guest: `mrs ICC_IAR1_EL1`");
        d.arrow(Tone.GUEST, 876, 225, 264, 225);
        d.label(430, 247, "guest: `msr ICC_EOIR1_EL1` (EOImode 0), no exit");
        d.arrow(Tone.HYP, 920, 262, 694, 338).label(880, 322, "KVM, at its next visit");
        d.arrow(Tone.GUEST, 640, 308, 640, 162).note(650, 292, "EOI");
        d.label(180, 320, "HW = 1: the EOI deactivates", "the physical interrupt too");
        d.label(180, 372, "EOI = 1: it asks for a", "maintenance interrupt");
        return d.svg();
    }

    /// Where distributor, hypervisor's view and guest's view are in both versions.
    static String gicVersions() {
        Diagram d = new Diagram(1160, 440, "Two GICs: who reaches what, and how");
        gic(d, 20, "GICv2: memory", "GICV, mapped where the guest", "expects GICC", "GICH, MMIO from the kernel");
        gic(d, 600, "GICv3: system registers", "`ICC_*`: with IMO set, `ICV_*`", "`ICC_SGI1R_EL1` traps",
                "`ICH_*_EL2`, at EL2 only");
        return d.svg();
    }

    private static void gic(Diagram d, double x, String name, String cpu, String note, String hyp) {
        d.frame(x, 60, 540, 360, Tone.MACHINE, name);
        d.box(x + 30, 100, 480, 50, Tone.GUEST, "guest");
        d.box(x + 30, 210, 210, 70, Tone.HOST, "vGIC of the kernel", "distributor in software");
        d.box(x + 280, 200, 230, 90, Tone.MACHINE, "virtual CPU interface", cpu, note);
        d.box(x + 280, 345, 230, 56, Tone.HYP, "list registers", hyp);
        d.arrow(Tone.GUEST, x + 130, 150, x + 130, 208).note(x + 140, 184, "trap: stage 2");
        d.both(Tone.GUEST, x + 395, 152, x + 395, 198).note(x + 405, 180, "no exit: IAR, EOIR");
        d.arrow(Tone.HYP, x + 240, 260, x + 300, 343);
        d.note(x + 60, 320, "fills them before entry,", "folds them back after exit");
        d.both(Tone.MACHINE, x + 395, 292, x + 395, 343);
    }

    /// One count, two views, and which timer is whose.
    static String timers() {
        Diagram d = new Diagram(1160, 440, "Counters and timers: whose they are");
        d.box(30, 90, 220, 70, Tone.MACHINE, "system counter", "one for all PEs");
        d.box(340, 60, 240, 60, Tone.MACHINE, "physical count", "`CNTPCT_EL0`");
        d.box(340, 140, 240, 60, Tone.GUEST, "virtual count", "`CNTVCT_EL0`");
        d.arrow(Tone.MACHINE, 252, 112, 336, 90).arrow(Tone.HYP, 252, 140, 336, 168);
        d.label(270, 200, "minus `CNTVOFF_EL2`");
        d.heading(755, 210, "split mode").heading(1005, 210, "VHE");
        String[][] rows = {
            {"EL1 virtual timer", "INTID 27", "guest, when loaded", "guest, when loaded"},
            {"EL1 physical timer", "INTID 30", "host; guest traps", "guest, when loaded"},
            {"EL2 physical timer", "INTID 26", "unused", "host, as `CNTP_*_EL0`"},
            {"EL2 virtual timer", "INTID 28", "unused", "unused"},
        };
        Tone[][] tones = {
            {Tone.GUEST, Tone.GUEST}, {Tone.HOST, Tone.GUEST}, {Tone.PLAIN, Tone.HOST}, {Tone.PLAIN, Tone.PLAIN}
        };
        String[] compares = {
            "compares with the virtual count", "with the physical count", "with the physical count", "needs FEAT_VHE"
        };
        double y = 236;
        d.dashed(20, 222, 1140, 222);
        for (int i = 0; i < rows.length; i++, y += 49) {
            d.note(40, y + 25, rows[i][0]).note(240, y + 25, rows[i][1]);
            d.box(640, y, 230, 40, tones[i][0], rows[i][2]).box(890, y, 230, 40, tones[i][1], rows[i][3]);
            d.note(340, y + 25, compares[i]);
        }
        d.label(880, 100, "While a vCPU is not loaded, its timers are numbers in memory,",
                "and a timer of the host's stands in for them.");
        return d.svg();
    }

    /// The road of a virtual IPI across two PEs.
    static String virtualIpi() {
        Diagram d = new Diagram(1160, 500, "A virtual IPI: from one vCPU to another, by a physical IPI");
        d.heading(300, 76, "PE 0").heading(860, 76, "PE 1");
        d.dashed(580, 60, 580, 480);
        d.box(40, 100, 200, 46, Tone.GUEST, "vCPU 0: `msr ICC_SGI1R_EL1`");
        d.box(330, 100, 220, 46, Tone.HYP, "trap, exit");
        d.box(330, 170, 220, 66, Tone.HOST, "`vgic_v3_dispatch_sgi()`", "SGI pending for vCPU 1");
        d.box(330, 260, 220, 66, Tone.HOST, "`kvm_vcpu_kick()`", "`msr ICC_SGI1R_EL1`");
        d.box(40, 260, 200, 66, Tone.GUEST, "vCPU 0 goes on", "(after the way back)");
        d.arrow(Tone.HYP, 242, 123, 326, 123).arrow(Tone.HOST, 440, 148, 440, 168);
        d.arrow(Tone.HOST, 440, 238, 440, 258).arrow(Tone.HOST, 326, 293, 244, 293);
        d.box(900, 100, 210, 46, Tone.GUEST, "vCPU 1 runs");
        d.box(640, 260, 220, 66, Tone.HYP, "IRQ, exit", "physical SGI 0");
        d.arrow(Tone.MACHINE, 552, 293, 636, 293);
        d.arrow(Tone.GUEST, 1000, 148, 1000, 230, 750, 230, 750, 258);
        d.box(640, 350, 220, 46, Tone.HOST, "takes the IRQ: nothing to do");
        d.box(640, 420, 220, 60, Tone.HOST, "`kvm_vgic_flush_hwstate()`", "list register: SGI pending");
        d.arrow(Tone.HOST, 750, 328, 750, 348).arrow(Tone.HOST, 750, 398, 750, 418);
        d.box(900, 420, 210, 60, Tone.GUEST, "vCPU 1: vIRQ", "acknowledge, EOI: no exit");
        d.arrow(Tone.HYP, 862, 450, 896, 450);
        return d.svg();
    }

    /// Type 1 and Type 2, on Arm and on x86.
    static String hypervisorTypes() {
        Diagram d = new Diagram(1160, 440, "Where a hypervisor and the kernel that has the drivers live");
        String[] levels = {"EL0", "EL1", "EL2"};
        for (int i = 0; i < 3; i++) {
            d.heading(36, 150 + i * 100, levels[i]);
        }
        d.heading(190, 76, "Xen on Arm (Type 1)");
        d.box(70, 112, 110, 66, Tone.USER, "tools").box(200, 112, 110, 66, Tone.GUEST, "guest's", "programs");
        d.box(70, 212, 110, 66, Tone.HOST, "Dom0", "drivers").box(200, 212, 110, 66, Tone.GUEST, "DomU");
        d.box(70, 312, 240, 66, Tone.HYP, "Xen", "CPU, memory, interrupts");
        d.heading(460, 76, "KVM, split mode (Type 2)");
        d.box(340, 112, 110, 66, Tone.USER, "VMM").box(470, 112, 110, 66, Tone.GUEST, "guest's", "programs");
        d.box(340, 212, 110, 66, Tone.HOST, "Linux", "and KVM").box(470, 212, 110, 66, Tone.GUEST, "guest", "kernel");
        d.box(340, 312, 240, 66, Tone.HYP, "lowvisor", "world switch only");
        d.heading(730, 76, "KVM, VHE (Type 2)");
        d.box(610, 112, 110, 66, Tone.USER, "VMM").box(740, 112, 110, 66, Tone.GUEST, "guest's", "programs");
        d.box(740, 212, 110, 66, Tone.GUEST, "guest", "kernel");
        d.box(610, 312, 240, 66, Tone.HOST, "Linux and KVM");
        d.heading(1010, 76, "KVM, VT-x (Type 2)");
        d.frame(880, 92, 125, 300, Tone.HOST, "root").frame(1015, 92, 125, 300, Tone.GUEST, "non-root");
        d.box(890, 125, 105, 56, Tone.USER, "VMM", "ring 3");
        d.box(1025, 125, 105, 56, Tone.GUEST, "programs", "ring 3");
        d.box(890, 300, 105, 66, Tone.HOST, "Linux, KVM", "ring 0");
        d.box(1025, 300, 105, 66, Tone.GUEST, "kernel", "ring 0");
        d.both(Tone.HYP, 997, 333, 1023, 333).label(1010, 425, "VM entry, VM exit: through the VMCS");
        return d.svg();
    }
}
