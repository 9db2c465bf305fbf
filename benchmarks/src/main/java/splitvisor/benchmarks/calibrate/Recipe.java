package splitvisor.benchmarks.calibrate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How a machine's cost profile is made: the shape of its costs, the few parameters that scale parts of it, and the
/// published numbers that these are fitted to.
///
/// @param profile the name of the profile that comes out
/// @param paper the id of the paper whose machine it is
/// @param shape the built-in profile from which costs are taken before they are scaled
/// @param assumed costs that differ from the shape's, by their keys
/// @param parameters what is fitted
/// @param cells what it is fitted to
public record Recipe(
        String profile,
        String description,
        long coreHz,
        long counterHz,
        int gic,
        String paper,
        String shape,
        Map<String, Assumed> assumed,
        List<Parameter> parameters,
        List<CellName> cells) {

    /// A cost that is set by judgement, and the reason.
    ///
    /// @param from the published numbers that the judgement rests on, by name; they count as used
    public record Assumed(BigDecimal cycles, String source, List<String> from) {}

    /// One factor on all the costs named: keys, or `sysregRead.*` for what is left of a table and not
    /// [Assumed].
    public record Parameter(String name, String meaning, List<String> costs) {}

    /// A published number of the recipe's paper.
    public record CellName(String table, String row, String column) {}

    /// The recipes that come with Splitvisor; each is named as the profile that it makes.
    public static final List<String> BUILT_IN = List.of("arndale", "hp-m400", "amd-seattle");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// A recipe that cannot be followed: one line.
    public static final class InvalidRecipeException extends Exception {
        InvalidRecipeException(String message) {
            super(message);
        }
    }

    /// How many cells more than parameters: with none, the fit meets its cells whatever these are.
    public int freedom() {
        return cells.size() - parameters.size();
    }

    /// What [#freedom] says about the cells that were fitted, in one sentence.
    public String freedomInWords() {
        return freedom() == 0
                ? "There are as many parameters as fitted cells: no degree of freedom is left, and that these cells"
                        + " agree tests nothing."
                : "Fitted cells: %d; parameters: %d.".formatted(cells.size(), parameters.size());
    }

    /// Reads one of [#BUILT_IN].
    public static Recipe builtIn(String name) {
        try (InputStream in = Recipe.class.getResourceAsStream("/splitvisor/benchmarks/calibrate/" + name + ".json")) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidRecipeException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /// Reads a recipe; every field is required and no other allowed.
    public static Recipe parse(String json) throws InvalidRecipeException {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidRecipeException("not valid JSON at line %d, column %d"
                    .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        }
        if (!root.isObject()) {
            throw new InvalidRecipeException("the recipe is not a JSON object");
        }
        try {
            return JSON.treeToValue(root, Recipe.class);
        } catch (UnrecognizedPropertyException e) {
            throw new InvalidRecipeException("unknown field '%s'".formatted(path(e)));
        } catch (JsonMappingException e) {
            throw new InvalidRecipeException("'%s' is missing or wrong".formatted(path(e)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a tree has no syntax
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(r -> r.getFieldName() != null ? r.getFieldName() : Integer.toString(r.getIndex()))
                .collect(Collectors.joining("."));
    }
}
