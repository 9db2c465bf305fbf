package splitvisor.highvisor.kernel;

import java.util.ArrayList;
import java.util.List;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.kvm.Errno;

/// Tasks that sleep until something changes in their memory, or for a time. Linux: kernel/futex,
/// kernel/time/hrtimer.c.
final class Sleepers {

    static final long FUTEX_WAIT = 0;
    static final long FUTEX_WAKE = 1;

    private static final long SECOND = 1_000_000_000L;

    /// A task in futex().
    private record Waiter(Task task, long address) {}

    private final HostedCpu cpu;
    private final Scheduler scheduler;
    private final HrTimers timers;
    private final List<Waiter> waiters = new ArrayList<>();

    Sleepers(HostedCpu cpu, Scheduler scheduler, HrTimers timers) {
        this.cpu = cpu;
        this.scheduler = scheduler;
        this.timers = timers;
    }

    /// futex(address, operation, value).
    long futex(long address, long operation, long value) {
        if (operation == FUTEX_WAIT) {
            return await(address, value);
        }
        return operation == FUTEX_WAKE ? wake(address, value) : Errno.ENOSYS.result();
    }

    /// Sleeps unless the word has changed already. The waiter is in the list before it looks, and looks at the list
    /// before it sleeps: a wake-up in between is not lost.
    private long await(long address, long value) {
        Waiter self = new Waiter(scheduler.current(), address);
        waiters.add(self);
        cpu.path(KernelPath.COPY_USER);
        if (cpu.ldtr(address, 2) != (value & 0xffff_ffffL)) {
            waiters.remove(self);
            return Errno.EAGAIN.result();
        }
        while (waiters.contains(self) && !self.task.isKilled()) {
            scheduler.block();
        }
        waiters.remove(self);
        return 0;
    }

    private long wake(long address, long most) {
        AddressSpace mm = scheduler.current().mm();
        long woken = 0;
        for (Waiter waiter : List.copyOf(waiters)) {
            if (woken < most && waiter.address == address && waiter.task.mm() == mm) {
                waiters.remove(waiter);
                scheduler.wake(waiter.task);
                woken++;
            }
        }
        return woken;
    }

    /// nanosleep(struct timespec *).
    long nanosleep(long timespec) {
        cpu.path(KernelPath.COPY_USER);
        long seconds = cpu.ldtr(timespec, 3);
        long nanoseconds = cpu.ldtr(timespec + 8, 3);
        if (seconds < 0 || nanoseconds < 0 || nanoseconds >= SECOND) {
            return Errno.EINVAL.result();
        }
        long frequency = timers.frequency();
        long ticks = seconds * frequency + (nanoseconds * frequency + SECOND - 1) / SECOND;
        Task self = scheduler.current();
        boolean[] expired = new boolean[1];
        HrTimers.Timer timer = new HrTimers.Timer(() -> {
            expired[0] = true;
            scheduler.wake(self);
        });
        timers.start(timer, timers.now() + ticks);
        while (!expired[0] && !self.isKilled()) {
            scheduler.block();
        }
        timers.cancel(timer);
        return 0;
    }
}
