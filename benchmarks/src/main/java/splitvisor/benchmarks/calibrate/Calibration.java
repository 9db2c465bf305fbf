package splitvisor.benchmarks.calibrate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import splitvisor.benchmarks.calibrate.Recipe.CellName;
import splitvisor.benchmarks.calibrate.Recipe.InvalidRecipeException;
import splitvisor.benchmarks.papers.Cell;
import splitvisor.benchmarks.papers.Experiment;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.benchmarks.papers.NotModelled;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.PublishedTable;
import splitvisor.benchmarks.papers.Usage;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.CostProfile.InvalidProfileException;
import splitvisor.cpu.cost.Event;

/// A recipe followed: its parameters' factors, so that the machine's counts times the scaled costs come closest to
/// the published numbers, in relative error.
///
/// @param factors one per parameter of the recipe
/// @param on the names of the numbers that are in it: those it was fitted to, and [#behind]
/// @param shape the costs before scaling, in hundredths of a cycle, in the order of [CostProfile#keys]
/// @param parameterOf for each cost the index of its parameter, or -1
public record Calibration(Recipe recipe, double[] factors, List<String> on, long[] shape, int[] parameterOf) {

    /// Follows a recipe on the machine of `laboratory`.
    public static Calibration of(Recipe recipe, Laboratory laboratory) throws InvalidRecipeException {
        Paper paper = paper(recipe);
        checkOnce(recipe.cells());
        long[] shape = shape(recipe);
        int[] parameterOf = parameterOf(recipe);
        List<String> on = new ArrayList<>();
        double[][] a = new double[recipe.cells().size()][];
        double[] b = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            CellName name = recipe.cells().get(i);
            PublishedTable table = table(paper, name);
            Cell cell = cell(paper, table, name);
            on.add(paper.cellId(table, cell));
            double value = cell.value().doubleValue();
            double[] row = coefficients(usage(laboratory, table, cell, on.getLast()), shape, parameterOf, recipe);
            a[i] = Arrays.stream(row).limit(row.length - 1).map(x -> x / value).toArray();
            b[i] = (value - row[row.length - 1]) / value;
        }
        on.addAll(behind(recipe));
        new Fairness(paper, recipe, laboratory, shape, parameterOf).check(Set.copyOf(on));
        double[] factors = a.length == 0 ? new double[0] : LeastSquares.nonNegative(a, b).orElseThrow(() ->
                new InvalidRecipeException("the cells cannot tell the parameters apart; use fewer parameters"));
        List<String> once = List.copyOf(new LinkedHashSet<>(on));
        Calibration calibration = new Calibration(recipe, factors, once, shape, parameterOf);
        try {
            CostProfile.parse(calibration.profileJson());
        } catch (InvalidProfileException e) {
            throw new InvalidRecipeException(
                    "the profile that comes out is invalid: %s; change the recipe".formatted(e.getMessage()));
        }
        return calibration;
    }

    /// The published numbers that are in a recipe before anything is fitted: those that its shape was fitted to, and
    /// those that its assumptions rest on.
    static List<String> behind(Recipe recipe) {
        List<String> behind = new ArrayList<>(CostProfile.builtIn(recipe.shape()).calibratedOn());
        recipe.assumed().values().forEach(assumed -> behind.addAll(assumed.from()));
        return behind;
    }

    /// With other factors, that other cells gave.
    Calibration with(double... others) {
        return new Calibration(recipe, others, on, shape, parameterOf);
    }

    /// Whether the costs that come out are such as a profile may have. Nothing else in it depends on the factors.
    boolean makesProfile() {
        long most = CostProfile.MAX_CYCLES.movePointRight(2).longValueExact();
        return centicycles(Event.INSTRUCTION.ordinal()) > 0
                && IntStream.range(0, shape.length).allMatch(cost -> centicycles(cost) <= most);
    }

    /// The cost that comes out, in hundredths of a cycle.
    public long centicycles(int cost) {
        if (parameterOf[cost] < 0) {
            return shape[cost];
        }
        return BigDecimal.valueOf(factors[parameterOf[cost]] * shape[cost])
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /// The profile that comes out, as JSON.
    public String profileJson() {
        return ProfileText.of(this);
    }

    /// The profile that comes out.
    public CostProfile profile() {
        try {
            return CostProfile.parse(profileJson());
        } catch (InvalidProfileException e) {
            throw new IllegalStateException(e); // it was valid when the recipe was followed
        }
    }

    private static Paper paper(Recipe recipe) throws InvalidRecipeException {
        if (!Paper.ALL.contains(recipe.paper())) {
            throw new InvalidRecipeException("no paper '%s'; use one of %s".formatted(recipe.paper(), Paper.ALL));
        }
        return Paper.of(recipe.paper());
    }

    private static void checkOnce(List<CellName> cells) throws InvalidRecipeException {
        for (int i = 0; i < cells.size(); i++) {
            CellName name = cells.get(i);
            if (cells.indexOf(name) < i) {
                throw new InvalidRecipeException("the cell '%s | %s | %s' is there twice; name each once"
                        .formatted(name.table(), name.row(), name.column()));
            }
        }
    }

    private static PublishedTable table(Paper paper, CellName name) throws InvalidRecipeException {
        return paper.tables().stream()
                .filter(t -> t.id().equals(name.table()))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidRecipeException("%s has no table '%s'".formatted(paper.id(), name.table())));
    }

    private static Cell cell(Paper paper, PublishedTable table, CellName name) throws InvalidRecipeException {
        return table.at(name.row(), name.column()).orElseThrow(() -> new InvalidRecipeException(
                "%s %s has no cell '%s | %s'".formatted(paper.id(), table.id(), name.row(), name.column())));
    }

    private static Usage usage(Laboratory laboratory, PublishedTable table, Cell cell, String id)
            throws InvalidRecipeException {
        String why = Experiment.whyNot(table, cell);
        if (why != null) {
            throw new InvalidRecipeException("%s cannot be modelled: %s".formatted(id, why));
        }
        try {
            return laboratory.usage(Experiment.of(table, cell));
        } catch (NotModelled e) {
            throw new InvalidRecipeException("%s cannot be modelled: %s".formatted(id, e.getMessage()));
        }
    }

    /// Cycles per unit of each parameter, and behind them the cycles that no parameter scales.
    static double[] coefficients(Usage usage, long[] shape, int[] parameterOf, Recipe recipe) {
        double[] row = new double[recipe.parameters().size() + 1];
        for (int cost = 0; cost < shape.length; cost++) {
            int parameter = parameterOf[cost] < 0 ? row.length - 1 : parameterOf[cost];
            row[parameter] += usage.per(cost) * shape[cost] / 100;
        }
        return row;
    }

    private static long[] shape(Recipe recipe) throws InvalidRecipeException {
        if (!CostProfile.BUILT_IN.contains(recipe.shape())) {
            throw new InvalidRecipeException(
                    "no built-in profile '%s' to take the shape from".formatted(recipe.shape()));
        }
        CostProfile base = CostProfile.builtIn(recipe.shape());
        long[] shape = base.centicycles().stream().mapToLong(Long::longValue).toArray();
        for (var entry : recipe.assumed().entrySet()) {
            BigDecimal cycles = entry.getValue().cycles();
            if (cycles.signum() < 0
                    || cycles.compareTo(CostProfile.MAX_CYCLES) > 0
                    || cycles.stripTrailingZeros().scale() > 2) {
                throw new InvalidRecipeException(
                        "'assumed.%s.cycles' is %s; it must be from 0 to %s, with at most two decimals"
                                .formatted(entry.getKey(), cycles, CostProfile.MAX_CYCLES));
            }
            shape[key(entry.getKey())] = cycles.movePointRight(2).longValueExact();
            Fairness.checkSource(entry.getKey(), entry.getValue());
        }
        return shape;
    }

    private static int key(String name) throws InvalidRecipeException {
        int key = CostProfile.keys().indexOf(name);
        if (key < 0) {
            throw new InvalidRecipeException("no cost '%s'".formatted(name));
        }
        return key;
    }

    private static int[] parameterOf(Recipe recipe) throws InvalidRecipeException {
        int[] parameterOf = new int[CostProfile.keys().size()];
        Arrays.fill(parameterOf, -1);
        for (boolean wild : new boolean[] {false, true}) {
            for (int p = 0; p < recipe.parameters().size(); p++) {
                for (String cost : recipe.parameters().get(p).costs()) {
                    if (cost.endsWith(".*") == wild) {
                        assign(parameterOf, cost, p, recipe);
                    }
                }
            }
        }
        return parameterOf;
    }

    /// A key belongs to one parameter; a wild card takes what is left of its table and not set by judgement.
    private static void assign(int[] parameterOf, String cost, int parameter, Recipe recipe)
            throws InvalidRecipeException {
        if (!cost.endsWith(".*")) {
            int key = key(cost);
            if (parameterOf[key] >= 0) {
                throw new InvalidRecipeException("two parameters scale '%s'".formatted(cost));
            }
            parameterOf[key] = parameter;
            return;
        }
        String table = cost.substring(0, cost.length() - 1);
        List<String> keys = CostProfile.keys();
        if (keys.stream().noneMatch(k -> k.startsWith(table))) {
            throw new InvalidRecipeException("no costs '%s'".formatted(cost));
        }
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).startsWith(table) && parameterOf[i] < 0 && !recipe.assumed().containsKey(keys.get(i))) {
                parameterOf[i] = parameter;
            }
        }
    }
}
