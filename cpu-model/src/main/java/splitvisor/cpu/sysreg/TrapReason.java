package splitvisor.cpu.sysreg;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.observe.ExceptionRecord;

/// Which control sent an exception where it went: `HCR_EL2.TID3`. It follows from the syndrome, from the facts of the
/// register's row, and from the controls, which exception entry does not change.
public final class TrapReason {


    private TrapReason() {}

    /// The control by name, to be asked while the exception is being taken; null when none had to be set, as for HVC
    /// or an exception that EL1 handles for itself.
    public static String of(Cpu cpu, ExceptionRecord taken) {
        boolean toEl2FromBelow = taken.toEl() == 2 && taken.fromEl() < 2;
        boolean general = toEl2FromBelow && cpu.tge;
        String routed = general ? "HCR_EL2.TGE" : null;
        return switch (taken.kind()) {
            case SYNC -> synchronous(cpu, taken, routed);
            case IRQ -> toEl2FromBelow && !general ? "HCR_EL2.IMO" : routed;
            case FIQ -> toEl2FromBelow && !general ? "HCR_EL2.FMO" : routed;
            case SERROR -> toEl2FromBelow && !general ? "HCR_EL2.AMO" : routed;
            case VIRQ -> isSet(cpu, Hcr.VI) ? "HCR_EL2.VI" : "HCR_EL2.IMO";
            case VFIQ -> isSet(cpu, Hcr.VF) ? "HCR_EL2.VF" : "HCR_EL2.FMO";
            case VSERROR -> "HCR_EL2.VSE";
        };
    }

    private static String synchronous(Cpu cpu, ExceptionRecord taken, String routed) {
        boolean toEl2 = taken.toEl() == 2;
        boolean hypervisor = toEl2 && routed == null && taken.fromEl() < 2;
        return switch (Ec.of(taken.esr())) {
            case Ec.SYS64 -> access(cpu, taken);
            case Ec.WFX -> (hypervisor ? "HCR_EL2.TW" : toEl2 ? "!SCTLR_EL2.nTW" : "!SCTLR_EL1.nTW")
                    + ((taken.esr() & 1) != 0 ? "E" : "I");
            case Ec.FP_ASIMD -> !toEl2 ? "CPACR_EL1.FPEN" : cpu.e2h ? "CPTR_EL2.FPEN" : "CPTR_EL2.TFP";
            case Ec.SMC64 -> "HCR_EL2.TSC";
            case Ec.IABT_LOW, Ec.DABT_LOW -> hypervisor ? "HCR_EL2.VM" : routed;
            default -> routed;
        };
    }

    /// In the order of [AccessCheck]: what the kernel of EL0 keeps closed, then what the hypervisor traps.
    private static String access(Cpu cpu, ExceptionRecord taken) {
        int iss = (int) taken.esr();
        boolean read = (iss & 1) != 0;
        int encoding = Spec.encode(iss >>> 20 & 3, iss >>> 14 & 7, iss >>> 10 & 15, iss >>> 1 & 15, iss >>> 17 & 7);
        Spec spec = spec(encoding);
        if (spec == null) {
            return "HCR_EL2.TIDCP";
        }
        if (taken.fromEl() == 0) {
            for (Enable enable : spec.enables) {
                if ((read ? enable.reads() : enable.writes()) && !AccessCheck.opened(cpu, enable)) {
                    return (enable.whenClear() ? "" : "!") + ControlBits.of(enable.control(), enable.bits(), false);
                }
            }
        }
        for (Trap trap : spec.traps) {
            if ((read ? trap.reads() : trap.writes()) && AccessCheck.armed(cpu, taken.fromEl(), trap)) {
                long bits = cpu.e2h ? trap.bitsE2h() : trap.bits();
                long set = cpu.sys[trap.control().ordinal()] & bits;
                long shown = trap.whenClear() || set == 0 ? bits : set;
                return (trap.whenClear() ? "!" : "") + ControlBits.of(trap.control(), shown, cpu.e2h);
            }
        }
        return null;
    }

    private static Spec spec(int encoding) {
        if (encoding >>> 14 == 1) {
            SysOp op = SysOp.of(encoding);
            return op == null ? null : op.spec;
        }
        int name = Views.NAMES[encoding];
        return name == Views.UNKNOWN ? null : Views.REGISTERS[name % Views.ROWS].spec;
    }

    private static boolean isSet(Cpu cpu, long bit) {
        return (cpu.sys[SysReg.HCR_EL2.ordinal()] & bit) != 0;
    }
}
