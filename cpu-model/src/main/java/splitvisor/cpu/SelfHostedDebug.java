package splitvisor.cpu;

import splitvisor.cpu.sysreg.Mdcr;
import splitvisor.cpu.sysreg.Mdscr;
import splitvisor.cpu.sysreg.SysReg;

/// Self-hosted debug of one PE: who is debugged by whom, and software step (Arm ARM D2.3, D2.12).
///
/// Software step is a state machine over MDSCR_EL1.SS and PSTATE.SS. With SS = 1 the next instruction
/// executes ("active-not-pending"), and that completes clears SS; with SS = 0 the step exception is due
/// ("active-pending").
final class SelfHostedDebug {

    /// IFSC and DFSC of debug exceptions.
    static final int DEBUG = 0x22;

    private static final int ISV = 1 << 24;
    private static final int EX = 1 << 6;
    private static final int WNR = 1 << 6;
    private static final int CM = 1 << 8;
    private static final int PSTATE_D = 8;
    private static final long OSLSR_OSLK = 1L << 1;

    private final Cpu cpu;
    private final long[] sys;
    private final Breakpoints breakpoints;

    /// The count of instructions at which the one to be stepped was about to execute, -1 for none.
    private long stepping = -1;

    private boolean steppedExclusive;

    SelfHostedDebug(Cpu cpu) {
        this.cpu = cpu;
        this.sys = cpu.sys;
        this.breakpoints = new Breakpoints(cpu);
    }

    /// Called before an instruction. Raises a software step or breakpoint exception if one is due; otherwise
    /// returns whether the next instruction needs this look too.
    boolean look() {
        long mdscr = sys[SysReg.MDSCR_EL1.ordinal()];
        if ((mdscr & (Mdscr.SS | Mdscr.MDE)) == 0 || !enabledAt(cpu.el, cpu.daif)) {
            return false;
        }
        if ((mdscr & Mdscr.SS) != 0) {
            step();
        }
        // A PC alignment fault comes first, and an instruction abort (Arm ARM D1.3.5).
        if ((mdscr & Mdscr.MDE) != 0 && (cpu.pc & 3) == 0 && breakpoints.hit()) {
            cpu.mmu.translateFetch(cpu.pc);
            throw cpu.trap(Ec.BREAKPT_LOW, DEBUG, target());
        }
        return (mdscr & Mdscr.SS) != 0 || breakpoints.any();
    }

    private void step() {
        boolean executed = stepping >= 0 && stepping != cpu.instructions;
        if (executed) {
            cpu.ss = false;
        }
        if (!cpu.ss) {
            int syndrome = executed ? ISV | (steppedExclusive ? EX : 0) : 0;
            stepping = -1;
            throw cpu.trap(Ec.SOFTSTP_LOW, syndrome | DEBUG, target());
        }
        stepping = cpu.instructions;
        steppedExclusive = isLoadExclusive();
    }

    /// An exception is being taken. An instruction whose exception returns behind it (SVC, HVC) counts as
    /// stepped; others are stepped again after the return.
    void exceptionTaken(boolean returnsToNext) {
        if (returnsToNext && stepping >= 0) {
            cpu.ss = false;
        }
        stepping = -1;
    }

    /// PSTATE.SS after an exception return to `el` with `daif` (Arm ARM, DebugExceptionReturnSS): SPSR_ELx.SS
    /// counts where the return enters code that is being stepped.
    boolean stepAfterReturn(boolean spsrSs, int el, int daif) {
        boolean stepped = (sys[SysReg.MDSCR_EL1.ordinal()] & Mdscr.SS) != 0;
        return spsrSs && stepped && !enabledAt(cpu.el, cpu.daif) && enabledAt(el, daif);
    }

    /// The EL that takes debug exceptions of EL0 and EL1.
    int target() {
        return cpu.tge || (sys[SysReg.MDCR_EL2.ordinal()] & Mdcr.TDE) != 0 ? 2 : 1;
    }

    /// Arm ARM, AArch64.GenerateDebugExceptionsFrom: from below the debugger's EL always, from its own EL if it
    /// asks for it and PSTATE.D is 0; never while the OS lock or the OS double lock is locked.
    boolean enabledAt(int el, int daif) {
        if ((sys[SysReg.OSLSR_EL1.ordinal()] & OSLSR_OSLK) != 0 || (sys[SysReg.OSDLR_EL1.ordinal()] & 1) != 0) {
            return false;
        }
        int target = target();
        if (el == target) {
            return (sys[SysReg.MDSCR_EL1.ordinal()] & Mdscr.KDE) != 0 && (daif & PSTATE_D) == 0;
        }
        return el < target;
    }

    boolean watching() {
        return breakpoints.watching();
    }

    /// Raises the watchpoint exception of an access of `bytes` at `va`, if there is one.
    void checkAccess(long va, int bytes, boolean write, boolean unprivileged) {
        if (enabledAt(cpu.el, cpu.daif) && breakpoints.watches(va, bytes, write, unprivileged)) {
            throw cpu.trap(Ec.WATCHPT_LOW, (write ? WNR : 0) | DEBUG, target()).at(va);
        }
    }

    /// As [#checkAccess] for a data cache invalidation of the line of `bytes` at `va`, which counts as a store of it;
    /// the syndrome has CM and WnR, and FAR the operand.
    void checkInvalidation(long va, int bytes) {
        if (enabledAt(cpu.el, cpu.daif) && breakpoints.watches(va & -bytes, bytes, true, false)) {
            throw cpu.trap(Ec.WATCHPT_LOW, CM | WNR | DEBUG, target()).at(va);
        }
    }

    /// Whether the instruction at PC is LDXR, LDXP or one of their kin. Raises the instruction abort if it cannot
    /// be fetched.
    private boolean isLoadExclusive() {
        if ((cpu.pc & 3) != 0) {
            return false;
        }
        long pa = cpu.mmu.translateFetch(cpu.pc);
        return cpu.memory.isRam(pa, 4) && (cpu.memory.readRam(pa, 2) & 0x3fc0_0000) == 0x0840_0000;
    }
}
