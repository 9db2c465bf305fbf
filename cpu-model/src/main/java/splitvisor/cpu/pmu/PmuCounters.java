package splitvisor.cpu.pmu;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.sysreg.Mdcr;
import splitvisor.cpu.sysreg.SysReg;

/// The counters themselves: values, what each counts and in which ELs, and when one overflows.
final class PmuCounters {

    /// Event counters; and the place of the cycle counter, which is also its bit in the bit-per-counter registers.
    static final int EVENTS = 6;
    static final int CYCLES = 31;

    private static final int SLOTS = EVENTS + 1;
    private static final long WRAP = 1L << 32;

    /// Further away than a machine runs, in cycles.
    private static final long FAR = Long.MAX_VALUE / 10_000;

    /// PMEVTYPER: filters of EL1, EL0, EL2.
    private static final long FILTER_EL1 = 1L << 31;
    private static final long FILTER_EL0 = 1L << 30;
    private static final long COUNT_EL2 = 1L << 27;

    /// PMCR_EL0.
    private static final long E = 1;
    private static final long D = 8;
    private static final long DP = 32;
    private static final long LC = 64;

    private final Cpu cpu;
    private final long[] sys;
    private final long[] values = new long[SLOTS];
    private final long[] types = new long[SLOTS];

    /// The totals of each counter's event when it was last settled, and the EL that what followed belongs to.
    private final long[] seen = new long[SLOTS];

    private int el = 2;
    private long now;

    /// Cycles short of 64 that have not made a count of the cycle counter yet.
    private long divided;

    PmuCounters(Cpu cpu) {
        this.cpu = cpu;
        this.sys = cpu.sys;
    }

    void reset() {
        java.util.Arrays.fill(values, 0);
        java.util.Arrays.fill(types, 0);
        settle();
    }

    long value(int n) {
        return values[slot(n)];
    }

    void set(int n, long value) {
        values[slot(n)] = value;
    }

    long type(int n) {
        return types[slot(n)];
    }

    /// What a counter counts; it must have been settled.
    void setType(int n, long value) {
        types[slot(n)] = value;
        seen[slot(n)] = total(n == CYCLES ? PmuEvent.CPU_CYCLES : event(n));
    }

    /// PMSWINC_EL0.
    void increment(long bits) {
        for (int n = 0; n < EVENTS; n++) {
            if ((bits >>> n & 1) != 0 && event(n) == PmuEvent.SW_INCR && counts(n, cpu.el)) {
                add(n, 1);
            }
        }
    }

    /// Adds what has happened since this was last called to the counters that were counting.
    void settle() {
        settle(cpu.centicycles());
    }

    /// As [#settle()], for a PE that may have waited until `time`.
    void settle(long time) {
        now = Math.max(now, time);
        for (int n = 0; n < EVENTS; n++) {
            long total = total(event(n));
            if (counts(n, el)) {
                add(n, total - seen[n]);
            }
            seen[n] = total;
        }
        long cycles = total(PmuEvent.CPU_CYCLES);
        if (counts(CYCLES, el)) {
            addCycles(cycles - seen[EVENTS]);
        }
        seen[EVENTS] = cycles;
        el = cpu.el;
    }

    private long total(PmuEvent event) {
        return event == null ? 0 : event.total(cpu, now);
    }

    /// A time, in hundredths of a cycle, before which no counter of the given bits can overflow by cycles at
    /// this EL.
    long nextByCycles(long interrupts) {
        long soonest = nextByEvents(interrupts, true);
        if (counts(CYCLES, cpu.el) && (interrupts >>> CYCLES & 1) != 0) {
            long left = (control() & LC) != 0 ? -values[EVENTS] : WRAP - (values[EVENTS] & WRAP - 1);
            soonest = left < 0 || left > FAR ? soonest : Math.min(soonest, now + left * 100 - now % 100);
        }
        return soonest;
    }

    /// As [#nextByCycles], by what only a PE that executes does.
    long nextByInstructions(long interrupts) {
        return nextByEvents(interrupts, false);
    }

