package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.highvisor.kernel.KernelPath;

/// Holds that nothing interrupts the kernel while it hands a PE from one task to another.
final class HandOverAudit extends Audit {

    @Override
    public void path(Cpu cpu, CodePath path) {
        if (path == KernelPath.SWITCH_TO && !masksInterrupts(cpu)) {
            found(cpu, "the PE is handed to another task with interrupts unmasked: PSTATE.I is 0",
                    "Between the choice of a task and the switch to it an interrupt would find a current task that "
                            + "does not run yet, and could choose another. Linux: __schedule(), "
                            + "local_irq_disable().");
        }
    }
}
