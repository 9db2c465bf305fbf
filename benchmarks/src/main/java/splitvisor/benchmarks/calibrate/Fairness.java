package splitvisor.benchmarks.calibrate;

import splitvisor.benchmarks.calibrate.Recipe.InvalidRecipeException;
import splitvisor.benchmarks.papers.Cell;
import splitvisor.benchmarks.papers.Experiment;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.benchmarks.papers.NotModelled;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.PublishedTable;

/// What keeps a calibration from being a table of results: no more parameters than cells, and no parameter that
/// serves one cell alone.
record Fairness(Paper paper, Recipe recipe, Laboratory laboratory, long[] shape, int[] parameterOf) {

    void check() throws InvalidRecipeException {
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