    private long nextByEvents(long interrupts, boolean cycles) {
        long soonest = Long.MAX_VALUE;
        for (int n = 0; n < EVENTS; n++) {
            boolean chained = (n & 1) == 0 && event(n + 1) == PmuEvent.CHAIN && (interrupts >>> n + 1 & 1) != 0;
            boolean wanted = (interrupts >>> n & 1) != 0 || chained;
            // Software increments and links of a chain happen under our eyes.
            PmuEvent event = event(n);
            boolean foreseen = event != null && (cycles ? event == PmuEvent.CPU_CYCLES : event.isOfInstructions());
            if (wanted && foreseen && counts(n, cpu.el)) {
                long least = cycles ? 100 : cpu.profile.centicycles().get(Event.INSTRUCTION.ordinal());
                soonest = Math.min(soonest, now + Math.max(1, (WRAP - values[n]) * least - (cycles ? now % 100 : 0)));
            }
        }
        return soonest;
    }

    private void add(int n, long count) {
        long sum = values[n] + count;
        values[n] = sum & WRAP - 1;
        if (sum >= WRAP) {
            overflowed(n);
            boolean chain = (n & 1) == 0 && event(n + 1) == PmuEvent.CHAIN && counts(n + 1, el);
            if (chain) {
                add(n + 1, sum >>> 32);
            }
        }
    }

    private void addCycles(long cycles) {
        long count = cycles;
        if ((control() & (D | LC)) == D) { // counts every 64th cycle
            count = (divided + cycles) / 64;
            divided = (divided + cycles) % 64;
        }
        long before = values[EVENTS];
        values[EVENTS] = before + count;
        boolean wrapped = (control() & LC) != 0
                ? Long.compareUnsigned(values[EVENTS], before) < 0
                : (before & WRAP - 1) + count >= WRAP;
        if (wrapped) {
            overflowed(CYCLES);
        }
    }

    private void overflowed(int n) {
        sys[SysReg.PMOVSSET_EL0.ordinal()] |= 1L << n;
    }

    /// One bit per counter whose range is enabled, which its overflow interrupt needs too (Arm ARM,
    /// CheckForPMUOverflow): by MDCR_EL2.HPME those that EL2 has reserved, by PMCR_EL0.E the others.
    long enabledRanges() {
        long mdcr = sys[SysReg.MDCR_EL2.ordinal()];
        long reserved = (1L << EVENTS) - 1 & -1L << (mdcr & Mdcr.HPMN);
        return ((mdcr & Mdcr.HPME) != 0 ? reserved : 0) | ((control() & E) != 0 ? ~reserved : 0);
    }

    /// Whether a counter counts at the given EL (Arm ARM D13.5, D13.7): enabled by the owner of its range, not
    /// filtered, not prohibited.
    private boolean counts(int n, int at) {
        long mdcr = sys[SysReg.MDCR_EL2.ordinal()];
        boolean reserved = n < EVENTS && n >= (mdcr & Mdcr.HPMN);
        if ((sys[SysReg.PMCNTENSET_EL0.ordinal()] & enabledRanges() & 1L << n) == 0) {
            return false;
        }
        boolean prohibited = at == 2 && !reserved && (mdcr & Mdcr.HPMD) != 0;
        if (prohibited && (n < EVENTS || (control() & DP) != 0)) {
            return false;
        }
        long filter = types[slot(n)];
        return switch (at) {
            case 0 -> (filter & FILTER_EL0) == 0;
            case 1 -> (filter & FILTER_EL1) == 0;
            default -> (filter & COUNT_EL2) != 0;
        };
    }

    private PmuEvent event(int n) {
        return PmuEvent.of((int) types[n] & 0xffff);
    }

    private long control() {
        return sys[SysReg.PMCR_EL0.ordinal()];
    }

    private static int slot(int n) {
        return n == CYCLES ? EVENTS : n;
    }
}
