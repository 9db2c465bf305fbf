package splitvisor.highvisor.kernel;

import java.util.ArrayList;
import java.util.List;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.hosted.PstateField;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.kernel.Task.PreemptNotifier;
import splitvisor.highvisor.kernel.irq.Interrupts;
import splitvisor.highvisor.kernel.irq.LocalIrqs;

/// Round robin over the runnable tasks of each PE. A time slice lasts until the second tick: were it the first, a task
/// that sleeps through the ticks could leave the others nothing but the end of one. A PE that has nothing to do takes
/// over what waits for another. The tick runs only where somebody waits, as with NO_HZ_FULL. The kernel is not
/// preemptible: a task leaves the CPU where it blocks, before it returns to user space, and in KVM's loop.
public final class Scheduler {

    private static final int IRQ_AND_FIQ = 3;
    private static final int TICKS_PER_SECOND = 250;

    private final HostedCpu cpu;
    private final Interrupts interrupts;
    private final HrTimers timers;
    private final LocalIrqs localIrqs;
    private final List<RunQueue> queues = new ArrayList<>();
    private final List<HrTimers.Timer> ticks = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private boolean started;

    Scheduler(HostedCpu cpu, Interrupts interrupts, HrTimers timers) {
        this.cpu = cpu;
        this.interrupts = interrupts;
        this.timers = timers;
        localIrqs = new LocalIrqs(cpu);
    }

    /// A PE of its own takes part from now on; `idle` is what it runs when nothing else is to be done.
    void addCpu(Task idle) {
        idle.setPe(queues.size());
        idle.setOnCpu(true);
        queues.add(new RunQueue(idle));
        ticks.add(new HrTimers.Timer(this::tick));
    }

    /// The running task.
    public Task current() {
        return here().current;
    }

    /// Whether another task shall run. Linux: need_resched().
    public boolean needResched() {
        return here().needResched;
    }

    /// The tasks that share an address space.
    List<Task> threads(AddressSpace mm) {
        return tasks.stream().filter(task -> task.mm() == mm).toList();
    }

    void add(Task task) {
        started = true;
        tasks.add(task);
        enqueue(task);
    }

    /// The same for a thread of the kernel's own, which does not keep the machine running.
    void addKernelThread(Task task) {
        enqueue(task);
    }

    /// The current task waits until [#wake]. KVM: schedule() behind a prepared wait queue.
    public void block() {
        current().setRunnable(false);
        schedule();
    }

    /// Another task may run now. Linux: cond_resched(), sched_yield().
    public void schedule() {
        Task previous = current();
        PreemptNotifier notifier = previous.notifier();
        long daif = localIrqs.save();
        cpu.path(KernelPath.SCHEDULE);
        Task next = pick(previous);
        startTick();
        if (next != previous) {
            if (notifier != null) {
                notifier.schedOut();
            }
            switchTo(previous, next);
            previous.setOnCpu(false);
            cpu.switchTo(next.stack());
        }
        localIrqs.restore(daif);
        if (next != previous && notifier != null) {
            notifier.schedIn();
        }
    }

    /// Lets another task run if one waits. Linux: sched_yield().
    public void yieldCpu() {
        if (here().waiting() > 0) {
            schedule();
        }
    }

    /// The current task has ended; its stack is about to. Linux: do_exit().
    void exit() {
        Task previous = current();
        tasks.remove(previous);
        previous.setRunnable(false);
        cpu.msr(PstateField.DAIF_SET, IRQ_AND_FIQ);
        cpu.path(KernelPath.SCHEDULE);
        Task next = pick(previous);
        switchTo(previous, next);
        previous.setOnCpu(false);
        cpu.endWith(next.stack());
    }

    /// Makes a task runnable. Linux: try_to_wake_up().
    public void wake(Task task) {
        task.setRunnable(true);
        if (!task.isQueued()) {
            cpu.path(KernelPath.WAKE_UP);
            task.setQueued(true);
            enqueue(task);
        }
    }

    /// Makes a task runnable that does work for this PE, and here only. Whoever wakes it is about to block, so there is
    /// no tick. Linux: queue_work(), wake_up_worker().
    public void wakeWorker(Task worker) {
        worker.setRunnable(true);
        if (!worker.isQueued()) {
            cpu.path(KernelPath.WAKE_UP);
            worker.setQueued(true);
            worker.setPe(cpu.index());
            here().enqueue(worker);
        }
    }

