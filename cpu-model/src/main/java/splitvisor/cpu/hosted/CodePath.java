package splitvisor.cpu.hosted;

import java.util.List;

/// A named stretch of straight-line code that a hosted program stands for: what in Linux is plain C
/// or assembly around the privileged operations. Executing it costs its instructions.
public interface CodePath {

    /// What compiled kernel code reads from system registers on its own account.
    enum Pointer {
        /// The running task's `task_struct`, which arm64 keeps in SP_EL0 (`current`, and the stack
        /// protector's canary behind it).
        CURRENT,
        /// The base of this CPU's per-CPU area (`this_cpu_ptr`), see [HostedCpu#perCpuRegister].
        PER_CPU
    }

    /// The symbol of the function, as a trace prints it.
    String symbol();

    /// How many instructions one pass executes, the privileged operations inside it included.
    ///
    /// @param e2h whether HCR_EL2.E2H is set: the same function takes other branches then
    int instructions(boolean e2h);

    /// The pointer reads at the head of the path, in order; they are MRS instructions of the path.
    default List<Pointer> pointerReads() {
        return List.of();
    }

    /// Whether that number is a guess, which no reference run and no reading of code has counted.
    default boolean estimated(boolean e2h) {
        return false;
    }
}
