package splitvisor.benchmarks.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.cpu.cost.CostProfile;

/// The what-if curve is arithmetic; the machine, run with the other cost, must agree.
class WhatIfTest {

    private static final CostProfile SERVER = CostProfile.builtIn("gicv3-server");

    private static WhatIf on(CostProfile profile) throws Exception {
        return corners(profile).ratios().get(1);
    }

    private static Corners corners(CostProfile profile) throws Exception {
        return Corners.of(new Laboratory(profile, _ -> {}), profile, 2);
    }

    private static CostProfile times(String key, int factor) throws Exception {
        Path file = Path.of("../cpu-model/src/main/resources/splitvisor/cpu/cost/profiles/gicv3-server.json");
        ObjectNode root = (ObjectNode) new ObjectMapper().readTree(Files.readString(file));
        ObjectNode entry = (ObjectNode) root.at("/" + key.replace('.', '/'));
        entry.put("cycles", entry.get("cycles").intValue() * factor);
        return CostProfile.parse(root.toString());
    }

    @Test
    void theCurveIsWhatTheMachineDoesWithThatCost() throws Exception {
        WhatIf whatIf = on(SERVER);
        for (String key : List.of("sysregWrite.EL1_SYSTEM", "events.exceptionToEl2", "events.instruction")) {
            int cost = CostProfile.keys().indexOf(key);
            assertEquals(on(times(key, 3)).ratio(cost, 1), whatIf.ratio(cost, 3), 1e-9, key);
        }
    }

    /// Loads and stores of pairs are as many, and one parameter of that machine: one curve, which names both.
    @Test
    void costsWhoseCurvesCoincideShareOne() throws Exception {
        WhatIf whatIf = corners(CostProfile.builtIn("hp-m400")).ratios().getFirst();
        List<Integer> pairs =
                Stream.of("events.loadPairGp", "events.storePairGp").map(CostProfile.keys()::indexOf).toList();
        assertEquals(
                whatIf.curve(pairs.getFirst(), WhatIf.scales()), whatIf.curve(pairs.getLast(), WhatIf.scales()));
        assertTrue(whatIf.distinct().contains(pairs), whatIf.distinct().toString());
        assertEquals(
                Set.copyOf(whatIf.costs()),
                whatIf.distinct().stream().flatMap(List::stream).collect(Collectors.toSet()));
    }

    @Test
    void atFactorOneEveryCurveMeetsTheMeasuredRatio() throws Exception {
        WhatIf whatIf = on(SERVER);
        double ratio = whatIf.slow().cycles() / whatIf.fast().cycles();
        assertTrue(whatIf.costs().size() > 15);
        whatIf.costs().forEach(cost -> assertEquals(ratio, whatIf.ratio(cost, 1), 1e-12));
        assertEquals(0.0, WhatIf.scales().getFirst());
        assertEquals(4.0, WhatIf.scales().getLast());
    }
}
