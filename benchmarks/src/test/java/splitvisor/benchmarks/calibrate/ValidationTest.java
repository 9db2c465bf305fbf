package splitvisor.benchmarks.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import splitvisor.benchmarks.calibrate.Recipe.CellName;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.PublishedTable;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.cpu.cost.CostProfile;

/// The recipes beside all others that the rules allow.
class ValidationTest {

    private static final Map<String, Validation> ALL = new HashMap<>();

    static Stream<String> recipes() {
        return Recipe.BUILT_IN.stream();
    }

    private static Validation validation(String name) {
        return ALL.computeIfAbsent(name, _ -> {
            try {
                return Validation.of(Recipe.builtIn(name), new Laboratory(CostProfile.builtIn(name), _ -> {}));
            } catch (Recipe.InvalidRecipeException e) {
                throw new AssertionError(e);
            }
        });
    }

    /// The bound on the errors, by a rule: a recipe that predicts worse than most choices of its cells would is none.
    /// Choices that `calibrate` refuses or that set a cost to zero are no yardstick.
    @ParameterizedTest
    @MethodSource("recipes")
    void theRecipeIsNoWorseThanTheMedianOfAllChoices(String name) {
        Validation validation = validation(name);
        assertTrue(
                validation.own() <= validation.quantile(0.5),
                "%.3f, median %.3f".formatted(validation.own(), validation.quantile(0.5)));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void theRecipesErrorIsThatOfThePage(String name) {
        Paper paper = Paper.of(Recipe.builtIn(name).paper());
        CostProfile profile = CostProfile.builtIn(name);
        Reproduction reproduction = Reproduction.of(paper, profile, new Laboratory(profile, _ -> {}));
        double shown = reproduction.meanAbsoluteError().orElseThrow().doubleValue();
        assertEquals(shown, validation(name).own(), 0.005); // costs have two decimals
    }

    /// Counted anew by following a recipe for every choice. The third recipe has more choices than there is time for.
    @ParameterizedTest
    @ValueSource(strings = {"arndale", "amd-seattle"})
    void whatIsDroppedIsWhatCalibrateRefusesOrWhatSetsACostToZero(String name) throws Exception {
        Laboratory laboratory = new Laboratory(CostProfile.builtIn(name), _ -> {});
        Recipe recipe = Recipe.builtIn(name);
        List<CellName> cells = new ArrayList<>();
        for (PublishedTable table : Paper.of(recipe.paper()).tables()) {
            if (table.unit().equals("cycles")) {
                table.own().forEach(cell -> cells.add(new CellName(table.id(), cell.row(), cell.column())));
            }
        }
        int noProfile = 0;
        int zero = 0;
        int kept = 0;
        for (List<CellName> choice : choices(cells, recipe.cells().size())) {
            try {
                double[] factors = Calibration.of(with(recipe, choice), laboratory).factors();
                boolean none = Arrays.stream(factors).anyMatch(factor -> factor == 0);
                zero += none ? 1 : 0;
                kept += none ? 0 : 1;
            } catch (Recipe.InvalidRecipeException e) {
                noProfile += e.getMessage().startsWith("the profile that comes out is invalid") ? 1 : 0;
            }
        }
        Validation validation = validation(name);
        assertEquals(new Validation.Dropped(noProfile, zero), validation.dropped());
        assertEquals(kept, validation.errors().length);
        assertTrue(noProfile > 0 && zero > 0, "else nothing is shown");
    }

    private static List<List<CellName>> choices(List<CellName> from, int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<CellName>> all = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            CellName first = from.get(i);
            choices(from.subList(i + 1, from.size()), size - 1).forEach(rest -> {
                List<CellName> choice = new ArrayList<>(List.of(first));
                choice.addAll(rest);
                all.add(choice);
            });
        }
        return all;
    }

    private static Recipe with(Recipe recipe, List<CellName> cells) {
        return new Recipe(
                recipe.profile(),
                recipe.description(),
                recipe.coreHz(),
                recipe.counterHz(),
                recipe.gic(),
                recipe.paper(),
                recipe.shape(),
                recipe.assumed(),
                recipe.parameters(),
                cells);
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void theChoicesAreInOrderAndTheRecipeIsAmongThem(String name) {
        Validation validation = validation(name);
        double[] errors = validation.errors();
        for (int i = 1; i < errors.length; i++) {
            assertTrue(errors[i - 1] <= errors[i]);
        }
        assertTrue(Arrays.stream(errors).anyMatch(e -> Math.abs(e - validation.own()) < 1e-12));
    }
}
