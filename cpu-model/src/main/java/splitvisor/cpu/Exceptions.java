package splitvisor.cpu;

import splitvisor.cpu.cost.Event;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.ExceptionRecord.Kind;
import splitvisor.cpu.sysreg.Sctlr;
import splitvisor.cpu.sysreg.Spsr;
import splitvisor.cpu.sysreg.SysReg;

/// Exception entry, routing and return of one PE (Arm ARM D1.3, D1.4).
public final class Exceptions {

    private final Cpu cpu;
    private final Interrupts interrupts;
    private final SelfHostedDebug debug;

    Exceptions(Cpu cpu) {
        this.cpu = cpu;
        this.interrupts = new Interrupts(cpu);
        this.debug = new SelfHostedDebug(cpu);
    }

    /// What engines do before an instruction while [Cpu#attention] is set: takes the interrupt that is due, if
    /// any, or raises the debug exception that is. Returns whether each instruction needs a look of its own
    /// from now on (software step, breakpoints).
    public boolean look() {
        Kind kind = interrupts.pending();
        if (kind != null) {
            takeInterrupt(kind);
        }
        return debug.look();
    }

    /// The interrupt or SError that can be taken now, or null (Arm ARM D1.3.6).
    public Kind pending() {
        return interrupts.pending();
    }

    /// Whether watchpoints are armed: then [#checkAccess] is to be asked about every access.
    public boolean watching() {
        return debug.watching();
    }

    /// Raises the watchpoint exception of an access of `bytes` at `va`, if there is one.
    public void checkAccess(long va, int bytes, boolean write, boolean unprivileged) {
        debug.checkAccess(va, bytes, write, unprivileged);
    }

    /// As [#checkAccess] for a DC IVAC of the line of `bytes` at `va`.
    public void checkInvalidation(long va, int bytes) {
        debug.checkInvalidation(va, bytes);
    }

    /// Takes the synchronous exception that the current instruction raised.
    public void takeSynchronous(SynchronousException e) {
        int target = e.target == 2 ? 2 : defaultTarget();
        int ec = e.ec;
        debug.exceptionTaken(e.returnsToNext);
        boolean hasCurrentClass =
                ec == Ec.IABT_LOW
                        || ec == Ec.DABT_LOW
                        || ec == Ec.BREAKPT_LOW
                        || ec == Ec.SOFTSTP_LOW
                        || ec == Ec.WATCHPT_LOW;
        if (hasCurrentClass && target == cpu.el) {
            ec++; // "taken without a change in Exception level" is the next class
        }
        long esr = Ec.syndrome(ec, e.il, e.iss);
        cpu.sys[(target == 2 ? SysReg.ESR_EL2 : SysReg.ESR_EL1).ordinal()] = esr;
        if (e.farValid) {
            cpu.sys[(target == 2 ? SysReg.FAR_EL2 : SysReg.FAR_EL1).ordinal()] = e.far;
        }
        if (e.ipaValid) {
            // HPFAR_EL2.FIPA: IPA[47:12] in bits [39:4].
            cpu.sys[SysReg.HPFAR_EL2.ordinal()] = (e.ipa >>> 12 & 0xf_ffff_ffffL) << 4;
        }
        enter(Kind.SYNC, target, esr, e.farValid, e.far, e.returnsToNext ? cpu.pc + 4 : cpu.pc);
    }

    /// Takes an interrupt or SError that [#pending] reported; PC is the instruction not yet executed.
    public void takeInterrupt(Kind kind) {
        int target = interrupts.target(kind);
        long esr = 0;
        if (kind == Kind.SERROR || kind == Kind.VSERROR) {
            esr = Ec.syndrome(Ec.SERROR, true, interrupts.acknowledge(kind));
            cpu.sys[(target == 2 ? SysReg.ESR_EL2 : SysReg.ESR_EL1).ordinal()] = esr;
        }
        debug.exceptionTaken(false);
        enter(kind, target, esr, false, 0, cpu.pc);
    }

