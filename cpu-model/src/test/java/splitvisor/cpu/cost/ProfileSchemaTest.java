package splitvisor.cpu.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.cpu.Generated;

/// `profile.schema.json` says what [CostProfile#parse] accepts, for editors and other programs.
class ProfileSchemaTest {

    private static final Path FILE =
            Path.of("src", "main", "resources", "splitvisor", "cpu", "cost", "profiles", "profile.schema.json");

    /// What a schema cannot say: that two fields belong together.
    private static final Set<String> BETWEEN_FIELDS = Set.of(
            "no cost is calibrated, but 'calibratedOn' is not empty",
            "costs are calibrated, but 'calibratedOn' is empty",
            "'events.instruction.cycles' is 0; time would stand still");

    private static final String DEFINITIONS =
            """
            "$defs": {
                "text": { "type": "string", "pattern": "\\\\S" },
                "cost": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["cycles", "provenance", "source"],
                  "properties": {
                    "cycles": { "type": "number", "minimum": 0, "maximum": 1000000, "multipleOf": 0.01 },
                    "provenance": { "enum": ["assumed", "calibrated", "measured", "quoted"] },
                    "source": { "$ref": "#/$defs/text" }
                  }
                }
              }""";

    private final JsonSchema schema =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema());

    @Test
    void theSchemaIsFresh() throws IOException {
        Generated.check(FILE, schema());
    }

    @Test
    void everyBuiltInProfileFollowsTheSchema() throws IOException {
        for (String name : CostProfile.BUILT_IN) {
            try (InputStream in = CostProfile.class.getResourceAsStream("profiles/" + name + ".json")) {
                String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(Set.of(), schema.validate(json, InputFormat.JSON), name);
            }
        }
    }

    static Stream<Arguments> refused() {
        return Stream.concat(CostProfileTest.refusedProfiles(), CostProfileTest.refusedCosts())
                .filter(arguments -> !BETWEEN_FIELDS.contains((String) arguments.get()[0]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void theSchemaRefusesWhatTheProfileRefuses(String message, String json) {
        assertFalse(schema.validate(json, InputFormat.JSON).isEmpty(), message);
    }

    private static String schema() {
        List<String> groups = Arrays.stream(CostGroup.values()).map(CostGroup::name).toList();
        return """
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "title": "Splitvisor cost profile",
                  "description": "What each kind of operation costs on one machine, in cycles.",
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["name", "description", "coreHz", "counterHz", "gic", "calibratedOn", "events", \
                "sysregRead", "sysregWrite"],
                  "properties": {
                    "name": {
                      "allOf": [{ "$ref": "#/$defs/text" }],
                      "maxLength": 64,
                      "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f]*$"
                    },
                    "description": { "$ref": "#/$defs/text" },
                    "coreHz": { "type": "integer", "minimum": 1, "maximum": 10000000000 },
                    "counterHz": { "type": "integer", "minimum": 1, "maximum": 4294967295 },
                    "gic": { "enum": [2, 3] },
                    "calibratedOn": { "type": "array", "items": { "type": "string" } },
                    "events": {
                %s
                    },
                    "sysregRead": {
                %s
                    },
                    "sysregWrite": {
                %s
                    }
                  },
                  %s
                }
                """.formatted(
                table(Arrays.stream(Event.values()).map(Event::key).toList()),
                table(groups),
                table(groups),
                DEFINITIONS);
    }

    private static String table(List<String> keys) {
        String required = keys.stream().map(key -> '"' + key + '"').collect(Collectors.joining(",\n          "));
        String properties = keys.stream()
                .map(key -> "        \"%s\": { \"$ref\": \"#/$defs/cost\" }".formatted(key))
                .collect(Collectors.joining(",\n"));
        return """
                      "type": "object",
                      "additionalProperties": false,
                      "required": [
                          %s
                      ],
                      "properties": {
                %s
                      }""".formatted(required, properties);
    }
}
