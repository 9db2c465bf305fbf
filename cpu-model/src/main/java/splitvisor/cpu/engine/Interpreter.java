package splitvisor.cpu.engine;

import splitvisor.cpu.Cpu;

/// Runs machine code. Skeleton: the isa owner replaces the body and keeps the signature.
public final class Interpreter {

    private final Cpu cpu;

    public Interpreter(Cpu cpu) {
        this.cpu = cpu;
    }

    /// Executes until [Cpu#stopRequested] (PC reached hosted text, WFI, a limit) or `budget`
    /// instructions were executed; returns how many were.
    public long run(long budget) {
        throw new IllegalStateException("skeleton: " + cpu.pc);
    }
}
