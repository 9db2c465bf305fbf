package splitvisor.highvisor.kernel;

import splitvisor.cpu.hosted.Coroutine;
import splitvisor.highvisor.hyp.HostLayout;

/// A thread of the host: a stack of its own, an address space, and what the scheduler knows of it. Its
/// `task_struct` is a page of memory, whose address is `current`.
public final class Task {

    /// Who wants to know when the task leaves the CPU and when it is back. KVM: struct preempt_notifier.
    public interface PreemptNotifier {
        void schedOut();

        void schedIn();
    }

    /// Size of a register frame on the kernel stack. Linux: sizeof(struct pt_regs), rounded up.
    static final long FRAME = 0x200;

    private static final long THREAD_POINTER = 0x10;

    private final String name;
    private final long structPage;
    private final long stackPage;
    private final AddressSpace mm;
    private final Coroutine stack;
    private PreemptNotifier notifier;
    private boolean runnable = true;
    private boolean queued = true;
    private boolean onCpu;
    private boolean killed;
    private int pe;

    /// @param mm null for a task that only runs in the kernel
    Task(String name, long structPage, long stackPage, AddressSpace mm, Coroutine stack) {
        this.name = name;
        this.structPage = structPage;
        this.stackPage = stackPage;
        this.mm = mm;
        this.stack = stack;
    }

    public String name() {
        return name;
    }

    /// The kernel address of its `task_struct`.
    public long current() {
        return HostLayout.kernelVa(structPage);
    }

    /// The kernel address at which its user half's TPIDR_EL0 waits. Linux: task_user_tls().
    long threadPointer() {
        return current() + THREAD_POINTER;
    }

    /// The kernel address of the register frame of its system call or interrupt from user space; that of an
    /// interrupt from the kernel lies [#FRAME] above. KVM: struct pt_regs.
    long ptRegs() {
        return HostLayout.kernelVa(stackPage);
    }

    public AddressSpace mm() {
        return mm;
    }

    Coroutine stack() {
        return stack;
    }

    boolean isRunnable() {
        return runnable;
    }

    void setRunnable(boolean value) {
        runnable = value;
    }

    /// Whether it runs or waits in a run queue; a task that was woken before it had left is both runnable and
    /// queued all the time.
    boolean isQueued() {
        return queued;
    }

    void setQueued(boolean value) {
        queued = value;
    }

    /// Whether its stack is the one of a PE. Linux: task_struct.on_cpu.
    boolean isOnCpu() {
        return onCpu;
    }

    void setOnCpu(boolean value) {
        onCpu = value;
    }

    /// The PE it runs on, or ran on last.
    int pe() {
        return pe;
    }

    void setPe(int value) {
        pe = value;
    }

    /// Whether it is to end as soon as it leaves the kernel. Linux: fatal_signal_pending().
    public boolean isKilled() {
        return killed;
    }

    void setKilled() {
        killed = true;
    }

    PreemptNotifier notifier() {
        return notifier;
    }

    /// At most one, as KVM needs; null to unregister.
    public void setNotifier(PreemptNotifier value) {
        notifier = value;
    }
}