    /// ERET. Illegal returns set PSTATE.IL and stay at this EL (Arm ARM D1.4.4).
    public void eret() {
        int from = cpu.el;
        cpu.ledger.count(Event.ERET);
        int spsr = (int) cpu.sys[(from == 2 ? SysReg.SPSR_EL2 : SysReg.SPSR_EL1).ordinal()];
        long elr = cpu.sys[(from == 2 ? SysReg.ELR_EL2 : SysReg.ELR_EL1).ordinal()];
        int to = spsr >>> 2 & 3;
        boolean illegal =
                (spsr & (Spsr.NRW | 2)) != 0 // AArch32 is not implemented; M[1] is RES0
                        || to > from
                        || to == 0 && (spsr & 1) != 0 // there is no EL0h
                        || to == 1 && cpu.tge; // EL1 does not exist for the host under TGE
        int daif = spsr >>> 6 & 0xf;
        cpu.ss = debug.stepAfterReturn((spsr & Spsr.SS) != 0, illegal ? from : to, daif);
        cpu.nzcv = spsr >>> 28 & 0xf;
        cpu.daif = daif;
        cpu.pan = (spsr & Spsr.PAN) != 0;
        cpu.uao = (spsr & Spsr.UAO) != 0;
        cpu.il = illegal || (spsr & Spsr.IL) != 0;
        if (!illegal) {
            cpu.el = to;
            cpu.spSel = (spsr & 1) != 0;
        }
        cpu.monitor.clear();
        cpu.event = true; // an exception return is a WFE wake-up event for this PE
        elr = BranchAddress.of(cpu, cpu.el, elr);
        cpu.next = elr;
        cpu.pc = elr;
        cpu.regimeChanged();
        if (cpu.observer != null) {
            cpu.observer.exceptionReturn(cpu, from, cpu.el, elr);
        }
    }

    /// ESB: SErrors that are pending are taken or deferred.
    public void synchronizeErrors() {
        interrupts.synchronizeErrors();
    }

    /// The EL an exception goes to when nothing routes it elsewhere.
    public int defaultTarget() {
        return cpu.el == 2 || cpu.el == 0 && cpu.tge ? 2 : 1;
    }

    private void enter(Kind kind, int target, long esr, boolean farValid, long far, long elr) {
        int from = cpu.el;
        int block = target > from ? 0x400 : cpu.spSel ? 0x200 : 0;
        long base = cpu.sys[(target == 2 ? SysReg.VBAR_EL2 : SysReg.VBAR_EL1).ordinal()];
        long vector = (base & -0x800L) + block + kind.vectorOffset();
        cpu.sys[(target == 2 ? SysReg.SPSR_EL2 : SysReg.SPSR_EL1).ordinal()] = cpu.pstate();
        cpu.sys[(target == 2 ? SysReg.ELR_EL2 : SysReg.ELR_EL1).ordinal()] = elr;
        cpu.el = target;
        cpu.spSel = true;
        cpu.daif = 0xf;
        cpu.il = false;
        cpu.ss = false;
        cpu.uao = false;
        SysReg sctlr = target == 2 ? SysReg.SCTLR_EL2 : SysReg.SCTLR_EL1;
        boolean setsPan = target == 1 || cpu.e2h && cpu.tge;
        if (setsPan && (cpu.sys[sctlr.ordinal()] & Sctlr.SPAN) == 0) {
            cpu.pan = true;
        }
        cpu.pc = vector;
        cpu.next = vector;
        cpu.regimeChanged();
        if (cpu.observer != null) {
            cpu.observer.exceptionTaken(
                    cpu, new ExceptionRecord(kind, from, target, esr, farValid, far, elr, vector));
        }
        cpu.ledger.count(target == 2 ? Event.EXCEPTION_TO_EL2 : Event.EXCEPTION_TO_EL1);
    }
}
