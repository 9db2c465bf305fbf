package splitvisor.cpu.hosted;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.sysreg.RegisterName;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;

/// The PE as hosted software sees it: operations named after instructions, each going through the
/// same access path as decoded machine code, so traps, redirection, costs and traces apply equally.
///
/// An operation that raises an exception takes it: the handler behind the vector runs, and when its
/// ERET comes back to the instruction after the operation, the method returns. The result of a trapped
/// MRS or load is what the handler left in X[SCRATCH].
public final class HostedCpu {

    /// The general-purpose register that hosted software's MRS, MSR, LDR and STR name: X16 (IP0).
    public static final int SCRATCH = 16;

    private final Cpu cpu;
    private RegisterName perCpuRegister = SysReg.TPIDR_EL1;
    private CodePath path;
    private long pathStart;
    private long limit = Long.MAX_VALUE;

    public HostedCpu(Cpu cpu) {
        this.cpu = cpu;
    }

    /// The PE itself, for set-up code, measurements and tests; hosted software does not use it.
    public Cpu cpu() {
        return cpu;
    }

    /// Ends the run with a [LimitReachedException] once the PE has executed this many instructions.
    public void limit(long instructions) {
        limit = instructions;
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
        settlePath(0);
        path = next;
        pathStart = cpu.instructions;
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
        try {
            cpu.registers.write(name.encoding(), SCRATCH, value);
        } catch (SynchronousException e) {
            take(e);
        }
    }

    /// MSR (immediate).
    public void msr(PstateField field, int imm) {
        begin();
        try {
            cpu.registers.writeImmediate(field.op1(), field.op2(), imm);
        } catch (SynchronousException e) {
            take(e);
        }
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

    /// STTR of a doubleword: a store with EL0's permissions, as `copy_to_user` does.
    public void sttr(long value, long va) {
        begin();
        cpu.ledger.count(Event.STORE);
        try {
            cpu.mmu.storeUnprivileged(va, 3, value);
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

    /// ERET: leaves for where ELR says. The caller then returns (to hosted code) or calls [#resume].
    public void eret() {
        settlePath(1);
        begin();
        observe("eret", "", "");
        cpu.exceptions.eret();
    }

    /// Runs what ERET went to until an exception arrives at a [HostedVector.Landing]; returns its
    /// vector offset, 0 to 0x780. Exceptions that arrive at a [HostedVector.Handler] meanwhile are
    /// handled by it.
    public int resume() {
        while (true) {
            switch (vectorAtPc()) {
                case null -> runMachineCode();
                case HostedVector.Landing _ -> {
                    return vectorOffset();
                }
                case HostedVector.Handler handler -> handler.handle(vectorOffset());
            }
        }
    }

    private void runMachineCode() {
        if (cpu.instructions >= limit) {
            throw new LimitReachedException(cpu, limit);
        }
        cpu.interpreter.run(limit - cpu.instructions);
        if (cpu.waiting) {
            throw new HostedProgramException("machine code under hosted software waits, and nothing can wake it");
        }
    }

    private void leave(String mnemonic, int imm) {
        settlePath(1);
        begin();
        observe(mnemonic, " #", Integer.toString(imm));
    }

    /// Hosted software runs with its interrupts masked or without a source of any, so there is no look at
    /// pending ones here yet.
    private void begin() {
        cpu.instructions++;
    }

    /// Takes an exception that the current operation raised and returns when its handler's ERET came
    /// back to this operation's successor (or to the operation itself, when the handler did not step
    /// over it: hosted code is not restarted, so that is a defect).
    private void take(SynchronousException e) {
        long here = cpu.pc;
        cpu.exceptions.takeSynchronous(e);
        runHandlersUntil(here + 4);
        cpu.pc = here;
        cpu.next = here;
    }

    private void runHandlersUntil(long returnAddress) {
        CodePath interrupted = path;
        long interruptedAt = cpu.instructions;
        path = null;
        do {
            if (!(vectorAtPc() instanceof HostedVector.Handler handler)) {
                throw lost();
            }
            handler.handle(vectorOffset());
        } while (cpu.pc != returnAddress);
        path = interrupted;
        pathStart += cpu.instructions - interruptedAt; // the handler's instructions are not the path's
    }

    /// The vector table whose page PC is in, or null when PC is in machine code.
    private HostedVector vectorAtPc() {
        try {
            return cpu.hosted.at(cpu.mmu.translateFetch(cpu.pc));
        } catch (SynchronousException e) {
            return null; // the interpreter meets the same fault and takes it
        }
    }

    private HostedProgramException lost() {
        boolean el2 = cpu.el == 2;
        return new HostedProgramException(
                "an exception of hosted code went to EL%d's vector at %#x, where no handler is: ESR %#x, FAR %#x"
                        .formatted(
                                cpu.el,
                                cpu.pc,
                                cpu.sys[(el2 ? SysReg.ESR_EL2 : SysReg.ESR_EL1).ordinal()],
                                cpu.sys[(el2 ? SysReg.FAR_EL2 : SysReg.FAR_EL1).ordinal()]));
    }

    private int vectorOffset() {
        return (int) (cpu.pc & HostedTexts.PAGE - 1);
    }

    private void settlePath(int toCome) {
        if (path != null) {
            long executed = cpu.instructions - pathStart + toCome;
            cpu.instructions += Math.max(0, path.instructions(cpu.e2h) - executed);
            path = null;
        }
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
