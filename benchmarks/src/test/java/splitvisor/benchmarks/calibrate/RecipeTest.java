package splitvisor.benchmarks.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.calibrate.Recipe.InvalidRecipeException;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.benchmarks.report.Mark;
import splitvisor.cpu.cost.CostProfile;

/// What a recipe may say, and what a calibration makes of it.
class RecipeTest {

    private static final String EL2_LINUX = "el2Linux (stands in for VHE)";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Laboratory LABORATORY = new Laboratory(CostProfile.builtIn("gicv3-server"), _ -> {});

    /// One parameter, one cell: all costs, so that the hypercall of el2Linux comes out.
    private static ObjectNode recipe() {
        ObjectNode root = JSON.createObjectNode();
        root.put("profile", "test").put("description", "for tests").put("coreHz", 1).put("counterHz", 1);
        root.put("gic", 2);
        root.put("paper", "atc17").put("shape", "gicv3-server").putObject("assumed");
        parameter(root.putArray("parameters"), "all", "events.*", "sysregRead.*", "sysregWrite.*");
        cell(root.putArray("cells"), "table2", "Hypercall", EL2_LINUX);
        return root;
    }

    private static void parameter(ArrayNode list, String name, String... costs) {
        ArrayNode keys = list.addObject().put("name", name).put("meaning", "a scale").putArray("costs");
        for (String cost : costs) {
            keys.add(cost);
        }
    }

    private static void cell(ArrayNode list, String table, String row, String column) {
        list.addObject().put("table", table).put("row", row).put("column", column);
    }

    private static Calibration follow(ObjectNode recipe) throws InvalidRecipeException, JsonProcessingException {
        return Calibration.of(Recipe.parse(JSON.writeValueAsString(recipe)), LABORATORY);
    }

    @Test
    void theCellItIsFittedToIsMetUpToTheRoundingOfTheCosts() throws Exception {
        Calibration calibration = follow(recipe());
        CostProfile profile = calibration.profile();
        assertEquals("[atc17 table2 | Hypercall | el2Linux (stands in for VHE)]", profile.calibratedOn().toString());
        String report = CalibrationReport.of(calibration, LABORATORY);
        String line = report.lines().filter(l -> l.endsWith("calibrated")).findFirst().orElseThrow();
        double error = Double.parseDouble(line.replaceAll(".*\\| *([-+.0-9]+)% \\| calibrated", "$1"));
        assertEquals(0, error, 1.0, line);
        assertTrue(report.contains("no degree of freedom is left"), report);
        assertEquals(1, report.lines().filter(l -> l.startsWith("mean absolute error of the ")).count(), report);
    }

    @Test
    void aRecipeWithMoreCellsThanParametersSaysHowMany() throws Exception {
        ObjectNode recipe = recipe();
        cell((ArrayNode) recipe.get("cells"), "table2", "Hypercall", "KVM ARM split-mode");
        String report = CalibrationReport.of(follow(recipe), LABORATORY);
        assertTrue(report.contains("\nFitted cells: 2; parameters: 1.\n"), report);
    }

    private static void assume(ObjectNode recipe, int cycles, String source, String... from) {
        ObjectNode isb = recipe.withObject("/assumed/events.isb").put("cycles", cycles).put("source", source);
        ArrayNode names = isb.putArray("from");
        for (String name : from) {
            names.add(name);
        }
    }

    /// A shape that was fitted brings its cells along: what comes out is fitted to them, too.
    @Test
    void whatAShapeAndAnAssumptionWereMadeOfIsInTheProfileToo() throws Exception {
        ObjectNode recipe = recipe().put("shape", "hp-m400");
        assume(recipe, 9, "as ISCA 2016 has it", "isca16 table2 | VM Switch | KVM ARM");
        CostProfile profile = follow(recipe).profile();
        List<String> on = new ArrayList<>(List.of("atc17 table2 | Hypercall | " + EL2_LINUX));
        on.addAll(CostProfile.builtIn("hp-m400").calibratedOn());
        on.add("isca16 table2 | VM Switch | KVM ARM");
        assertEquals(on, profile.calibratedOn());
        Reproduction isca = Reproduction.of(Paper.of("isca16"), profile, LABORATORY);
        assertEquals(on.size() - 1, isca.count(Mark.CALIBRATED));
    }

