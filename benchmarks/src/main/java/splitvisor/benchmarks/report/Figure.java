package splitvisor.benchmarks.report;

import java.math.BigDecimal;
import java.util.function.ToLongFunction;
import splitvisor.cpu.cost.CostGroup;
import splitvisor.cpu.cost.Counts;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.cost.World;

/// What a run is measured by, one row each: the key in JSON and in JMH's secondary results, the heading of its column
/// (null for a figure that only JSON shows), and how it is read from the ledger. All worlds are summed.
public enum Figure {
    /// Predicted, but where the profile was fitted to them: [Report#mark].
    CYCLES("cycles", "cycles", Mark.PREDICTED, 2, Counts::centicycles),
    EL2_ENTRIES("el2Entries", "to EL2", Event.EXCEPTION_TO_EL2),
    EL1_ENTRIES("el1Entries", null, Event.EXCEPTION_TO_EL1),
    ERETS("erets", "ERET", Event.ERET),
    SYSREG_READS("sysregReads", "MRS", Figure::reads),
    SYSREG_WRITES("sysregWrites", "MSR", Figure::writes),
    ISB("isb", "ISB", Event.ISB),
    DSB("dsb", "DSB", Event.DSB),
    MEMORY_PAIRS("memoryPairs", "LDP/STP", Figure::pairs),
    INSTRUCTIONS("instructions", null, Event.INSTRUCTION),
    LOADS("loads", null, Event.LOAD),
    STORES("stores", null, Event.STORE),
    TLBI("tlbi", null, Event.TLBI),
    WALK_STEPS("walkSteps", null, Event.WALK_STEP),
    DEVICE_READS("deviceReads", null, Event.DEVICE_READ),
    DEVICE_WRITES("deviceWrites", null, Event.DEVICE_WRITE);

    private final String key;
    private final String heading;
    private final Mark mark;
    private final int scale;
    private final ToLongFunction<Counts> reading;

    Figure(String key, String heading, Mark mark, int scale, ToLongFunction<Counts> reading) {
        this.key = key;
        this.heading = heading;
        this.mark = mark;
        this.scale = scale;
        this.reading = reading;
    }

    Figure(String key, String heading, ToLongFunction<Counts> reading) {
        this(key, heading, Mark.COUNTED, 0, reading);
    }

    Figure(String key, String heading, Event event) {
        this(key, heading, counts -> counts.of(event));
    }

    public String key() {
        return key;
    }

    public String heading() {
        return heading;
    }

    public Mark mark() {
        return mark;
    }

    /// The figure's exact value.
    BigDecimal of(Counts counts) {
        return BigDecimal.valueOf(reading.applyAsLong(counts), scale);
    }

    private static long reads(Counts counts) {
        long sum = 0;
        for (World world : World.values()) {
            for (CostGroup group : CostGroup.values()) {
                sum += counts.reads(world, group);
            }
        }
        return sum;
    }

    private static long writes(Counts counts) {
        long sum = 0;
        for (World world : World.values()) {
            for (CostGroup group : CostGroup.values()) {
                sum += counts.writes(world, group);
            }
        }
        return sum;
    }

    private static long pairs(Counts counts) {
        return counts.of(Event.LOAD_PAIR_GP)
                + counts.of(Event.STORE_PAIR_GP)
                + counts.of(Event.LOAD_PAIR_FP)
                + counts.of(Event.STORE_PAIR_FP);
    }
}
