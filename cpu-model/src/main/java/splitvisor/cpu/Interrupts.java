package splitvisor.cpu;

import splitvisor.cpu.observe.ExceptionRecord.Kind;
import splitvisor.cpu.sysreg.Disr;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

/// Interrupts and SErrors of one PE: which are pending, where they go, whether PSTATE masks them (Arm ARM
/// D1.3.6). They are taken between instructions, where an engine looks.
final class Interrupts {

    /// PSTATE.{A,I,F} in [Cpu#daif].
    private static final int A = 4;
    private static final int I = 2;
    private static final int F = 1;

    private final Cpu cpu;
    private final long[] sys;

    Interrupts(Cpu cpu) {
        this.cpu = cpu;
        this.sys = cpu.sys;
    }

    /// The exception to take before the next instruction, or null. The order among those that are pending
    /// together is a PE's own choice (Arm ARM D1.3.6): physical before virtual.
    Kind pending() {
        if (cpu.fiqLine && takeable(Hcr.FMO, F)) {
            return Kind.FIQ;
        }
        if (cpu.irqLine && takeable(Hcr.IMO, I)) {
            return Kind.IRQ;
        }
        if (cpu.serror && takeable(Hcr.AMO, A)) {
            return Kind.SERROR;
        }
        if (cpu.el == 2 || cpu.tge) {
            return null; // virtual ones are for a guest
        }
        long hcr = hcr();
        if ((hcr & Hcr.IMO) != 0 && (cpu.daif & I) == 0 && (cpu.virqLine || (hcr & Hcr.VI) != 0)) {
            return Kind.VIRQ;
        }
        if ((hcr & Hcr.FMO) != 0 && (cpu.daif & F) == 0 && (cpu.vfiqLine || (hcr & Hcr.VF) != 0)) {
            return Kind.VFIQ;
        }
        return virtualSError() && (cpu.daif & A) == 0 ? Kind.VSERROR : null;
    }

    /// The EL that takes an exception which [#pending] returned.
    int target(Kind kind) {
        return switch (kind) {
            case IRQ -> toEl2(Hcr.IMO) ? 2 : 1;
            case FIQ -> toEl2(Hcr.FMO) ? 2 : 1;
            case SERROR -> toEl2(Hcr.AMO) ? 2 : 1;
            default -> 1;
        };
    }

    /// The ISS of an SError that is being taken, which is then no longer pending. A virtual one has the
    /// syndrome that EL2 put into VSESR_EL2.
    int acknowledge(Kind kind) {
        if (kind == Kind.SERROR) {
            cpu.serror = false;
            return cpu.serrorSyndrome;
        }
        sys[SysReg.HCR_EL2.ordinal()] &= ~Hcr.VSE;
        return (int) sys[SysReg.VSESR_EL2.ordinal()];
    }

    /// ESB: an SError that is pending but masked is recorded in DISR_EL1, a virtual one in VDISR_EL2 (Arm ARM,
    /// AArch64.ESBOperation, AArch64.vESBOperation). One that is not masked is taken next anyway.
    void synchronizeErrors() {
        if (cpu.serror && !takeable(Hcr.AMO, A)) {
            defer(SysReg.DISR_EL1, acknowledge(Kind.SERROR));
        }
        if (cpu.el < 2 && !cpu.tge && virtualSError() && (cpu.daif & A) != 0) {
            defer(SysReg.VDISR_EL2, acknowledge(Kind.VSERROR));
        }
        cpu.attention = true;
    }

    private void defer(SysReg to, int iss) {
        sys[to.ordinal()] = Disr.A | iss & (Disr.IDS | 0xff_ffffL);
    }

    private boolean virtualSError() {
        return (hcr() & (Hcr.AMO | Hcr.VSE)) == (Hcr.AMO | Hcr.VSE);
    }

    /// Whether a physical interrupt may be taken now. PSTATE masks what goes to the current EL or from EL0 to its
    /// own kernel; what goes up to a hypervisor cannot be masked; what goes down waits.
    private boolean takeable(long route, int mask) {
        boolean toEl2 = toEl2(route);
        boolean unmasked = (cpu.daif & mask) == 0;
        if (cpu.el == 2) {
            return toEl2 && unmasked;
        }
        boolean toHypervisor = toEl2 && !(cpu.e2h && cpu.tge);
        return toHypervisor || unmasked;
    }

    private boolean toEl2(long route) {
        return cpu.tge || (hcr() & route) != 0;
    }

    private long hcr() {
        return sys[SysReg.HCR_EL2.ordinal()];
    }
}
