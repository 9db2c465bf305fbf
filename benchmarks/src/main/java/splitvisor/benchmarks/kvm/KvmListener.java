package splitvisor.benchmarks.kvm;

import splitvisor.cpu.Cpu;
import splitvisor.highvisor.kernel.KernelPath;

/// Who wants to know what KVM does. See [KvmEvents].
interface KvmListener {

    /// Where and when something happened: the PE, the simulated time in hundredths of a cycle, whether interrupts
    /// were masked, and the thread.
    record Moment(Cpu cpu, long time, boolean masked, VcpuThread thread) {

        static Moment now(Cpu cpu, VcpuThread thread) {
            return new Moment(cpu, cpu.centicycles(), (cpu.daif & 2) != 0, thread);
        }
    }

    /// The kernel is about to enter the guest at `pc`: KVM's tracepoint `kvm_entry`.
    default void entry(Moment moment, long pc) {}

    /// The guest goes on, after an entry or after an exit that EL2 answered.
    default void running(Cpu cpu, VcpuThread thread) {}

    /// EL2 has answered an exit: the kernel never hears of it.
    default void answered(VcpuThread thread, GuestExit exit) {}

    /// EL2 has brought an exit to the kernel, which counts it. Its reason is the thread's.
    default void counted(VcpuThread thread) {}

    /// KVM's tracepoint `kvm_exit`: interrupts are on again.
    default void exit(Moment moment) {}

    /// User space sets an interrupt line of its VM. `line` is its struct kvm_irq_level: the interrupt in the low word,
    /// the level in the high one.
    default void irqLine(Moment moment, long line) {}

    /// The kernel handles the thread's exit on this path.
    default void handling(Moment moment, KernelPath path) {}
}
