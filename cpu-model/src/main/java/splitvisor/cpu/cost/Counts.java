package splitvisor.cpu.cost;

/// A reading of a [Ledger], or the difference of two.
public final class Counts {

    private final long[] counts;
    private final long[] cost;

    Counts(long[] counts, long[] cost) {
        this.counts = counts;
        this.cost = cost;
    }

    /// What happened between `earlier` and this reading of the same ledger.
    public Counts since(Counts earlier) {
        long[] difference = new long[counts.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = counts[i] - earlier.counts[i];
        }
        return new Counts(difference, cost);
    }

    /// The sum of this and another difference.
    public Counts plus(Counts other) {
        long[] sum = new long[counts.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = counts[i] + other.counts[i];
        }
        return new Counts(sum, cost);
    }

    public long of(World world, Event event) {
        return at(world, Ledger.event(event));
    }

    public long reads(World world, CostGroup group) {
        return at(world, Ledger.read(group));
    }

    public long writes(World world, CostGroup group) {
        return at(world, Ledger.write(group));
    }

    /// An event, over all worlds.
    public long of(Event event) {
        long sum = 0;
        for (World world : World.values()) {
            sum += of(world, event);
        }
        return sum;
    }

    /// Cycles of an event in a world, in hundredths.
    public long centicycles(World world, Event event) {
        return of(world, event) * cost[Ledger.event(event)];
    }

    /// Cycles of the reads of a group in a world, in hundredths.
    public long readCenticycles(World world, CostGroup group) {
        return reads(world, group) * cost[Ledger.read(group)];
    }

    /// Cycles of the writes of a group in a world, in hundredths.
    public long writeCenticycles(World world, CostGroup group) {
        return writes(world, group) * cost[Ledger.write(group)];
    }

    /// How often each cost was charged in the given worlds, in the order of [CostProfile#keys].
    public long[] perCost(World... worlds) {
        long[] times = new long[Ledger.ROW];
        for (World world : worlds) {
            for (int i = 0; i < times.length; i++) {
                times[i] += at(world, i);
            }
        }
        return times;
    }

    /// All cycles, in hundredths.
    public long centicycles() {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] * cost[i % Ledger.ROW];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts c && java.util.Arrays.equals(counts, c.counts);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(counts);
    }

    private long at(World world, int counter) {
        return counts[world.ordinal() * Ledger.ROW + counter];
    }
}
