package splitvisor.benchmarks.papers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.Event;

/// How often each cost of a profile is charged for one published number. Simulated cycles are this times the costs,
/// so whatever is linear in the costs, calibration before all, needs no other run.
///
/// @param times in the order of [CostProfile#keys]
/// @param estimated how many of the instructions belong to paths whose length is a guess
/// @param iterations by how many `times` and `estimated` are to be divided
public record Usage(long[] times, long estimated, long iterations) {

    private static final int DECIMALS = 6;

    /// What it costs under a profile, in cycles.
    public BigDecimal cycles(CostProfile profile) {
        long centicycles = 0;
        for (int i = 0; i < times.length; i++) {
            centicycles += times[i] * profile.centicycles().get(i);
        }
        return per(BigDecimal.valueOf(centicycles, 2));
    }

    /// The part of [#cycles] that are instructions of paths whose length is a guess, 0 to 1.
    public double estimatedShare(CostProfile profile) {
        double guessed = (double) estimated * profile.centicycles().get(Event.INSTRUCTION.ordinal()) / 100 / iterations;
        return guessed == 0 ? 0 : guessed / cycles(profile).doubleValue();
    }

    /// The sum of all times.
    public BigDecimal occurrences() {
        long sum = 0;
        for (long time : times) {
            sum += time;
        }
        return per(BigDecimal.valueOf(sum));
    }

    /// How often a cost is charged per iteration.
    public double per(int cost) {
        return (double) times[cost] / iterations;
    }

    private BigDecimal per(BigDecimal total) {
        return total.setScale(DECIMALS)
                .divide(BigDecimal.valueOf(iterations), RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }
}
