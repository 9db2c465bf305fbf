package splitvisor.benchmarks.calibrate;

import java.util.Set;
import splitvisor.benchmarks.calibrate.Recipe.Assumed;
import splitvisor.benchmarks.calibrate.Recipe.InvalidRecipeException;
import splitvisor.benchmarks.papers.Cell;
import splitvisor.benchmarks.papers.Experiment;
import splitvisor.benchmarks.papers.Fitted;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.benchmarks.papers.NotModelled;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.PublishedTable;

/// What keeps a calibration from being a table of results: a third of a table at most, no more parameters than cells,
/// and no parameter that serves one cell alone.
record Fairness(Paper paper, Recipe recipe, Laboratory laboratory, long[] shape, int[] parameterOf) {

    /// The part of a table's own cells that may be used: one in three.
    private static final int ONE_IN = 3;

    /// How many of a table's cells may be used.
    static int allowed(PublishedTable table) {
        return table.own().size() / ONE_IN;
    }

    /// @param on the names of all published numbers that are used, in whatever way
    void check(Set<String> on) throws InvalidRecipeException {
        checkShares(on);
        int parameters = recipe.parameters().size();
        if (parameters > recipe.cells().size()) {
            throw new InvalidRecipeException(
                    "%d parameters for %d cells".formatted(parameters, recipe.cells().size()));
        }
        int[] cells = new int[parameters];
        for (PublishedTable table : paper.tables()) {
            for (Cell cell : table.own()) {
                count(table, cell, cells);
            }
        }
        for (int p = 0; p < parameters; p++) {
            if (cells[p] < 2) {
                throw new InvalidRecipeException("parameter '%s' serves %s"
                        .formatted(recipe.parameters().get(p).name(), cells[p] == 0 ? "no cell" : "one cell alone"));
            }
        }
    }

    private static void checkShares(Set<String> on) throws InvalidRecipeException {
        for (String id : Paper.ALL) {
            Paper of = Paper.of(id);
            for (PublishedTable table : of.tables()) {
                long used = table.own().stream().filter(cell -> on.contains(of.cellId(table, cell))).count();
                if (used > allowed(table)) {
                    throw new InvalidRecipeException("%d of the %d cells of %s %s; at most a third may be used"
                            .formatted(used, table.own().size(), id, table.id()));
                }
            }
        }
    }

    /// An assumption that rests on a paper's number has to name it.
    static void checkSource(String cost, Assumed assumed) throws InvalidRecipeException {
        for (String id : assumed.from()) {
            if (Fitted.find(id).isEmpty()) {
                throw new InvalidRecipeException("'assumed.%s.from' names '%s', which is no published cell; %s"
                        .formatted(cost, id, Fitted.NAMES));
            }
        }
        for (String id : Paper.ALL) {
            String name = Paper.of(id).shortName();
            if (assumed.from().isEmpty() && assumed.source().contains(name)) {
                throw new InvalidRecipeException("'assumed.%s.source' speaks of %s; name the cells that it rests on in"
                        .formatted(cost, name) + " 'from'");
            }
        }
    }

    private void count(PublishedTable table, Cell cell, int[] cells) {
        try {
            var usage = laboratory.usage(Experiment.of(table, cell));
            double[] row = Calibration.coefficients(usage, shape, parameterOf, recipe);
            for (int p = 0; p < cells.length; p++) {
                cells[p] += row[p] > 0 ? 1 : 0;
            }
        } catch (NotModelled _) {
            // serves nothing yet
        }
    }
}
