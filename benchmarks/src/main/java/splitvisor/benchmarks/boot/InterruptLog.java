package splitvisor.benchmarks.boot;

import java.io.PrintWriter;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.Observer;

/// Exceptions and exception returns in the format of QEMU's `-d int`, so that two logs can be compared line
/// by line. Source of the format: what QEMU 7.2 prints.
public final class InterruptLog implements Observer {

    /// What QEMU calls an exception, by its own number.
    private enum Name {
        UNDEFINED(1, "Undefined Instruction"),
        SVC(2, "SVC"),
        PREFETCH_ABORT(3, "Prefetch Abort"),
        DATA_ABORT(4, "Data Abort"),
        IRQ(5, "IRQ"),
        FIQ(6, "FIQ"),
        BREAKPOINT(7, "Breakpoint"),
        HVC(11, "Hypervisor Call"),
        HYP_TRAP(12, "Hypervisor Trap"),
        SMC(13, "Secure Monitor Call"),
        VIRQ(14, "Virtual IRQ"),
        VFIQ(15, "Virtual FIQ"),
        VSERR(24, "Virtual SERR");

        private final int number;
        private final String label;

        Name(int number, String label) {
            this.number = number;
            this.label = label;
        }
    }

    private final PrintWriter out;
    private long syndrome;

    public InterruptLog(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        Name name = name(taken);
        line("Taking exception %d [%s] on CPU %d", name.number, name.label, cpu.index);
        line("...from EL%d to EL%d", taken.fromEl(), taken.toEl());
        if (taken.kind() == ExceptionRecord.Kind.SYNC) {
            syndrome = taken.esr(); // QEMU shows the last one with an interrupt, too
        }
        line("...with ESR 0x%x/0x%x", Ec.of(syndrome), syndrome);
        if (taken.farValid()) {
            line("...with FAR 0x%x", taken.far());
        }
        line("...with ELR 0x%x", taken.elr());
        line("...to EL%d PC 0x%x PSTATE 0x%x", taken.toEl(), taken.vector(), cpu.pstate());
    }

    @Override
    public void exceptionReturn(Cpu cpu, int fromEl, int toEl, long pc) {
        if (cpu.il) {
            line("Illegal exception return at EL%d: resuming execution at 0x%x", fromEl, pc);
        } else {
            line("Exception return from AArch64 EL%d to AArch64 EL%d PC 0x%x", fromEl, toEl, pc);
        }
    }

    /// QEMU's firmware stands in for EL3 when it is called by SMC, for EL2 when by HVC.
    @Override
    public void firmwareCall(Cpu cpu, int ec, int imm) {
        Name name = ec == Ec.SMC64 ? Name.SMC : Name.HVC;
        syndrome = Ec.syndrome(ec, true, imm);
        line("Taking exception %d [%s] on CPU %d", name.number, name.label, cpu.index);
        line("...from EL%d to EL%d", cpu.el, ec == Ec.SMC64 ? 3 : 2);
        line("...with ESR 0x%x/0x%x", ec, syndrome);
        line("...handled as PSCI call");
    }

    private static Name name(ExceptionRecord taken) {
        return switch (taken.kind()) {
            case IRQ -> Name.IRQ;
            case FIQ -> Name.FIQ;
            case VIRQ -> Name.VIRQ;
            case VFIQ -> Name.VFIQ;
            case SERROR, VSERROR -> Name.VSERR;
            case SYNC -> switch (Ec.of(taken.esr())) {
                case Ec.SVC64 -> Name.SVC;
                case Ec.HVC64 -> Name.HVC;
                case Ec.SMC64 -> Name.HYP_TRAP; // without an EL3, it can only be HCR_EL2.TSC's
                case Ec.IABT_LOW, Ec.IABT_CUR, Ec.PC_ALIGN, Ec.BREAKPT_LOW, Ec.BREAKPT_LOW + 1 -> Name.PREFETCH_ABORT;
                case Ec.DABT_LOW, Ec.DABT_CUR, Ec.WATCHPT_LOW, Ec.WATCHPT_LOW + 1 -> Name.DATA_ABORT;
                case Ec.BRK64 -> Name.BREAKPOINT;
                default -> Name.UNDEFINED; // traps too: QEMU raises them as this one, with their syndrome
            };
        };
    }

    private void line(String format, Object... values) {
        out.print(format.formatted(values));
        out.print('\n');
    }
}
