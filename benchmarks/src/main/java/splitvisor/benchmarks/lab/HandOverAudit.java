package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.highvisor.kernel.KernelPath;

/// Holds that nothing interrupts the kernel while it hands a PE from one task to another, and that it can be
/// interrupted again afterwards.
final class HandOverAudit extends Audit {

    @Override
    public void path(Cpu cpu, CodePath path) {
        if ((path == KernelPath.VMID_UPDATE || path == KernelPath.IOCTL_RETURN) && masksInterrupts(cpu)) {
            found(cpu, "interrupts are still masked when schedule and put are over: PSTATE.I is 1",
                    "Who masks interrupts for a moment restores what was before, or the tick never comes. "
                            + "Linux: local_irq_save(), local_irq_restore().");
        }
        if (path == KernelPath.SWITCH_TO && !masksInterrupts(cpu)) {
            found(cpu, "the PE is handed to another task with interrupts unmasked: PSTATE.I is 0",
                    "Between the choice of a task and the switch to it an interrupt would find a current task that "
                            + "does not run yet, and could choose another. Linux: __schedule(), "
                            + "local_irq_disable().");
        }
    }
}
