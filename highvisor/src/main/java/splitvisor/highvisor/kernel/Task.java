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

    private final String name;
    private final long structPage;
    private final long stackPage;
    private final AddressSpace mm;
    private final Coroutine stack;
    private boolean runnable = true;
    private PreemptNotifier notifier;

    Task(String name, long structPage, long stackPage, AddressSpace mm, Runnable body) {
        this.name = name;
        this.structPage = structPage;
        this.stackPage = stackPage;
        this.mm = mm;
        this.stack = new Coroutine(name, body);
    }

    public String name() {
        return name;
    }

    /// The kernel address of its `task_struct`.
    public long current() {
        return HostLayout.kernelVa(structPage);
    }

    /// The kernel address of the register frame on its kernel stack. KVM: struct pt_regs.
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

    PreemptNotifier notifier() {
        return notifier;
    }

    /// At most one, as KVM needs; null to unregister.
    public void setNotifier(PreemptNotifier value) {
        notifier = value;
    }
}