    /// The task ends as soon as it can. Linux: send_sig(SIGKILL).
    void kill(Task task) {
        task.setKilled();
        wake(task);
        if (task != current() && task.isOnCpu()) {
            reschedule(task.pe());
        }
    }

    /// Makes another PE leave its guest and look what there is to do. Linux: smp_send_reschedule().
    public void reschedule(int pe) {
        cpu.path(KernelPath.SEND_IPI);
        interrupts.chip().send(Interrupts.IPI_RESCHEDULE, pe);
    }

    /// What a PE does between tasks: waits, with interrupts masked, so that none slips in between the look and the
    /// wait. Returns when the last task has ended. Linux: do_idle().
    void idle() {
        while (!started || !tasks.isEmpty()) {
            cpu.msr(PstateField.DAIF_SET, IRQ_AND_FIQ);
            if (here().waiting() > 0 || busiest() != null) {
                schedule();
            } else {
                cpu.path(KernelPath.IDLE);
                cpu.wfi();
            }
            cpu.msr(PstateField.DAIF_CLR, IRQ_AND_FIQ);
        }
    }

    /// Another PE has put something into this one's queue.
    void rescheduleInterrupt() {
        here().needResched = here().current == here().idle;
        startTick();
    }

    private void tick() {
        cpu.path(KernelPath.TICK);
        here().needResched = here().waiting() > 0 && ++here().ticks > 1;
        startTick();
    }

    private void startTick() {
        HrTimers.Timer tick = ticks.get(cpu.index());
        boolean shared = here().waiting() > 0 && here().current != here().idle;
        if (shared && !tick.isActive()) {
            timers.start(tick, timers.now() + timers.frequency() / TICKS_PER_SECOND);
        }
    }

    /// Where a task goes that has become runnable: to its last PE, unless that is busy and another is not.
    private void enqueue(Task task) {
        int pe = task.isOnCpu() || queues.get(task.pe()).isIdle() ? task.pe() : idlest(task.pe());
        task.setPe(pe);
        queues.get(pe).enqueue(task);
        if (pe == cpu.index()) {
            startTick();
        } else {
            reschedule(pe);
        }
    }

    private int idlest(int preferred) {
        int best = preferred;
        for (int pe = 0; pe < queues.size(); pe++) {
            if (load(pe) < load(best)) {
                best = pe;
            }
        }
        return best;
    }

    private int load(int pe) {
        RunQueue queue = queues.get(pe);
        return queue.waiting() + (queue.current == queue.idle ? 0 : 1);
    }

    private Task pick(Task previous) {
        RunQueue queue = here();
        queue.needResched = false;
        queue.ticks = 0;
        if (previous != queue.idle) {
            if (previous.isRunnable()) {
                queue.enqueue(previous);
            } else {
                previous.setQueued(false);
            }
        }
        Task next = queue.dequeue();
        if (next == null) {
            RunQueue busiest = busiest();
            next = busiest == null ? queue.idle : busiest.steal();
        }
        next.setPe(cpu.index());
        next.setOnCpu(true);
        queue.current = next;
        return next;
    }

    /// The first PE where a task waits that could run here, or null.
    private RunQueue busiest() {
        for (RunQueue queue : queues) {
            if (queue.hasStealable()) {
                return queue;
            }
        }
        return null;
    }

    /// Thread pointers, `current`, tables. Linux: tls_thread_switch(), cpu_switch_to(), check_and_switch_context().
    private void switchTo(Task previous, Task next) {
        cpu.path(KernelPath.SWITCH_TO);
        cpu.str(cpu.mrs(SysReg.TPIDR_EL0), previous.threadPointer());
        cpu.msr(SysReg.TPIDRRO_EL0, 0);
        cpu.msr(SysReg.TPIDR_EL0, cpu.ldr(next.threadPointer()));
        cpu.msr(SysReg.SP_EL0, next.current());
        if (next.mm() != null && here().active != next.mm()) {
            here().active = next.mm();
            cpu.msr(SysReg.TTBR0_EL1, next.mm().ttbr0());
            cpu.isb();
        }
    }

    private RunQueue here() {
        return queues.get(cpu.index());
    }
}
