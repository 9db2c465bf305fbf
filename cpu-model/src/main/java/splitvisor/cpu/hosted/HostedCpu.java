package splitvisor.cpu.hosted;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.sysreg.RegisterName;

/// The PE as hosted software sees it: operations named after instructions, each going through the
/// same access path as decoded machine code, so traps, redirection, costs and traces apply equally.
///
/// An operation that raises an exception takes it: the handler behind the vector runs, and when its
/// ERET comes back to the instruction after the operation the method returns. The result of a trapped
/// MRS is what the handler left in X[SCRATCH].
public final class HostedCpu {

    /// The general-purpose register that MRS and MSR of hosted software name in a syndrome: X16 (IP0).
    public static final int SCRATCH = 16;

    private final Cpu cpu;
    private CodePath path;
    private long pathStart;

    public HostedCpu(Cpu cpu) {
        this.cpu = cpu;
    }

    /// The PE itself, for set-up code and tests; hosted software does not use it.
    public Cpu cpu() {
        return cpu;
    }

    /// Enters a named stretch of code: the operations that follow are among its instructions, the rest
    /// of them are charged when the next path begins or control leaves.
    public void path(CodePath next) {
        settlePath(0);
        path = next;
        pathStart = cpu.instructions;
        if (cpu.observer != null) {
            cpu.observer.path(cpu, next);
        }
    }

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

    /// LDR of a doubleword.
    public long ldr(long va) {
        return ldr(va, 3);
    }

    /// LDRB, LDRH, LDR of 1 << `log2` bytes.
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

    /// STR of a doubleword.
    public void str(long value, long va) {
        str(value, va, 3);
    }

    /// STRB, STRH, STR of 1 << `log2` bytes.
    public void str(long value, long va, int log2) {
        begin();
        cpu.ledger.count(Event.STORE);
        try {
            cpu.mmu.store(va, log2, value);
        } catch (SynchronousException e) {
            take(e);
        }
    }

    /// HVC #imm. Arguments and results are in X0 to X17, as the SMCCC has it.
    public void hvc(int imm) {
        settlePath(1);
        begin();
        observe("hvc #%#x", imm);
        take(cpu.call(Ec.HVC64, imm, 2));
    }

    /// ERET: leaves for where ELR says. The caller then returns (to hosted code) or calls [#resume].
    public void eret() {
        settlePath(1);
        begin();
        observe("eret", 0);
        cpu.exceptions.eret();
    }

    /// Runs what ERET went to, until an exception arrives at a [HostedVector.Landing]; returns its
    /// vector offset, 0 to 0x780.
    public int resume() {
        throw new IllegalStateException("skeleton");
    }

    private void begin() {
        cpu.instructions++;
    }

    private void take(SynchronousException e) {
        throw new IllegalStateException("skeleton", e);
    }

    private void settlePath(int toCome) {
        if (path != null) {
            long missing = path.instructions() - (cpu.instructions - pathStart) - toCome;
            if (missing > 0) {
                cpu.instructions += missing;
            }
            path = null;
        }
    }

    private void observe(String assembly, int operand) {
        if (cpu.observer != null) {
            cpu.observer.operation(cpu, assembly.formatted(operand));
        }
    }
}
