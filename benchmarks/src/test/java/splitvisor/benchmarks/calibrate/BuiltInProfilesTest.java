package splitvisor.benchmarks.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.GeneratedPage;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.cpu.cost.CostProfile;

/// The profiles of the papers' machines are what `splitvisor calibrate` makes of their recipes.
class BuiltInProfilesTest {

    private static final String PROFILES = "../cpu-model/src/main/resources/splitvisor/cpu/cost/profiles/";

    private static final Laboratory LABORATORY = new Laboratory(CostProfile.builtIn("gicv3-server"), _ -> {});

    static Stream<String> recipes() {
        return Recipe.BUILT_IN.stream();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aProfileIsWhatItsRecipeMakes(String name) throws Exception {
        Calibration calibration = Calibration.of(Recipe.builtIn(name), LABORATORY);
        assertEquals(name, calibration.recipe().profile());
        GeneratedPage.check(PROFILES + name + ".json", calibration.profileJson());
    }

    @Test
    void everyPaperHasItsProfileAndEveryProfileButTheDefaultItsRecipe() {
        for (String id : Paper.ALL) {
            assertEquals(id, Recipe.builtIn(Paper.of(id).profile()).paper());
        }
        assertEquals(CostProfile.BUILT_IN.subList(1, CostProfile.BUILT_IN.size()), List.copyOf(Recipe.BUILT_IN));
    }
}
