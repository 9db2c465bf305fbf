package splitvisor.cpu.cost;

import java.util.Arrays;

/// The count of everything one PE did, by [World]; cycles follow from it by a [CostProfile]. The
/// machine's own operations are the only callers.
///
/// Shape: one flat `long[]`, a row per world; a row holds the events, then the system-register reads
/// by cost group, then the writes. Instructions are added in bulk when the world changes, so the
/// interpreter's loop pays nothing here.
public final class Ledger {

    private static final int EVENTS = Event.values().length;
    private static final int GROUPS = CostGroup.values().length;

    /// Counters of one world.
    static final int ROW = EVENTS + 2 * GROUPS;

    private final long[] counts = new long[World.values().length * ROW];
    private final long[] cost;
    private int base;
    private long executed;
    private long extra;
    private long alarm = Long.MAX_VALUE;
    private Runnable onAlarm;

    /// A ledger that charges by the given profile.
    public Ledger(CostProfile profile) {
        this.cost = profile.centicyclesPerCounter();
    }

    /// From now on counts go to the given world.
    public void enter(World world) {
        base = world.ordinal() * ROW;
    }

    /// Counts one event.
    public void count(Event event) {
        int i = event.ordinal();
        counts[base + i]++;
        charge(cost[i]);
    }

    /// Calls `action` once when so many hundredths of a cycle have been charged from now on, instructions not counted:
    /// their number is bounded where they are executed. So it makes no difference when [#instructions] hears of them.
    public void alarm(long centicycles, Runnable action) {
        alarm = centicycles > Long.MAX_VALUE - extra ? Long.MAX_VALUE : extra + centicycles;
        onAlarm = action;
    }

    /// Counts instructions. Their cycles are part of [#centicycles] from then on.
    public void instructions(long n) {
        counts[base] += n;
        executed += costOf(n);
    }

    /// What so many instructions cost, in hundredths of a cycle.
    public long costOf(long instructionCount) {
        return instructionCount * cost[0];
    }

    /// Counts one MRS of a register in the given group (an ordinal of [CostGroup]).
    public void sysRegRead(int group) {
        counts[base + EVENTS + group]++;
        charge(cost[EVENTS + group]);
    }

    /// Counts one MSR of a register in the given group (an ordinal of [CostGroup]).
    public void sysRegWrite(int group) {
        counts[base + EVENTS + GROUPS + group]++;
        charge(cost[EVENTS + GROUPS + group]);
    }

    private void charge(long centicycles) {
        extra += centicycles;
        if (extra >= alarm) {
            alarm = Long.MAX_VALUE;
            onAlarm.run();
        }
    }

    /// How often the event was counted so far, in all worlds.
    public long total(Event event) {
        long sum = 0;
        for (int i = event.ordinal(); i < counts.length; i += ROW) {
            sum += counts[i];
        }
        return sum;
    }

    /// Everything charged so far, in hundredths of a cycle.
    public long centicycles() {
        return executed + extra;
    }

    /// The counters as they stand.
    public Counts snapshot() {
        return new Counts(Arrays.copyOf(counts, counts.length), cost);
    }

    static int event(Event event) {
        return event.ordinal();
    }

    static int read(CostGroup group) {
        return EVENTS + group.ordinal();
    }

    static int write(CostGroup group) {
        return EVENTS + GROUPS + group.ordinal();
    }
}
