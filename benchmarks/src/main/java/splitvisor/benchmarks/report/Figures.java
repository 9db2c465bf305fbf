package splitvisor.benchmarks.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import splitvisor.cpu.cost.Counts;

/// Every [Figure] of one measurement, per iteration.
///
/// @param values exact decimals without trailing zeros
public record Figures(Map<Figure, BigDecimal> values) {

    /// Decimals kept where the iterations do not divide the total.
    private static final int DECIMALS = 6;

    public Figures {
        values = Map.copyOf(values);
    }

    /// What `total`, the difference of two readings of a ledger, is per iteration.
    public static Figures of(Counts total, long iterations) {
        Map<Figure, BigDecimal> values = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            BigDecimal sum = figure.of(total).setScale(DECIMALS);
            values.put(
                    figure,
                    sum.divide(BigDecimal.valueOf(iterations), RoundingMode.HALF_UP).stripTrailingZeros());
        }
        return new Figures(values);
    }

    public BigDecimal get(Figure figure) {
        return values.get(figure);
    }

    /// The figure as a whole number, rounded.
    public long rounded(Figure figure) {
        return get(figure).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
