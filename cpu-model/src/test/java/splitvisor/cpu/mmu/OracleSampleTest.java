package splitvisor.cpu.mmu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every line of the oracle's MMU sample, by probes of our own that set the same scene. Where QEMU 7.2,
/// which recorded it, differs from the Arm ARM, `mmu.deviations.log` has the Arm ARM's outcome and the rule.
class OracleSampleTest {

    private final OracleRig scene = new OracleRig();

    private final Map<String, String> deviations = lines("/oracle/mmu.deviations.log");

    @TestFactory
    Stream<DynamicTest> everyLineOfTheSampleHolds() {
        return lines("/oracle/mmu.sample.log").entrySet().stream().map(line -> {
            String expected = deviations.getOrDefault(line.getKey(), line.getValue());
            return DynamicTest.dynamicTest(line.getKey(), () -> assertEquals(expected, outcome(line.getKey())));
        });
    }

    @Test
    void everyDeviationIsFromALineOfTheSample() {
        Map<String, String> sample = lines("/oracle/mmu.sample.log");
        deviations.forEach((id, outcome) -> {
            assertTrue(sample.containsKey(id), id);
            assertNotEquals(sample.get(id), outcome, id);
        });
    }

    private static Map<String, String> lines(String resource) {
        try (var in = OracleSampleTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf(' ')),
                            line -> line.substring(line.indexOf(' ') + 1),
                            (a, b) -> a,
                            LinkedHashMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String outcome(String prefixed) {
        String id = prefixed.startsWith("o:") ? prefixed.substring(2) : prefixed;
        String[] parts = id.split("\\.");
        if (id.startsWith("at.")) {
            scene.reset("B2");
            return new AtOracle(scene).probe(parts);
        }
        if (id.startsWith("tlbi.")) {
            scene.reset("A1");
            return new TlbiOracle(scene).probe(parts);
        }
        if (id.startsWith("s2iss.")) {
            return new SyndromeOracle(scene).probe(parts);
        }
        String op = parts[parts.length - 1];
        scene.reset(parts[parts.length - 2]);
        String kind = String.join(".", List.of(parts).subList(1, parts.length - 2));
        return switch (parts[0]) {
            case "s1perm" -> new Stage1Oracle(scene).permission(kind, op);
            case "s1pan0", "s1pan1" -> new Stage1Oracle(scene).pan(parts[0], kind, op);
            case "s1lvl" -> new Stage1Oracle(scene).level(kind, op);
            case "s1hier" -> new Stage1Oracle(scene).hierarchy(parts[1].charAt(1) - '0', parts[2], op);
            case "b2" -> new Stage1Oracle(scene).el2(kind, op);
            case "s1space" -> new SpaceOracle(scene).probe(kind, op);
            case "s2perm" -> new Stage2Oracle(scene).permission(kind, op);
            case "s2" -> new Stage2Oracle(scene).fault(kind, op);
            case "s2cfg" -> new Stage2Oracle(scene).configuration(kind, op);
            default -> throw new IllegalArgumentException(id);
        };
    }
}