    @Test
    void costsThatNoParameterScalesAreCalibratedWhenPublishedNumbersAreInThem() throws Exception {
        ObjectNode recipe = recipe().put("shape", "amd-seattle").put("paper", "asplos14");
        ((ArrayNode) recipe.get("cells")).removeAll();
        ((ArrayNode) recipe.get("parameters")).removeAll();
        assume(recipe, 9, "a guess");
        int others = CostProfile.keys().size() - 1;
        assertEquals(Map.of("assumed", 1, "calibrated", others), follow(recipe).profile().provenance());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                        | the recipe is not a JSON object
            []                        | the recipe is not a JSON object
            {"assumed": {             | not valid JSON at line 1, column 14
            {"coreHz": NaN}           | not valid JSON at line 1, column 15
            {"coreHz": 1, "coreHz": 2} | not valid JSON at line 1, column 23
            """)
    void whatIsNoRecipeAtAllIsRefused(String json, String message) {
        assertEquals(message, assertThrows(InvalidRecipeException.class, () -> Recipe.parse(json)).getMessage());
    }

    @Test
    void assumedCostsStayWhenNoParameterScalesThem() throws Exception {
        ObjectNode recipe = recipe();
        recipe.withObject("/assumed/events.isb").put("cycles", 17.5).put("source", "because").putArray("from");
        ((ArrayNode) recipe.get("parameters")).removeAll();
        parameter((ArrayNode) recipe.get("parameters"), "moves", "sysregRead.*", "sysregWrite.*");
        CostProfile profile = follow(recipe).profile();
        assertEquals(1750, profile.centicycles().get(CostProfile.keys().indexOf("events.isb")));
        assertEquals(100, profile.centicycles().getFirst());
    }

    private static Arguments refused(String message, Consumer<ObjectNode> change) {
        ObjectNode recipe = recipe();
        change.accept(recipe);
        return Arguments.of(message, recipe);
    }

    static Stream<Arguments> refusedRecipes() {
        return Stream.of(
                refused("unknown field 'colour'", r -> r.put("colour", "red")),
                refused("unknown field 'cells.0.page'", r -> ((ObjectNode) r.at("/cells/0")).put("page", 3)),
                refused("'shape' is missing or wrong", r -> r.remove("shape")),
                refused("'coreHz' is missing or wrong", r -> r.put("coreHz", "fast")),
                refused("no paper 'isca99'; use one of [asplos14, isca16, atc17]", r -> r.put("paper", "isca99")),
                refused("no built-in profile 'vax' to take the shape from", r -> r.put("shape", "vax")),
                refused(
                        "no cost 'events.nap'",
                        r -> r.withObject("/assumed/events.nap").put("cycles", 1).put("source", "").putArray("from")),
                refused(
                        "'assumed.events.isb.cycles' is -1; it must be from 0 to 1000000, with at most two decimals",
                        r -> assume(r, -1, "")),
                refused(
                        "'assumed.events.isb.cycles' is 1000001; it must be from 0 to 1000000, with at most two"
                                + " decimals",
                        r -> assume(r, 1_000_001, "")),
                refused(
                        "'assumed.events.isb.from' is missing or wrong",
                        r -> r.withObject("/assumed/events.isb").put("cycles", 1).put("source", "")),
                refused(
                        "'assumed.events.isb.from' names 'isca16', which is no published cell; names look like"
                                + " 'isca16 table2 | Hypercall | KVM ARM'",
                        r -> assume(r, 9, "", "isca16")),
                refused(
                        "'assumed.events.isb.source' speaks of ATC 2017; name the cells that it rests on in 'from'",
                        r -> assume(r, 9, "as in ATC 2017, Table 2")),
                refused("no costs 'event.*'", r -> parameter((ArrayNode) r.get("parameters"), "p", "event.*")),
                refused(
                        "two parameters scale 'events.isb'",
                        r -> {
                            parameter((ArrayNode) r.get("parameters"), "p", "events.isb");
                            parameter((ArrayNode) r.get("parameters"), "q", "events.isb");
                        }));
    }

    static Stream<Arguments> unfairRecipes() {
        return Stream.of(
                refused(
                        "the cell 'table2 | Hypercall | %s' is there twice; name each once".formatted(EL2_LINUX),
                        r -> cell((ArrayNode) r.get("cells"), "table2", "Hypercall", EL2_LINUX)),
                refused("2 parameters for 1 cells", r -> parameter((ArrayNode) r.get("parameters"), "p", "events.isb")),
                refused("parameter 'all' serves no cell", r -> {
                    ((ArrayNode) r.get("parameters")).removeAll();
                    parameter((ArrayNode) r.get("parameters"), "all", "events.addressTranslation");
                }),
                refused(
                        "the profile that comes out is invalid: 'events.instruction.cycles' is 0; time would stand"
                                + " still; change the recipe",
                        r -> assume(r, 1_000_000, "slow")),
                refused(
                        "the profile that comes out is invalid: 'coreHz' is 0; it must be from 1 to 10000000000;"
                                + " change the recipe",
                        r -> r.put("coreHz", 0)),
                refused("atc17 has no table 'table9'", r -> cell((ArrayNode) r.get("cells"), "table9", "a", "b")),
                refused(
                        "atc17 table2 has no cell 'Hypercall | Xen'",
                        r -> cell((ArrayNode) r.get("cells"), "table2", "Hypercall", "Xen")),
                refused(
                        "atc17 table2 | Hypercall | KVM x86 cannot be modelled: another architecture",
                        r -> cell((ArrayNode) r.get("cells"), "table2", "Hypercall", "KVM x86")),
                refused("3 of the 8 cells of atc17 table2; at most a third may be used", r -> {
                    cell((ArrayNode) r.get("cells"), "table2", "I/O Kernel", EL2_LINUX);
                    cell((ArrayNode) r.get("cells"), "table2", "I/O User", EL2_LINUX);
                }));
    }

    /// What is behind a shape or an assumption counts as much as what is fitted.
    static Stream<Arguments> greedyRecipes() {
        return Stream.of(
                refused("3 of the 8 cells of atc17 table2; at most a third may be used", r -> {
                    r.put("shape", "amd-seattle");
                    ((ArrayNode) r.get("cells")).removeAll();
                    cell((ArrayNode) r.get("cells"), "table2", "I/O User", EL2_LINUX);
                }),
                refused("3 of the 8 cells of atc17 table2; at most a third may be used", r -> assume(
                        r,
                        9,
                        "",
                        "atc17 table2 | I/O User | " + EL2_LINUX,
                        "atc17 table2 | I/O Kernel | " + EL2_LINUX)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"refusedRecipes", "unfairRecipes", "greedyRecipes"})
    void aRecipeThatIsWrongOrUnfairIsRefusedInOneLine(String message, ObjectNode recipe) {
        assertEquals(message, assertThrows(InvalidRecipeException.class, () -> follow(recipe)).getMessage());
    }
}
