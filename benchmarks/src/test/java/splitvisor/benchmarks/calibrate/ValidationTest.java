package splitvisor.benchmarks.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.benchmarks.papers.Paper;
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
