package splitvisor.highvisor.kernel;

import java.util.ArrayList;
import java.util.List;
import splitvisor.cpu.hosted.Coroutine;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.kernel.Task.PreemptNotifier;

/// Round robin over the runnable tasks of one CPU. Tasks give the CPU up by themselves: by blocking or
/// by ending.
public final class Scheduler {

    private final HostedCpu cpu;
    private final List<Task> tasks = new ArrayList<>();
    private Task current;

    Scheduler(HostedCpu cpu) {
        this.cpu = cpu;
    }

    /// The running task.
    public Task current() {
        return current;
    }

    void add(Task task) {
        tasks.add(task);
    }

    /// Runs tasks until all have ended.
    void run() {
        while (!tasks.isEmpty()) {
            Task next = pick();
            if (next == null) {
                throw new DeadlockException(
                        "every task of the host waits and nothing can wake one: "
                                + String.join(", ", tasks.stream().map(Task::name).toList()));
            }
            switchTo(next);
            next.stack().resume();
            if (next.stack().isDone()) {
                tasks.remove(next);
            }
        }
    }

    /// The current task waits until [#wake]. KVM: schedule() behind a prepared wait queue.
    public void block() {
        Task self = current;
        self.setRunnable(false);
        cpu.path(KernelPath.SCHEDULE);
        PreemptNotifier notifier = self.notifier();
        if (notifier != null) {
            notifier.schedOut();
        }
        long pc = cpu.cpu().pc;
        Coroutine.yield();
        cpu.cpu().pc = pc;
        if (notifier != null) {
            notifier.schedIn();
        }
    }

    /// Makes a task runnable.
    public void wake(Task task) {
        task.setRunnable(true);
    }

    private Task pick() {
        int start = current == null ? 0 : tasks.indexOf(current) + 1;
        for (int i = 0; i < tasks.size(); i++) {
            Task candidate = tasks.get((start + i) % tasks.size());
            if (candidate.isRunnable()) {
                return candidate;
            }
        }
        return null;
    }

    /// KVM: cpu_switch_to(), check_and_switch_context(): thread pointers, `current`, user tables.
    private void switchTo(Task next) {
        cpu.path(KernelPath.SWITCH_TO);
        cpu.msr(SysReg.TPIDR_EL0, 0);
        cpu.msr(SysReg.TPIDRRO_EL0, 0);
        cpu.msr(SysReg.SP_EL0, next.current());
        if (current == null || current.mm() != next.mm()) {
            cpu.msr(SysReg.TTBR0_EL1, next.mm().ttbr0());
            cpu.isb();
        }
        current = next;
    }

    /// Nothing is runnable and nothing will be.
    public static final class DeadlockException extends RuntimeException {
        DeadlockException(String message) {
            super(message);
        }
    }
}
