package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HypCalls.GuestTimer;

/// The timers of a guest with one vCPU as it has set them, and what they must do by the architecture alone.
final class GuestTimers {

    static final long ENABLE = 1;
    static final long ENABLE_IMASK = 3;

    /// One timer.
    static final class Timer {
        final GuestTimer which;
        long control;
        long compare;

        /// Its count when the guest has last set it.
        long set;

        /// The guest has acknowledged its interrupt and not ended it.
        boolean active;

        Timer(GuestTimer which) {
            this.which = which;
        }

        boolean isDue(long count) {
            return control == ENABLE && count - compare >= 0;
        }

        /// For how many ticks it could have interrupted.
        long late(long count) {
            return Math.min(count - compare, count - set);
        }

        String name() {
            return which == GuestTimer.VIRTUAL ? "virtual timer" : "physical timer";
        }

        /// Why it does not interrupt.
        String setting() {
            String why = control == ENABLE ? "is due only at %d".formatted(compare)
                    : control == ENABLE_IMASK ? "has IMASK set" : "is off";
            return name() + " " + why;
        }
    }

    /// CNTVOFF_EL2, as it was at the guest's first entry.
    long offset;

    /// The guest's last exit was a WFI.
    boolean waits;

    private final Timer virtual = new Timer(GuestTimer.VIRTUAL);
    private final Timer physical = new Timer(GuestTimer.PHYSICAL);

    Timer get(GuestTimer which) {
        return which == GuestTimer.VIRTUAL ? virtual : physical;
    }

    /// The guest writes a register. True if it is one of a timer's.
    boolean write(Cpu cpu, SysReg reg, long value) {
        for (GuestTimer which : GuestTimer.values()) {
            Timer timer = get(which);
            if (reg == which.control() || reg == which.compare()) {
                timer.control = reg == which.control() ? value & ENABLE_IMASK : timer.control;
                timer.compare = reg == which.compare() ? value : timer.compare;
                timer.set = count(cpu, which);
                return true;
            }
        }
        return false;
    }

    /// The guest has ended an interrupt.
    void ended(int intid) {
        for (GuestTimer which : GuestTimer.values()) {
            get(which).active &= which.intid() != intid;
        }
    }

    /// The count that a timer compares with, whoever is loaded.
    long count(Cpu cpu, GuestTimer which) {
        long count = cpu.timers.read(SysReg.CNTPCT_EL0);
        return which == GuestTimer.VIRTUAL ? count - offset : count;
    }

    /// In how many ticks the first of them is due; 0 when one is, Long.MAX_VALUE when none can be.
    long untilDue(Cpu cpu) {
        long least = Long.MAX_VALUE;
        for (GuestTimer which : GuestTimer.values()) {
            Timer timer = get(which);
            if (timer.control == ENABLE) {
                least = Math.min(least, Math.max(0, timer.compare - count(cpu, which)));
            }
        }
        return least;
    }
}
