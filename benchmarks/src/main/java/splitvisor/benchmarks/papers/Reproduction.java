package splitvisor.benchmarks.papers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import splitvisor.benchmarks.report.Mark;
import splitvisor.cpu.cost.CostProfile;

/// Every number of a paper beside the machine's, under one cost profile.
///
/// @param results one per published cell, in the order of the tables and their cells
public record Reproduction(Paper paper, CostProfile profile, List<Result> results) {

    private static final int DECIMALS = 6;

    /// Does every experiment of a paper.
    public static Reproduction of(Paper paper, CostProfile profile, Laboratory laboratory) {
        List<Result> results = new ArrayList<>();
        for (PublishedTable table : paper.tables()) {
            for (Cell cell : table.cells()) {
                results.add(result(paper, table, cell, profile, laboratory));
            }
        }
        return new Reproduction(paper, profile, List.copyOf(results));
    }

    /// The result for a cell.
    public Result of(PublishedTable table, Cell cell) {
        return results.stream().filter(r -> r.table().equals(table) && r.cell().equals(cell)).findFirst().orElseThrow();
    }

    /// How many cells have a mark.
    public long count(Mark mark) {
        return results.stream().filter(r -> r.mark() == mark).count();
    }

    /// The mean of the relative errors of the predicted cells that are cycles, without their signs.
    public Optional<BigDecimal> meanAbsoluteError() {
        return meanAbsoluteError(results.stream().filter(r -> r.table().unit().equals("cycles")).toList());
    }

    /// The mean of the relative errors of a table's predicted cells, without their signs.
    public Optional<BigDecimal> meanAbsoluteError(PublishedTable table) {
        return meanAbsoluteError(results.stream().filter(r -> r.table().equals(table)).toList());
    }

    private static Optional<BigDecimal> meanAbsoluteError(List<Result> of) {
        List<BigDecimal> errors =
                of.stream().filter(r -> r.mark() == Mark.PREDICTED).map(r -> r.error().abs()).toList();
        return errors.stream()
                .reduce(BigDecimal::add)
                .map(sum -> sum.divide(BigDecimal.valueOf(errors.size()), DECIMALS, RoundingMode.HALF_UP));
    }

    private static Result result(
            Paper paper, PublishedTable table, Cell cell, CostProfile profile, Laboratory laboratory) {
        String id = paper.cellId(table, cell);
        String why = Experiment.whyNot(table, cell);
        if (why != null) {
            return Result.quoted(id, table, cell, why);
        }
        Experiment experiment = Experiment.of(table, cell);
        try {
            Usage usage = laboratory.usage(experiment);
            boolean counted = experiment.part() instanceof Part.Occurrences
                    || experiment.part() instanceof Part.Registers;
            BigDecimal ours = counted ? usage.occurrences() : usage.cycles(profile);
            Mark mark = counted
                    ? Mark.COUNTED
                    : profile.calibratedOn().contains(id) ? Mark.CALIBRATED : Mark.PREDICTED;
            return Result.of(id, table, cell, mark, ours, how(experiment, cell, laboratory));
        } catch (NotModelled e) {
            return Result.quoted(id, table, cell, "not modelled yet: " + e.getMessage());
        }
    }

    private static String how(Experiment experiment, Cell cell, Laboratory laboratory) {
        StringBuilder how = new StringBuilder("%s in the %s host, KVM generation %s, GICv%d"
                .formatted(
                        experiment.operation(),
                        experiment.host(),
                        experiment.generation(),
                        laboratory.gic(experiment.gic())));
        if (experiment.times() != 1) {
            how.append(", times ").append(experiment.times()).append(": ").append(cell.because());
        }
        if (experiment.perIteration() != 1) {
            how.append(", of which an iteration has ").append(experiment.perIteration());
        }
        if (!experiment.without().isEmpty()) {
            how.append(", without the steps of VGIC and timer");
        }
        return how.toString();
    }
}
