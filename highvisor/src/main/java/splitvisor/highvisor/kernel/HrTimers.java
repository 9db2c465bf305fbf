package splitvisor.highvisor.kernel;

import java.util.PriorityQueue;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;

/// The timers of the host kernel, over the one timer of each PE that is its own: the EL1 physical timer, which
/// at EL2 under E2H is EL2's by the same name. Linux: kernel/time/hrtimer.c, arm_arch_timer.c.
public final class HrTimers {

    private static final long ENABLE = 1;
    private static final long DISABLED = 0;

    /// A timer and what it does when it expires, in the interrupt of the PE on which it was started.
    /// Linux: struct hrtimer.
    public static final class Timer implements Comparable<Timer> {
        private final Runnable function;
        private long expires;
        private long sequence;
        private int pe = -1;

        public Timer(Runnable function) {
            this.function = function;
        }

        /// Whether it has been started and has neither expired nor been cancelled.
        public boolean isActive() {
            return pe >= 0;
        }

        @Override
        public int compareTo(Timer other) {
            int order = Long.compareUnsigned(expires, other.expires);
            return order != 0 ? order : Long.compare(sequence, other.sequence);
        }
    }

    private final HostedCpu cpu;
    private final PriorityQueue<Timer>[] queues;
    private long started;

    @SuppressWarnings({"unchecked", "rawtypes"})
    HrTimers(HostedCpu cpu, int cpus) {
        this.cpu = cpu;
        queues = new PriorityQueue[cpus];
        for (int i = 0; i < cpus; i++) {
            queues[i] = new PriorityQueue<>();
        }
    }

    /// The system counter. Linux: arch_timer_read_counter().
    public long now() {
        return cpu.mrs(SysReg.CNTPCT_EL0);
    }

    /// Ticks of the system counter per second.
    public long frequency() {
        return cpu.mrs(SysReg.CNTFRQ_EL0);
    }

    /// Starts the timer on this PE, or moves it. Linux: hrtimer_start().
    public void start(Timer timer, long expires) {
        cancel(timer);
        cpu.path(KernelPath.HRTIMER_START);
        timer.expires = expires;
        timer.sequence = started++;
        timer.pe = cpu.index();
        queues[timer.pe].add(timer);
        if (queues[timer.pe].peek() == timer) {
            program(timer);
        }
    }

    /// Linux: hrtimer_cancel(). The hardware may still fire, and will find nothing to do.
    public void cancel(Timer timer) {
        if (timer.isActive()) {
            cpu.path(KernelPath.HRTIMER_CANCEL);
            queues[timer.pe].remove(timer);
            timer.pe = -1;
        }
    }

    /// The PE's timer has fired. Linux: hrtimer_interrupt().
    void interrupt() {
        cpu.path(KernelPath.HRTIMER_INTERRUPT);
        PriorityQueue<Timer> queue = queues[cpu.index()];
        long now = now();
        while (!queue.isEmpty() && Long.compareUnsigned(queue.peek().expires, now) <= 0) {
            Timer timer = queue.remove();
            timer.pe = -1;
            timer.function.run();
        }
        if (queue.isEmpty()) {
            cpu.msr(SysReg.CNTP_CTL_EL0, DISABLED);
            cpu.isb();
        } else {
            program(queue.peek());
        }
    }

    private void program(Timer next) {
        cpu.msr(SysReg.CNTP_CVAL_EL0, next.expires);
        cpu.msr(SysReg.CNTP_CTL_EL0, ENABLE);
        cpu.isb();
    }
}
