package splitvisor.cpu.gic;

import splitvisor.cpu.Cpu;

/// The interrupt inputs of a PE, as its interrupt controller drives them.
@FunctionalInterface
public interface InterruptInputs {

    /// Sets the levels.
    void drive(boolean irq, boolean fiq, boolean virq, boolean vfiq);

    /// Those of a PE of this machine, which hears of changes only, each in its time.
    static InterruptInputs of(Cpu cpu) {
        return new TimedInputs(cpu);
    }
}
