package splitvisor.benchmarks.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import splitvisor.benchmarks.calibrate.Recipe.CellName;
import splitvisor.benchmarks.calibrate.Recipe.InvalidRecipeException;
import splitvisor.benchmarks.papers.Cell;
import splitvisor.benchmarks.papers.Experiment;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.benchmarks.papers.NotModelled;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.PublishedTable;

/// What the choice of a recipe's cells does to the errors of the rest: the recipe is followed once for every choice of
/// as many cells that the rules allow (a third of a table at most, and cells that tell the parameters apart), and the
/// mean error of the cells left over is noted. Whoever chose the cells may have looked at errors; the spread says what
/// there was to gain by it.
///
/// @param recipe what was followed
/// @param own the mean error, without signs, of the cells that the recipe leaves over
/// @param errors the mean error of every choice, in ascending order
/// @param leaveOneOut the mean error of a cell when all others are fitted: what the model itself cannot explain
public record Validation(Recipe recipe, double own, double[] errors, double leaveOneOut) {

    /// A published number in the terms of the parameters, both sides divided by the number.
    private record Equation(CellName name, double[] row, double right) {

        double error(double[] factors) {
            double ours = -right;
            for (int p = 0; p < factors.length; p++) {
                ours += row[p] * factors[p];
            }
            return Math.abs(ours);
        }
    }

    /// Follows a recipe with every choice of cells.
    public static Validation of(Recipe recipe, Laboratory laboratory) throws InvalidRecipeException {
        Calibration calibration = Calibration.of(recipe, laboratory);
        List<Equation> all = equations(calibration, laboratory);
        Map<String, Integer> allowed = new LinkedHashMap<>();
        for (PublishedTable table : Paper.of(recipe.paper()).tables()) {
            allowed.put(table.id(), table.own().size() / Calibration.ONE_IN);
        }
        List<Double> errors = new ArrayList<>();
        choose(all, 0, recipe.cells().size(), allowed, new ArrayList<>(), errors);
        List<Equation> chosen = all.stream().filter(e -> recipe.cells().contains(e.name)).toList();
        double[] sorted = errors.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Validation(recipe, error(all, chosen).orElseThrow(), sorted, leaveOneOut(all));
    }

    /// The error that a share of all choices does not exceed.
    public double quantile(double share) {
        return errors[(int) Math.round(share * (errors.length - 1))];
    }

    /// The share of choices whose error is smaller than the recipe's.
    public double better() {
        return (double) Arrays.stream(errors).filter(e -> e < own).count() / errors.length;
    }

    private static List<Equation> equations(Calibration calibration, Laboratory laboratory) {
        Recipe recipe = calibration.recipe();
        List<Equation> equations = new ArrayList<>();
        for (PublishedTable table : Paper.of(recipe.paper()).tables()) {
            for (Cell cell : table.unit().equals("cycles") ? table.own() : List.<Cell>of()) {
                try {
                    double value = cell.value().doubleValue();
                    double[] row = Calibration.coefficients(
                            laboratory.usage(Experiment.of(table, cell)),
                            calibration.shape(),
                            calibration.parameterOf(),
                            recipe);
                    equations.add(new Equation(
                            new CellName(table.id(), cell.row(), cell.column()),
                            Arrays.stream(row).limit(row.length - 1).map(x -> x / value).toArray(),
                            1 - row[row.length - 1] / value));
                } catch (NotModelled _) {
                    // neither fitted nor predicted
                }
            }
        }
        return equations;
    }

    private static void choose(
            List<Equation> all,
            int from,
            int more,
            Map<String, Integer> allowed,
            List<Equation> chosen,
            List<Double> errors) {
        if (more == 0) {
            error(all, chosen).ifPresent(errors::add);
            return;
        }
        for (int i = from; i <= all.size() - more; i++) {
            Equation next = all.get(i);
            String table = next.name.table();
            if (allowed.get(table) > 0) {
                allowed.merge(table, -1, Integer::sum);
                chosen.add(next);
                choose(all, i + 1, more - 1, allowed, chosen, errors);
                chosen.removeLast();
                allowed.merge(table, 1, Integer::sum);
            }
        }
    }

    /// The mean error of the cells that were not chosen; empty when those chosen cannot tell the parameters apart.
    private static Optional<Double> error(List<Equation> all, List<Equation> chosen) {
        return fit(chosen).map(factors -> all.stream()
                .filter(e -> !chosen.contains(e))
                .mapToDouble(e -> e.error(factors))
                .average()
                .orElse(0));
    }

    private static double leaveOneOut(List<Equation> all) {
        return all.stream()
                .flatMap(left -> fit(all.stream().filter(e -> e != left).toList()).map(left::error).stream())
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    private static Optional<double[]> fit(List<Equation> chosen) {
        double[][] a = chosen.stream().map(Equation::row).toArray(double[][]::new);
        double[] b = chosen.stream().mapToDouble(Equation::right).toArray();
        return LeastSquares.nonNegative(a, b);
    }
}
