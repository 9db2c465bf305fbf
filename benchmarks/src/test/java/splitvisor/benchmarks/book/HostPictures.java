package splitvisor.benchmarks.book;

import java.util.List;
import splitvisor.benchmarks.svg.Diagram;
import splitvisor.benchmarks.svg.Diagram.Tone;
import splitvisor.cpu.sysreg.SysReg;

/// The book's schematic pictures of hosts: who lives at which exception level, and whose registers are where.
final class HostPictures {

    private HostPictures() {}

    /// Who lives at which exception level: without a hypervisor, in split mode, under VHE.
    static String exceptionLevels() {
        Diagram d = new Diagram(1160, 400, "Who lives where");
        d.heading(240, 70, "Linux alone").heading(600, 70, "KVM, split mode (nVHE)").heading(960, 70, "KVM, VHE");
        String[] levels = {"EL0", "EL1", "EL2"};
        for (int i = 0; i < 3; i++) {
            d.heading(50, 145 + i * 100, levels[i]);
            if (i > 0) {
                d.dashed(30, 88 + i * 100, 1130, 88 + i * 100);
            }
        }
        d.box(110, 105, 260, 66, Tone.USER, "applications");
        d.box(110, 205, 260, 66, Tone.HOST, "kernel");
        d.box(110, 305, 260, 66, Tone.PLAIN, "empty", "a stub that the boot code left");
        d.box(430, 105, 150, 66, Tone.USER, "applications", "VMM");
        d.box(610, 105, 160, 66, Tone.GUEST, "guest", "applications");
        d.box(430, 205, 150, 66, Tone.HOST, "host kernel", "highvisor");
        d.box(610, 205, 160, 66, Tone.GUEST, "guest kernel");
        d.box(430, 305, 340, 66, Tone.HYP, "lowvisor", "`hyp/nvhe`: the full world switch");
        d.box(800, 105, 150, 66, Tone.USER, "applications", "VMM");
        d.box(980, 105, 150, 66, Tone.GUEST, "guest", "applications");
        d.box(980, 205, 150, 66, Tone.GUEST, "guest kernel");
        d.box(800, 305, 330, 66, Tone.HOST, "host kernel, all of KVM", "`HCR_EL2.E2H = 1`");
        d.both(Tone.HYP, 505, 271, 505, 305).both(Tone.HYP, 690, 271, 690, 305);
        d.both(Tone.HOST, 875, 171, 875, 305).both(Tone.HOST, 1055, 271, 1055, 305);
        return d.svg();
    }

    /// The crossings of one exit: four in split mode, two under VHE.
    static String crossings() {
        Diagram d = new Diagram(1160, 380, "One exit to the host kernel and back: four crossings, or two");
        d.heading(300, 70, "split mode").heading(860, 70, "VHE");
        d.box(60, 100, 190, 70, Tone.GUEST, "guest", "EL1");
        d.box(350, 100, 190, 70, Tone.HOST, "host kernel", "EL1");
        d.box(60, 270, 480, 70, Tone.HYP, "lowvisor, EL2", "saves one EL1, restores the other");
        d.arrow(Tone.GUEST, 110, 170, 110, 268).note(62, 220, "trap");
        d.arrow(Tone.HYP, 400, 270, 400, 172).note(352, 220, "ERET");
        d.arrow(Tone.HOST, 490, 170, 490, 268).note(500, 220, "HVC");
        d.arrow(Tone.HYP, 200, 270, 200, 172).note(210, 220, "ERET");
        d.box(660, 100, 190, 70, Tone.GUEST, "guest", "EL1");
        d.box(660, 270, 400, 70, Tone.HOST, "host kernel, EL2", "EL1 stays as the guest left it");
        d.arrow(Tone.GUEST, 710, 170, 710, 268).note(662, 220, "trap");
        d.arrow(Tone.HOST, 800, 270, 800, 172).note(810, 220, "ERET");
        return d.svg();
    }

    private static final List<SysReg> SHOWN = List.of(
            SysReg.SCTLR_EL1, SysReg.TTBR0_EL1, SysReg.TTBR1_EL1, SysReg.VBAR_EL1, SysReg.CPACR_EL1,
            SysReg.CNTKCTL_EL1);

    /// Which register a name reaches at EL2, from the register table.
    static String redirection() {
        Diagram d = new Diagram(1160, 500, "The same MRS at EL2, E2H clear and E2H set");
        column(d, 20, "HCR_EL2.E2H = 0", false);
        column(d, 600, "HCR_EL2.E2H = 1", true);
        return d.svg();
    }

    private static void column(Diagram d, double left, String heading, boolean e2h) {
        d.heading(left + 270, 72, heading);
        d.label(left + 100, 104, "name in the instruction").label(left + 430, 104, "register reached");
        double y = 122;
        for (SysReg reg : SHOWN) {
            d.box(left + 10, y, 180, 32, Tone.PLAIN, "`" + reg.name() + "`");
            SysReg reached = e2h ? reg.e2h() : reg;
            d.arrow(e2h ? Tone.HYP : Tone.GUEST, left + 192, y + 16, left + 326, y + 16);
            d.box(left + 330, y, 200, 32, e2h ? Tone.HYP : Tone.GUEST, "`" + reached.name() + "`");
            y += 42;
        }
        y += 14;
        for (SysReg reg : SHOWN.subList(0, 2)) {
            d.box(left + 10, y, 180, 32, Tone.PLAIN, "`" + reg.el12().assemblyName() + "`");
            d.arrow(e2h ? Tone.GUEST : Tone.MACHINE, left + 192, y + 16, left + 326, y + 16);
            if (e2h) {
                d.box(left + 330, y, 200, 32, Tone.GUEST, "`" + reg.name() + "`");
            } else {
                d.box(left + 330, y, 200, 32, Tone.MACHINE, "UNDEFINED");
            }
            y += 42;
        }
    }

    /// Whose values EL1's registers hold, over several exits of one vCPU.
    static String ownership() {
        Diagram d = new Diagram(1160, 330, "Whose values are in the EL1 registers, while a vCPU runs");
        d.heading(80, 120, "split mode").heading(80, 240, "VHE");
        double[] exits = {330, 560, 790};
        double width = 110;
        d.box(160, 90, 80, 50, Tone.HOST, "host");
        double x = 240;
        for (double exit : exits) {
            d.box(x, 90, exit - x, 50, Tone.GUEST, "guest");
            d.box(exit, 90, width, 50, Tone.HOST, "host");
            d.label(exit + width / 2, 162, "handles the exit");
            x = exit + width;
        }
        d.box(x, 90, 130, 50, Tone.GUEST, "guest").box(x + 130, 90, 100, 50, Tone.HOST, "host");
        d.box(160, 210, 80, 50, Tone.PLAIN, "left over");
        d.box(240, 210, x + 130 - 240, 50, Tone.GUEST, "guest, from load to put; the host's own are the EL2 registers");
        d.box(x + 130, 210, 100, 50, Tone.PLAIN, "left over");
        d.arrow(Tone.HOST, 240, 300, 240, 264).note(250, 300, "`vcpu_load`");
        d.arrow(Tone.HOST, x + 130, 300, x + 130, 264).note(x + 46, 300, "`vcpu_put`");
        for (double exit : exits) {
            d.dashed(exit, 178, exit, 204).dashed(exit + width, 178, exit + width, 204);
        }
        return d.svg();
    }
}
