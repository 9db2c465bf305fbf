package splitvisor.benchmarks.papers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
        Fitted fitted = Fitted.of(profile);
        for (PublishedTable table : paper.tables()) {
            for (Cell cell : table.cells()) {
                results.add(result(paper, table, cell, profile, fitted, laboratory));
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

    /// The cells that have no number of ours because a run was given up.
    public List<Result> givenUp() {
        return results.stream().filter(Result::givenUp).toList();
    }

    /// The predicted cells that are cycles.
    public List<Result> predicted() {
        return results.stream()
                .filter(r -> r.mark() == Mark.PREDICTED && r.table().unit().equals("cycles"))
                .toList();
    }

    /// The mean of the relative errors of the predicted cells that are cycles, without their signs. It is the mean over
    /// experiments: where several numbers were published for one, their errors are averaged first.
    public Optional<BigDecimal> meanAbsoluteError() {
        return meanAbsoluteError(predicted());
    }

    /// The same of a table's predicted cells.
    public Optional<BigDecimal> meanAbsoluteError(PublishedTable table) {
        List<Result> its = results.stream().filter(r -> r.table().equals(table)).toList();
        return meanAbsoluteError(its.stream().filter(r -> r.mark() == Mark.PREDICTED).toList());
    }

    /// The same of some cells that have a number of ours.
    public static Optional<BigDecimal> meanAbsoluteError(List<Result> some) {
        List<BigDecimal> errors = experiments(some).values().stream()
                .map(cells -> mean(cells.stream().map(r -> r.error().abs()).toList()))
                .toList();
        return errors.isEmpty() ? Optional.empty() : Optional.of(mean(errors));
    }

    /// Cells by what the machine does for them, the same [Experiment#once] for several published numbers of one thing.
    public static Map<Object, List<Result>> experiments(List<Result> some) {
        return some.stream()
                .collect(Collectors.groupingBy(Result::measurement, LinkedHashMap::new, Collectors.toList()));
    }

    /// How many cells are predicted, and how many experiments that are.
    public String predictedInWords() {
        int cells = predicted().size();
        int experiments = experiments(predicted()).size();
        return cells == experiments ? cells + " cells" : "%d experiments in %d cells".formatted(experiments, cells);
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(values.size()), DECIMALS, RoundingMode.HALF_UP);
    }

    private static Result result(
            Paper paper,
            PublishedTable table,
            Cell cell,
            CostProfile profile,
            Fitted fitted,
            Laboratory laboratory) {
        String id = paper.cellId(table, cell);
        String why = Experiment.whyNot(table, cell);
        if (why != null) {
            return Result.quoted(id, table, cell, why);
        }
        Experiment experiment = Experiment.of(table, cell);
        String how = how(experiment, cell, laboratory);
        try {
            Usage usage = laboratory.usage(experiment);
            if (experiment.part() instanceof Part.Occurrences || experiment.part() instanceof Part.Registers) {
                return Result.of(id, table, cell, Mark.COUNTED, usage.occurrences(), how);
            }
            String decided = fitted.decided(paper, table, cell)
                    .filter(found -> !found.id().equals(id))
                    .map(found -> "; fitted to the same experiment's " + found.id())
                    .orElse("");
            return Result.of(id, table, cell, fitted.mark(paper, table, cell), usage.cycles(profile), how + decided)
                    .estimated(usage.estimatedShare(profile));
        } catch (NotModelled e) {
            return Result.quoted(id, table, cell, e);
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
            how.append(", times ").append(experiment.times());
        }
        if (experiment.perIteration() != 1) {
            how.append(", of which an iteration has ").append(experiment.perIteration());
        }
        if (!experiment.without().isEmpty()) {
            how.append(", without the steps of VGIC and timer");
        }
        if (cell.because() != null) {
            how.append("; ").append(cell.because());
        }
        return how.toString();
    }
}
