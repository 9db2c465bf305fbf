package splitvisor.cpu.hosted;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.sysreg.RegisterName;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;

/// The PE that executes hosted software: operations named after instructions, each going through the
/// same access path as decoded machine code, so traps, redirection, costs and traces apply equally.
///
/// There is one of these per machine. Which PE it means depends on who asks, as in a kernel's own code: the
/// one whose turn it is on the time line. A stack that was switched away may go on on another PE.
///
/// Interrupts are taken, and the turn passes to other PEs, where the architecture obliges a PE to look: at
/// context synchronization events, when PSTATE.I is cleared, and in WFI and YIELD; at EL0 before every
/// operation. Kernel code between two such points is not disturbed, so the locks that it would hold
/// there are always free.
///
/// An operation that raises an exception takes it: the handler behind the vector runs, and when its
/// ERET comes back to the instruction after the operation, the method returns. The result of a trapped
/// MRS or load is what the handler left in X[SCRATCH].
public final class HostedCpu extends ControlFlow {

    /// The general-purpose register that hosted software's MRS, MSR, LDR and STR name: X16 (IP0).
    public static final int SCRATCH = 16;

    private RegisterName perCpuRegister = SysReg.TPIDR_EL1;

    /// Hosted software that starts on the given PE.
    public HostedCpu(Cpu cpu) {
        super(cpu);
    }

    /// The register that holds the per-CPU base from now on. Linux patches its per-CPU accessors at
    /// boot: TPIDR_EL1 when the kernel runs at EL1, TPIDR_EL2 when it runs at EL2 (E2H does not
    /// redirect thread-ID registers).
    public void perCpuRegister(RegisterName name) {
        perCpuRegister = name;
    }

    /// Enters a named stretch of code: the operations that follow are among its instructions; the rest
    /// of them are charged when the next path begins or control leaves.
    public void path(CodePath next) {
        beginPath(next);
        if (cpu.observer != null) {
            cpu.observer.path(cpu, next);
        }
        for (CodePath.Pointer pointer : next.pointerReads()) {
            mrs(pointer == CodePath.Pointer.CURRENT ? SysReg.SP_EL0 : perCpuRegister);
        }
    }

    // Registers.

    /// MRS.
    public long mrs(RegisterName name) {
        begin();
        try {
            return cpu.registers.read(name.encoding(), SCRATCH);
        } catch (SynchronousException e) {
            take(e);
            return cpu.x[SCRATCH];
        }
    }

    /// MSR (register).
    public void msr(RegisterName name, long value) {
        begin();
        int daif = cpu.daif;
        try {
            cpu.registers.write(name.encoding(), SCRATCH, value);
        } catch (SynchronousException e) {
            take(e);
        }
        lookIfUnmasked(daif);
    }

    /// MSR (immediate).
    public void msr(PstateField field, int imm) {
        begin();
        int daif = cpu.daif;
        try {
            cpu.registers.writeImmediate(field.op1(), field.op2(), imm);
        } catch (SynchronousException e) {
            take(e);
        }
        lookIfUnmasked(daif);
    }

    /// MOV Xn, #value.
    public void mov(int n, long value) {
        begin();
        cpu.set(n, value);
    }

    /// Xn, for hosted code that takes it as a C argument or result; not an instruction.
    public long x(int n) {
        return cpu.x[n];
    }

    // Memory.

    /// LDR of a doubleword.
    public long ldr(long va) {
        return ldr(va, 3);
    }

    /// LDRB, LDRH, LDR (W or X): 1 << `log2` bytes, zero-extended.
    public long ldr(long va, int log2) {
        begin();
        cpu.ledger.count(Event.LOAD);
        try {
            return cpu.mmu.load(va, log2);
        } catch (SynchronousException e) {
            take(e);
            return cpu.x[SCRATCH];
        }
    }

    /// LDTRB, LDTRH, LDTR: a load with EL0's permissions, as `copy_from_user` does.
    public long ldtr(long va, int log2) {
        begin();
        cpu.ledger.count(Event.LOAD);
        try {
            return cpu.mmu.loadUnprivileged(va, log2);
        } catch (SynchronousException e) {
            take(e);
            return cpu.x[SCRATCH];
        }
    }

    /// STR of a doubleword.
    public void str(long value, long va) {
        str(value, va, 3);
    }

    /// STRB, STRH, STR (W or X): 1 << `log2` bytes.
    public void str(long value, long va, int log2) {
        begin();
        cpu.ledger.count(Event.STORE);
        try {
            cpu.mmu.store(va, log2, value);
        } catch (SynchronousException e) {
            take(e);
        }
    }

    /// STTR of a doubleword.
    public void sttr(long value, long va) {
        sttr(value, va, 3);
    }

    /// STTRB, STTRH, STTR: a store with EL0's permissions, as `copy_to_user` does.
    public void sttr(long value, long va, int log2) {
        begin();
        cpu.ledger.count(Event.STORE);
        try {
            cpu.mmu.storeUnprivileged(va, log2, value);
        } catch (SynchronousException e) {
            take(e);
        }
    }

