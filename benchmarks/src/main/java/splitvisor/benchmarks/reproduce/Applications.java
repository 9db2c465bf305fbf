package splitvisor.benchmarks.reproduce;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import splitvisor.benchmarks.papers.Cell;
import splitvisor.benchmarks.papers.Column;
import splitvisor.benchmarks.papers.Experiment;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.benchmarks.papers.NotModelled;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.Part;
import splitvisor.benchmarks.papers.PublishedTable;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.benchmarks.papers.Result;
import splitvisor.benchmarks.report.Mark;
import splitvisor.cpu.cost.CostProfile;

/// The application figures of ASPLOS 2014 from a mix of exits. It is a model, not a run: an application is nothing but
/// a rate of interrupts per second of native run time, each of which costs the VM one exit, an acknowledgement and an
/// end. With a VGIC these two do not leave the VM; without, each is an access that user space emulates. The rate comes
/// from one column. For a column with the same exits the model can only repeat it; the others are predicted with it.
///
/// @param with cycles of an interrupt with a VGIC
/// @param without cycles of one without
record Applications(PublishedTable table, BigDecimal with, BigDecimal without) {

    /// The table of application figures.
    static final String TABLE = "applications";

    /// The column that sets the rates.
    static final String RATES_FROM = "ARM SMP";

    private static final String GENERATION = "linux-4.0";
    private static final String WITHOUT = "VGIC|timer";
    private static final int DECIMALS = 3;

    /// How far the model misses a column on average, without signs, and how far the guess does that a VM costs nothing.
    ///
    /// @param repeated whether the model has no number of its own for it
    record Against(String column, boolean repeated, double model, double guess) {}

    /// The model of a paper's applications, if it has any.
    static Optional<Applications> of(Paper paper, CostProfile profile, Laboratory laboratory) throws NotModelled {
        Optional<PublishedTable> table = paper.tables().stream().filter(t -> t.id().equals(TABLE)).findFirst();
        if (table.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal with = interrupt(laboratory, profile, "ack_eoi", "");
        BigDecimal without = interrupt(laboratory, profile, "ack_eoi_user_gic", WITHOUT);
        return Optional.of(new Applications(table.get(), with, without));
    }

    /// The reproduction with the cells of the application table filled in.
    Reproduction fillIn(Reproduction reproduction) {
        List<Result> results = reproduction.results().stream()
                .map(result -> result.table().equals(table) ? fill(result) : result)
                .toList();
        return new Reproduction(reproduction.paper(), reproduction.profile(), results);
    }

    /// The model's number for a cell, when the rates come from a column.
    BigDecimal ours(String from, Cell cell) {
        BigDecimal excess = table.at(cell.row(), from).orElseThrow().value().subtract(BigDecimal.ONE);
        return excess.max(BigDecimal.ZERO)
                .multiply(cost(cell.column()).divide(cost(from), MathContext.DECIMAL64))
                .add(BigDecimal.ONE)
                .setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /// The mean error in a column, without signs, when the rates come from another.
    double error(String from, String column) {
        return mean(column, cell -> ours(from, cell).doubleValue());
    }

    /// The mean error in a column, without signs, of the guess that a VM costs nothing: 1 in every cell.
    double errorOfGuess(String column) {
        return mean(column, _ -> 1);
    }

    /// What is not fitted, against the guess.
    List<Against> againstTheGuess() {
        return columns().stream()
                .filter(column -> !column.equals(RATES_FROM))
                .map(c -> new Against(c, repeats(RATES_FROM, c), error(RATES_FROM, c), errorOfGuess(c)))
                .toList();
    }

    /// What the model is worth where it was not fitted: two sentences, on two lines.
    String verdict() {
        List<Against> all = againstTheGuess();
        double model = all.stream().mapToDouble(Against::model).average().orElseThrow();
        double guess = all.stream().mapToDouble(Against::guess).average().orElseThrow();
        return """
                What was not fitted the model misses by %s on average. Guessing 1 in every cell, that a VM costs
                nothing, misses it by %s: the model is %s."""
                .formatted(Choices.percent(model), Choices.percent(guess), worth(model, guess));
    }

    /// The same column by column, a sentence each.
    List<String> verdicts() {
        return againstTheGuess().stream()
                .map(a -> "%s: %smissed by %s, by the guess by %s: %s.".formatted(
                        a.column,
                        a.repeated ? "the same exits, so the fitted numbers again, which is no prediction; " : "",
                        Choices.percent(a.model),
                        Choices.percent(a.guess),
                        worth(a.model, a.guess)))
                .toList();
    }

    /// The names of the columns.
    List<String> columns() {
        return table.columns().stream().map(Column::name).toList();
    }

    /// Whether the model, with the rates of a column, can only repeat these numbers in another.
    boolean repeats(String from, String column) {
        return !from.equals(column) && cost(from).equals(cost(column));
    }

    private static String worth(double model, double guess) {
        return model < guess ? "better than the guess" : "no better than the guess";
    }

    private double mean(String column, ToDoubleFunction<Cell> model) {
        return table.cells().stream()
                .filter(cell -> cell.column().equals(column))
                .mapToDouble(cell -> Math.abs(model.applyAsDouble(cell) / cell.value().doubleValue() - 1))
                .average()
                .orElseThrow();
    }

    private Result fill(Result result) {
        Cell cell = result.cell();
        if (repeats(RATES_FROM, cell.column())) {
            String why = "the model has the same exits as in the column %s, and no number of its own";
            return Result.quoted(result.id(), table, cell, why.formatted(RATES_FROM));
        }
        boolean source = cell.column().equals(RATES_FROM);
        String how = source
                ? "a model: the rate of interrupts is set so that this comes out"
                : "a model: the rate of interrupts of the column " + RATES_FROM + ", at this column's cost";
        Mark mark = source ? Mark.CALIBRATED : Mark.PREDICTED;
        return Result.of(result.id(), table, cell, mark, ours(RATES_FROM, cell), how);
    }

    private BigDecimal cost(String column) {
        return column.contains("no VGIC") ? without : with;
    }

    /// Cycles of one interrupt: the exit, and the guest's two accesses to its GIC.
    private static BigDecimal interrupt(
            Laboratory laboratory, CostProfile profile, String accesses, String without) throws NotModelled {
        Experiment exit = new Experiment("hyp_call", "split", GENERATION, 2, new Part.Whole(), without, 1, 1);
        Experiment gic = new Experiment(accesses, "split", GENERATION, 2, new Part.Whole(), without, 1, 1);
        return laboratory.usage(exit).cycles(profile).add(laboratory.usage(gic).cycles(profile));
    }
}
