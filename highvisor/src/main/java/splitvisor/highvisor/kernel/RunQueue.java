package splitvisor.highvisor.kernel;

import java.util.ArrayDeque;
import java.util.Deque;

/// What one PE runs and will run. Linux: struct rq.
final class RunQueue {

    final Task idle;
    Task current;
    boolean needResched;

    /// How many ticks the current task has met since it got the PE.
    int ticks;

    /// The user half that TTBR0_EL1 points to; the kernel's own tasks leave it as it is.
    AddressSpace active;

    private final Deque<Task> waiting = new ArrayDeque<>();

    RunQueue(Task idle) {
        this.idle = idle;
        current = idle;
    }

    /// A runnable task waits for its turn behind those that wait already.
    void enqueue(Task task) {
        waiting.addLast(task);
    }

    /// The task whose turn it is, or null.
    Task dequeue() {
        return waiting.pollFirst();
    }

    /// The task that another PE may take over: not one that is still on its way off this one.
    Task steal() {
        for (Task task : waiting) {
            if (!task.isOnCpu()) {
                waiting.remove(task);
                return task;
            }
        }
        return null;
    }

    /// Whether [#steal] would find one. A single task on an idle PE stays: that PE has been told and is about to take
    /// it. Linux: load_balance() pulls from run queues with more than one task.
    boolean hasStealable() {
        boolean overloaded = waiting.size() > 1 || current != idle;
        return overloaded && waiting.stream().anyMatch(task -> !task.isOnCpu());
    }

    /// How many tasks wait.
    int waiting() {
        return waiting.size();
    }

    boolean isIdle() {
        return current == idle && waiting.isEmpty();
    }
}
