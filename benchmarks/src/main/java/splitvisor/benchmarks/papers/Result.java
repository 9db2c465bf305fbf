package splitvisor.benchmarks.papers;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import splitvisor.benchmarks.report.Mark;

/// A published number beside the machine's.
///
/// @param id the cell's name, [Paper#cellId]
/// @param mark what our number may claim; [Mark#QUOTED] when there is none
/// @param ours the machine's number, or null
/// @param error ours relative to the published one, less 1; null when there is no number of ours
/// @param how what the machine did, or why it did nothing
public record Result(
        String id, PublishedTable table, Cell cell, Mark mark, BigDecimal ours, BigDecimal error, String how) {

    private static final int DECIMALS = 6;

    /// A number of ours, and how far off it is.
    public static Result of(String id, PublishedTable table, Cell cell, Mark mark, BigDecimal ours, String how) {
        BigDecimal error = ours.divide(cell.value(), MathContext.DECIMAL64)
                .subtract(BigDecimal.ONE)
                .setScale(DECIMALS, RoundingMode.HALF_UP);
        return new Result(id, table, cell, mark, ours, error, how);
    }

    /// The published number alone, and why there is none of ours.
    public static Result quoted(String id, PublishedTable table, Cell cell, String why) {
        return new Result(id, table, cell, Mark.QUOTED, null, null, why);
    }
}
