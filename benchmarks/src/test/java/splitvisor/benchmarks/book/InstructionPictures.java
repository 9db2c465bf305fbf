package splitvisor.benchmarks.book;

import splitvisor.benchmarks.svg.Diagram;
import splitvisor.benchmarks.svg.Diagram.Tone;

/// The book's schematic pictures of what traps, where the PC goes, and how addresses are translated.
final class InstructionPictures {

    private InstructionPictures() {}

    /// Popek and Goldberg's condition, met and not met.
    static String sensitive() {
        Diagram d = new Diagram(1160, 400, "A virtual machine monitor by trap and emulate exists if ...");
        d.frame(20, 60, 350, 310, Tone.MACHINE, "... sensitive is a subset of privileged");
        d.set(195, 230, 150, 115, Tone.HOST).label(195, 158, "privileged:", "traps in user mode");
        d.set(195, 250, 105, 60, Tone.HYP).label(195, 246, "sensitive:", "resources, mode, location");
        d.frame(400, 60, 350, 310, Tone.MACHINE, "Armv7 without extensions: no");
        d.set(515, 230, 105, 100, Tone.HOST).label(500, 160, "privileged");
        d.set(605, 250, 125, 62, Tone.HYP).label(555, 250, "sensitive");
        d.label(676, 236, "`CPS`, `MSR CPSR`", "`LDRT`, `MRS`", "do not trap");
        d.frame(780, 60, 360, 310, Tone.MACHINE, "AArch64 with EL2: another question");
        d.set(960, 230, 160, 115, Tone.GUEST).label(960, 148, "privileged at EL0,", "the guest's own at EL1");
        d.set(960, 272, 115, 58, Tone.HYP);
        d.label(960, 260, "concerns the machine:", "a bit of an EL2 register", "makes it trap");
        return d.svg();
    }

    /// What ELR_EL2 holds after each kind of exit, and who moves it.
    static String preferredReturn() {
        Diagram d = new Diagram(1160, 390, "Where ELR_EL2 points, and where the guest goes on");
        exit(d, 20, true, true, "HVC: a call", "`hvc  #0`", "KVM leaves the PC alone", "so does SVC");
        exit(d, 400, false, true, "MRS, WFI, MMIO: emulated", "`mrs  x0, ...`", "KVM does its work, then PC += 4",
                "so do MSR, SYS and SMC that trap");
        exit(d, 780, false, false, "fault on memory: repaired", "`ldr  x0, [x2]`",
                "KVM maps the page; the guest repeats", "so does an instruction fetch");
        return d.svg();
    }

    /// @param past whether ELR_EL2 points past the instruction
    /// @param on whether the guest goes on past it
    private static void exit(Diagram d, double x, boolean past, boolean on, String... words) {
        d.heading(x + 170, 76, words[0]);
        d.box(x + 100, 100, 150, 36, Tone.GUEST, "`...`");
        d.box(x + 100, 142, 150, 36, Tone.HYP, words[1]);
        d.box(x + 100, 184, 150, 36, Tone.GUEST, "next");
        double elr = past ? 202 : 160;
        d.note(x + 4, elr + 5, "`ELR_EL2`");
        d.arrow(Tone.HYP, x + 70, elr, x + 97, elr);
        double goesOn = on ? 202 : 160;
        d.arrow(Tone.GUEST, x + 300, goesOn, x + 253, goesOn);
        d.note(x + 304, goesOn + 5, "ERET");
        d.label(x + 175, 256, past ? "the architecture counts it as done" : "it has not been executed");
        d.label(x + 175, 286, words[2]).label(x + 175, 330, words[3]);
    }

    /// The three translation regimes of a machine without EL3.
    static String regimes() {
        Diagram d = new Diagram(1160, 420, "Translation regimes");
        d.frame(20, 60, 350, 330, Tone.GUEST, "EL1&0: E2H or not");
        d.box(50, 100, 290, 56, Tone.GUEST, "EL0 and EL1", "two privileges, PAN");
        d.box(50, 172, 290, 56, Tone.PLAIN, "`TTBR0_EL1`, `TTBR1_EL1`", "two halves, ASID, VMID");
        d.box(50, 244, 290, 56, Tone.HYP, "`VTTBR_EL2`", "stage 2, if `HCR_EL2.VM`");
        d.label(195, 330, "guests; and the split host,", "with stage 2 off");
        d.frame(400, 60, 350, 330, Tone.HYP, "EL2: E2H = 0");
        d.box(430, 100, 290, 56, Tone.HYP, "EL2 alone", "one privilege");
        d.box(430, 172, 290, 56, Tone.PLAIN, "`TTBR0_EL2`", "lower half only, no ASID");
        d.box(430, 244, 290, 56, Tone.MACHINE, "no stage 2");
        d.label(575, 330, "the lowvisor");
        d.frame(780, 60, 350, 330, Tone.HOST, "EL2&0: E2H = 1");
        d.box(810, 100, 290, 56, Tone.HOST, "EL2, and EL0 while TGE = 1", "two privileges, PAN");
        d.box(810, 172, 290, 56, Tone.PLAIN, "`TTBR0_EL2`, `TTBR1_EL2`", "two halves, ASID");
        d.box(810, 244, 290, 56, Tone.MACHINE, "no stage 2");
        d.label(955, 330, "the VHE host and its applications");
        return d.svg();
    }

    /// Two stages by hardware, and one by a shadow table.
    static String stages() {
        Diagram d = new Diagram(1160, 470, "From the guest's address to memory");
        d.frame(20, 60, 1120, 180, Tone.GUEST, "two stages, walked by hardware");
        d.box(50, 130, 150, 60, Tone.PLAIN, "VA", "48 bits");
        d.box(330, 110, 200, 100, Tone.GUEST, "stage 1", "the guest's tables", "`TTBR0/1_EL1`");
        d.box(640, 130, 150, 60, Tone.PLAIN, "IPA", "the guest's \"physical\"");
        d.box(860, 110, 150, 100, Tone.HYP, "stage 2", "KVM's tables", "`VTTBR_EL2`");
        d.box(1060, 130, 60, 60, Tone.MACHINE, "PA");
        d.arrow(Tone.GUEST, 202, 160, 326, 160).arrow(Tone.GUEST, 532, 160, 636, 160);
        d.arrow(Tone.HYP, 792, 160, 856, 160).arrow(Tone.HYP, 1012, 160, 1056, 160);
        d.label(420, 232, "written by the guest, never watched");
        d.frame(20, 270, 1120, 180, Tone.HYP, "shadow paging: one stage, made by software");
        d.box(50, 340, 150, 60, Tone.PLAIN, "VA");
        d.box(330, 305, 200, 60, Tone.GUEST, "the guest's tables", "read-only: writes trap");
        d.box(330, 380, 460, 54, Tone.HYP, "shadow tables: VA to PA, entry by entry composed", "the hypervisor's");
        d.box(620, 305, 170, 60, Tone.HYP, "memory slots", "IPA to PA");
        d.box(1060, 340, 60, 60, Tone.MACHINE, "PA");
        d.arrow(Tone.HYP, 430, 365, 430, 378).arrow(Tone.HYP, 700, 365, 700, 378);
        d.arrow(Tone.HYP, 202, 380, 326, 405).arrow(Tone.HYP, 792, 405, 1056, 380);
        d.label(915, 330, "traps: `TTBR`, TLBI,", "every change of a table");
        return d.svg();
    }
}
