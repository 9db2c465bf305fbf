package splitvisor.benchmarks.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import splitvisor.benchmarks.calibrate.Recipe.CellName;
import splitvisor.benchmarks.calibrate.Recipe.InvalidRecipeException;
import splitvisor.benchmarks.papers.Cell;
import splitvisor.benchmarks.papers.Experiment;
import splitvisor.benchmarks.papers.Fitted;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.benchmarks.papers.NotModelled;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.PublishedTable;

/// What the choice of a recipe's cells does to the errors of the rest: the recipe is followed once for every choice of
/// as many cells that the rules allow (a third of a table at most, and cells that tell the parameters apart), and the
/// mean error of the experiments left over is noted. Whoever chose the cells may have looked at errors; the spread says
/// what there was to gain by it. Choices that nobody would publish are dropped, lest they make the rest look good.
///
/// @param recipe what was followed
/// @param own the mean error, without signs, of the experiments that the recipe leaves over
/// @param errors the mean error of every choice that was not dropped, in ascending order
/// @param dropped the others
/// @param leaveOneOut the mean error of an experiment when all others are fitted: what the model itself cannot explain
public record Validation(Recipe recipe, double own, double[] errors, Dropped dropped, double leaveOneOut) {

    /// How many choices are none.
    ///
    /// @param noProfile those that `calibrate` refuses, since what comes out is no profile: a core that costs nothing
    /// @param zero those of the rest that set some parameter to zero, as if such operations cost nothing
    public record Dropped(int noProfile, int zero) {}

    /// A published number in the terms of the parameters, both sides divided by the number.
    private record Equation(CellName name, Experiment measurement, double[] row, double right) {

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
        Choices choices = new Choices(calibration, equations(calibration, laboratory));
        Paper paper = Paper.of(recipe.paper());
        Set<String> behind = Set.copyOf(Calibration.behind(recipe));
        Map<String, Integer> allowed = new LinkedHashMap<>();
        for (PublishedTable table : paper.tables()) {
            long used = table.own().stream().filter(cell -> behind.contains(paper.cellId(table, cell))).count();
            allowed.put(table.id(), Fairness.allowed(table) - (int) used);
        }
        choices.choose(0, recipe.cells().size(), allowed);
        List<Equation> chosen = choices.all.stream().filter(e -> recipe.cells().contains(e.name)).toList();
        double own = mean(choices.leftBy(chosen), calibration.factors());
        double[] sorted = choices.errors.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        Dropped dropped = new Dropped(choices.noProfile, choices.zero);
        return new Validation(recipe, own, sorted, dropped, choices.leaveOneOut());
    }

    /// The error that a share of all choices does not exceed.
    public double quantile(double share) {
        return errors[(int) Math.round(share * (errors.length - 1))];
    }

    /// The share of choices whose error is smaller than the recipe's.
    public double better() {
        return (double) Arrays.stream(errors).filter(e -> e < own).count() / errors.length;
    }

    /// Every published number that may be fitted; those behind the recipe's shape and assumptions are neither fitted
    /// nor predicted.
    private static List<Equation> equations(Calibration calibration, Laboratory laboratory) {
        Recipe recipe = calibration.recipe();
        Paper paper = Paper.of(recipe.paper());
        Fitted behind = Fitted.of(Calibration.behind(recipe));
        List<Equation> equations = new ArrayList<>();
        for (PublishedTable table : paper.tables()) {
            for (Cell cell : table.unit().equals("cycles") ? table.own() : List.<Cell>of()) {
                if (behind.decided(paper, table, cell).isPresent()) {
                    continue;
                }
                try {
                    Experiment experiment = Experiment.of(table, cell);
                    double value = cell.value().doubleValue();
                    double[] row = Calibration.coefficients(
                            laboratory.usage(experiment), calibration.shape(), calibration.parameterOf(), recipe);
                    equations.add(new Equation(
                            new CellName(table.id(), cell.row(), cell.column()),
                            experiment.once(),
                            Arrays.stream(row).limit(row.length - 1).map(x -> x / value).toArray(),
                            1 - row[row.length - 1] / value));
                } catch (NotModelled _) {
                    // neither fitted nor predicted
                }
            }
        }
        return equations;
    }

    /// The mean over experiments: where several numbers were published for one, their errors are averaged first.
    private static double mean(List<Equation> equations, double[] factors) {
        return equations.stream()
                .collect(Collectors.groupingBy(
                        Equation::measurement, LinkedHashMap::new, Collectors.averagingDouble(e -> e.error(factors))))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    /// All choices, one after the other, and what became of them.
    private static final class Choices {

        private final Calibration calibration;
        private final List<Equation> all;
        private final List<Equation> chosen = new ArrayList<>();
        private final List<Double> errors = new ArrayList<>();
        private int noProfile;
        private int zero;

        Choices(Calibration calibration, List<Equation> all) {
            this.calibration = calibration;
            this.all = all;
        }

        void choose(int from, int more, Map<String, Integer> allowed) {
            if (more == 0) {
                fit(chosen).ifPresent(this::judge);
                return;
            }
            for (int i = from; i <= all.size() - more; i++) {
                Equation next = all.get(i);
                String table = next.name.table();
                if (allowed.get(table) > 0) {
                    allowed.merge(table, -1, Integer::sum);
                    chosen.add(next);
                    choose(i + 1, more - 1, allowed);
                    chosen.removeLast();
                    allowed.merge(table, 1, Integer::sum);
                }
            }
        }

        private void judge(double[] factors) {
            if (!calibration.with(factors).makesProfile()) {
                noProfile++;
            } else if (Arrays.stream(factors).anyMatch(factor -> factor == 0)) {
                zero++;
            } else {
                errors.add(mean(leftBy(chosen), factors));
            }
        }

        /// What a choice predicts: the numbers of all experiments of which it has none.
        List<Equation> leftBy(List<Equation> choice) {
            Set<Experiment> fitted = choice.stream().map(Equation::measurement).collect(Collectors.toSet());
            return all.stream().filter(e -> !fitted.contains(e.measurement)).toList();
        }

        double leaveOneOut() {
            return all.stream()
                    .map(Equation::measurement)
                    .distinct()
                    .flatMap(left -> leftOut(left).stream())
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0);
        }

        private Optional<Double> leftOut(Experiment left) {
            List<Equation> out = all.stream().filter(e -> e.measurement.equals(left)).toList();
            return fit(all.stream().filter(e -> !out.contains(e)).toList()).map(factors -> mean(out, factors));
        }

        private static Optional<double[]> fit(List<Equation> chosen) {
            double[][] a = chosen.stream().map(Equation::row).toArray(double[][]::new);
            double[] b = chosen.stream().mapToDouble(Equation::right).toArray();
            return LeastSquares.nonNegative(a, b);
        }
    }
}
