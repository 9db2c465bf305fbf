package splitvisor.benchmarks.papers;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.report.Mark;

/// A published number beside the machine's.
///
/// @param id the cell's name, [Paper#cellId]
/// @param mark what our number may claim; [Mark#QUOTED] when there is none
/// @param ours the machine's number, or null
/// @param error ours relative to the published one, less 1; null when there is no number of ours
/// @param estimated the part of ours that rests on guessed path lengths, 0 to 1; null when there is no number of ours
/// @param how what the machine did, or why it did nothing
public record Result(
        String id,
        PublishedTable table,
        Cell cell,
        Mark mark,
        BigDecimal ours,
        BigDecimal error,
        BigDecimal estimated,
        String how) {

    /// How the reason begins when the machine cannot do it yet, and when the run was given up.
    public static final String NOT_YET = "not modelled yet";
    public static final String GIVEN_UP = "given up";

    private static final int DECIMALS = 6;
    private static final int SHARE_DECIMALS = 3;

    /// A number of ours, and how far off it is.
    public static Result of(String id, PublishedTable table, Cell cell, Mark mark, BigDecimal ours, String how) {
        BigDecimal error = ours.divide(cell.value(), MathContext.DECIMAL64)
                .subtract(BigDecimal.ONE)
                .setScale(DECIMALS, RoundingMode.HALF_UP);
        return new Result(id, table, cell, mark, ours, error, BigDecimal.ZERO, how);
    }

    /// The same number, a part of which rests on guessed path lengths.
    Result estimated(double share) {
        BigDecimal part = BigDecimal.valueOf(share).setScale(SHARE_DECIMALS, RoundingMode.HALF_UP);
        String words = part.signum() == 0
                ? ""
                : "; %s%% of it are guessed lengths of code"
                        .formatted(part.movePointRight(2).stripTrailingZeros().toPlainString());
        return new Result(id, table, cell, mark, ours, error, part, how + words);
    }

    /// The published number alone, and why there is none of ours.
    public static Result quoted(String id, PublishedTable table, Cell cell, String why) {
        return new Result(id, table, cell, Mark.QUOTED, null, null, null, why);
    }

    /// The published number alone, as an experiment has no number.
    static Result quoted(String id, PublishedTable table, Cell cell, NotModelled e) {
        String word = e.code() == ExitCode.LIMIT ? GIVEN_UP : NOT_YET;
        return quoted(id, table, cell, word + ": " + e.getMessage());
    }

    /// Whether there would be a number of ours, had the run not been given up.
    public boolean givenUp() {
        return ours == null && how.startsWith(GIVEN_UP + ":");
    }

    /// What the machine does for it, equal for numbers that one measurement gives. A number without an experiment
    /// stands for itself.
    public Object measurement() {
        return Experiment.whyNot(table, cell) == null ? Experiment.of(table, cell).once() : id;
    }
}
