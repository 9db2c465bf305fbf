package splitvisor.benchmarks.reproduce;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import splitvisor.benchmarks.papers.Cell;
import splitvisor.benchmarks.papers.Experiment;
import splitvisor.benchmarks.papers.Fitted;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.Part;
import splitvisor.benchmarks.papers.PublishedTable;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.benchmarks.papers.Result;
import splitvisor.benchmarks.report.Mark;
import splitvisor.cpu.cost.CostProfile;

/// A paper's cells that a JMH result file has numbers for: whole operations, on the machine that was measured. Parts of
/// an operation, and switches with steps left out, are no benchmarks.
final class JmhPaper {

    /// How the reason of a cell without a number begins.
    static final String MISSING = "not in the file";

    private JmhPaper() {}

    /// The paper's cells beside the file's numbers; empty when the file has none for it.
    static Optional<Reproduction> of(Paper paper, JmhResults file) {
        if (!paper.profile().equals(file.profile())) {
            return Optional.empty();
        }
        CostProfile profile = CostProfile.builtIn(file.profile());
        List<Result> results = new ArrayList<>();
        Fitted fitted = Fitted.of(profile);
        for (PublishedTable table : paper.tables()) {
            table.cells().forEach(cell -> results.add(result(paper, table, cell, file, fitted)));
        }
        boolean any = results.stream().anyMatch(result -> result.ours() != null);
        return any ? Optional.of(new Reproduction(paper, profile, List.copyOf(results))) : Optional.empty();
    }

    private static Result result(Paper paper, PublishedTable table, Cell cell, JmhResults file, Fitted fitted) {
        String id = paper.cellId(table, cell);
        String why = Experiment.whyNot(table, cell);
        if (why != null) {
            return Result.quoted(id, table, cell, why);
        }
        Experiment experiment = Experiment.of(table, cell);
        if (!(experiment.part() instanceof Part.Whole) || !experiment.without().isEmpty()) {
            return Result.quoted(id, table, cell, MISSING + ": a part of an operation is no benchmark");
        }
        Mark mark = fitted.mark(paper, table, cell);
        return file.results().stream()
                .filter(r -> file.gic() == experiment.gic() && isOf(r, experiment))
                .findFirst()
                .map(r -> Result.of(id, table, cell, mark, cycles(r, experiment), "the benchmark " + r.operation()))
                .orElse(Result.quoted(id, table, cell, MISSING + ": " + experiment.operation()));
    }

    private static boolean isOf(JmhResults.Result result, Experiment experiment) {
        return result.operation().equals(experiment.operation())
                && result.host().equals(experiment.host())
                && result.generation().equals(experiment.generation());
    }

    private static BigDecimal cycles(JmhResults.Result result, Experiment experiment) {
        return BigDecimal.valueOf(result.cycles() * experiment.times() / experiment.perIteration())
                .setScale(2, RoundingMode.HALF_UP);
    }
}