    /// STP Xt, Xt2, [va].
    public void stp(int rt, int rt2, long va) {
        begin();
        cpu.ledger.count(Event.STORE_PAIR_GP);
        try {
            cpu.mmu.store(va, 3, cpu.x[rt]);
            cpu.mmu.store(va + 8, 3, cpu.x[rt2]);
        } catch (SynchronousException e) {
            take(e);
        }
        pair(false, false, rt, rt2, va);
    }

    /// LDP Xt, Xt2, [va].
    public void ldp(int rt, int rt2, long va) {
        begin();
        cpu.ledger.count(Event.LOAD_PAIR_GP);
        try {
            long first = cpu.mmu.load(va, 3);
            cpu.set(rt2, cpu.mmu.load(va + 8, 3));
            cpu.set(rt, first);
        } catch (SynchronousException e) {
            take(e);
        }
        pair(true, false, rt, rt2, va);
    }

    /// STP Qt, Qt+1, [va].
    public void stpQ(int rt, long va) {
        begin();
        cpu.ledger.count(Event.STORE_PAIR_FP);
        try {
            for (int i = 0; i < 4; i++) {
                cpu.mmu.store(va + 8 * i, 3, cpu.v[2 * rt + i]);
            }
        } catch (SynchronousException e) {
            take(e);
        }
        pair(false, true, rt, rt + 1, va);
    }

    /// LDP Qt, Qt+1, [va].
    public void ldpQ(int rt, long va) {
        begin();
        cpu.ledger.count(Event.LOAD_PAIR_FP);
        try {
            for (int i = 0; i < 4; i++) {
                cpu.v[2 * rt + i] = cpu.mmu.load(va + 8 * i, 3);
            }
        } catch (SynchronousException e) {
            take(e);
        }
        pair(true, true, rt, rt + 1, va);
    }

    // Barriers and maintenance.

    public void isb() {
        begin();
        cpu.ledger.count(Event.ISB);
        observe("isb", "", "");
        look();
    }

    public void dsb(Domain domain) {
        begin();
        cpu.ledger.count(Event.DSB);
        observe("dsb ", domain.label(), "");
    }

    public void dmb(Domain domain) {
        begin();
        cpu.ledger.count(Event.DMB);
        observe("dmb ", domain.label(), "");
    }

    /// ESB: with no SError pending it only marks the point at which one would have been taken.
    public void esb() {
        begin();
        observe("esb", "", "");
    }

    /// DC, IC, AT or TLBI.
    public void sys(SysOp op, long value) {
        begin();
        try {
            cpu.registers.sys(op.encoding(), SCRATCH, value);
        } catch (SynchronousException e) {
            take(e);
        }
    }

    // Control flow.

    /// BR: hosted code goes on at another address of its own text, as after turning the MMU on.
    public void branch(long va) {
        begin();
        cpu.pc = va;
        cpu.next = va;
    }

    /// SVC #imm.
    public void svc(int imm) {
        leave("svc", imm);
        take(cpu.call(Ec.SVC64, imm, 1));
    }

    /// HVC #imm. Arguments and results are in X0 to X17, as the SMCCC has it.
    public void hvc(int imm) {
        leave("hvc", imm);
        take(cpu.call(Ec.HVC64, imm, 2));
    }

    /// SMC #imm, for the board's firmware. Arguments and results are in X0 to X3, as the SMCCC has it.
    public void smc(int imm) {
        leave("smc", imm);
        if (!cpu.firmware.smc(cpu, imm)) {
            take(cpu.undefined());
        }
        look();
    }

    /// WFI: waits until an interrupt is pending for this PE, masked or not, and takes it when it is not masked.
    public void wfi() {
        settlePath(1);
        begin();
        observe("wfi", "", "");
        cpu.waiting = !cpu.wakes();
        passTurn();
        look();
    }

    /// YIELD: what another PE does is waited for, so others should come to their turn. In a loop the PE looks at its
    /// interrupts, too.
    public void yield() {
        begin();
        observe("yield", "", "");
        cpu.timeLine.yielded();
        look();
    }

    /// ERET: leaves for where ELR says. The caller then returns (to hosted code) or calls [#resume].
    public void eret() {
        settlePath(1);
        begin();
        observe("eret", "", "");
        cpu.exceptions.eret();
    }

    private void leave(String mnemonic, int imm) {
        settlePath(1);
        begin();
        observe(mnemonic, " #", Integer.toString(imm));
    }

    private void pair(boolean load, boolean fp, int rt, int rt2, long va) {
        if (cpu.observer != null) {
            cpu.observer.pair(cpu, load, fp, rt, rt2, va);
        }
    }

    private void observe(String mnemonic, String first, String second) {
        if (cpu.observer != null) {
            cpu.observer.operation(cpu, mnemonic + first + second);
        }
    }
}
