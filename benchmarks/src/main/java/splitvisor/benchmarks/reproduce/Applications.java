package splitvisor.benchmarks.reproduce;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import splitvisor.benchmarks.papers.Cell;
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
/// from one column, the other columns are predicted with it.
final class Applications {

    /// The table of application figures.
    static final String TABLE = "applications";

    private static final String RATES_FROM = "ARM SMP";
    private static final String GENERATION = "linux-4.0";
    private static final String WITHOUT = "VGIC|timer";
    private static final int DECIMALS = 3;

    private Applications() {}

    /// The reproduction with the cells of the application table filled in where the machine can price the exits.
    static Reproduction fillIn(Reproduction reproduction, Laboratory laboratory) {
        Paper paper = reproduction.paper();
        CostProfile profile = reproduction.profile();
        List<Result> results = new ArrayList<>();
        for (Result result : reproduction.results()) {
            results.add(result.table().id().equals(TABLE) ? fill(result, profile, laboratory) : result);
        }
        return new Reproduction(paper, profile, List.copyOf(results));
    }

    /// The mean error, without signs, of guessing 1 for the predicted cells of some columns: that a VM costs nothing. A
    /// model that errs more says nothing there.
    static double errorOfNoOverhead(Reproduction reproduction, Predicate<String> columns) {
        return reproduction.results().stream()
                .filter(r -> r.table().id().equals(TABLE) && r.mark() == Mark.PREDICTED)
                .filter(r -> columns.test(r.cell().column()))
                .mapToDouble(r -> Math.abs(1 / r.cell().value().doubleValue() - 1))
                .average()
                .orElse(0);
    }

    private static Result fill(Result result, CostProfile profile, Laboratory laboratory) {
        PublishedTable table = result.table();
        Cell cell = result.cell();
        try {
            BigDecimal with = interrupt(laboratory, profile, "ack_eoi", "");
            BigDecimal without = interrupt(laboratory, profile, "ack_eoi_user_gic", WITHOUT);
            BigDecimal excess = table.at(cell.row(), RATES_FROM).orElseThrow().value().subtract(BigDecimal.ONE);
            BigDecimal factor = cell.column().contains("no VGIC")
                    ? without.divide(with, MathContext.DECIMAL64)
                    : BigDecimal.ONE;
            BigDecimal ours = excess.max(BigDecimal.ZERO)
                    .multiply(factor)
                    .add(BigDecimal.ONE)
                    .setScale(DECIMALS, RoundingMode.HALF_UP);
            boolean source = cell.column().equals(RATES_FROM);
            BigDecimal error = ours.divide(cell.value(), MathContext.DECIMAL64)
                    .subtract(BigDecimal.ONE)
                    .setScale(6, RoundingMode.HALF_UP);
            String how = source
                    ? "a model: the rate of interrupts is set so that this comes out"
                    : "a model: the rate of interrupts of the column " + RATES_FROM + ", at this column's cost";
            return new Result(
                    result.id(), table, cell, source ? Mark.CALIBRATED : Mark.PREDICTED, ours, error, how);
        } catch (NotModelled e) {
            return new Result(
                    result.id(), table, cell, Mark.QUOTED, null, null, "not modelled yet: " + e.getMessage());
        }
    }

    /// Cycles of one interrupt: the exit, and the guest's two accesses to its GIC.
    private static BigDecimal interrupt(
            Laboratory laboratory, CostProfile profile, String accesses, String without) throws NotModelled {
        Experiment exit = new Experiment("hyp_call", "split", GENERATION, 2, new Part.Whole(), without, 1, 1);
        Experiment gic = new Experiment(accesses, "split", GENERATION, 2, new Part.Whole(), without, 1, 1);
        return laboratory.usage(exit).cycles(profile).add(laboratory.usage(gic).cycles(profile));
    }
}
