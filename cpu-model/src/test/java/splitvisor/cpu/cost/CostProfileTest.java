package splitvisor.cpu.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import splitvisor.cpu.cost.CostProfile.InvalidProfileException;

class CostProfileTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static String builtIn() {
        try (InputStream in = CostProfile.class.getResourceAsStream("profiles/gicv3-server.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String refusal(String json) {
        return assertThrows(InvalidProfileException.class, () -> CostProfile.parse(json)).getMessage();
    }

    @Test
    void everyBuiltInProfileIsValidAndHasTheNameOfItsFile() {
        for (String name : CostProfile.BUILT_IN) {
            assertEquals(name, CostProfile.builtIn(name).name());
        }
    }

    @Test
    void costsAreInTheOrderOfTheLedger() throws Exception {
        CostProfile profile = CostProfile.builtIn("gicv3-server");
        var root = JSON.readTree(builtIn());
        Counts none = new Ledger(profile).snapshot();
        for (Event event : Event.values()) {
            Ledger ledger = new Ledger(profile);
            ledger.count(event);
            long cycles = root.at("/events/" + event.key() + "/cycles").longValue();
            assertEquals(100 * cycles, ledger.snapshot().since(none).centicycles(), event.key());
        }
        for (CostGroup group : CostGroup.values()) {
            Ledger ledger = new Ledger(profile);
            ledger.sysRegRead(group.ordinal());
            assertEquals(100 * root.at("/sysregRead/" + group + "/cycles").longValue(), ledger.centicycles());
            ledger = new Ledger(profile);
            ledger.sysRegWrite(group.ordinal());
            assertEquals(100 * root.at("/sysregWrite/" + group + "/cycles").longValue(), ledger.centicycles());
        }
    }

    @Test
    void keysNameTheCostsInTheSameOrder() throws Exception {
        CostProfile profile = CostProfile.builtIn("gicv3-server");
        var root = JSON.readTree(builtIn());
        for (int i = 0; i < CostProfile.keys().size(); i++) {
            long cycles = root.at("/" + CostProfile.keys().get(i).replace('.', '/') + "/cycles").longValue();
            assertEquals(100 * cycles, profile.centicycles().get(i), CostProfile.keys().get(i));
        }
        assertEquals(CostProfile.keys().size(), profile.centicycles().size());
    }

    @Test
    void cyclesAreTimesCostSummedOverPerCost() {
        CostProfile profile = CostProfile.builtIn("gicv3-server");
        Ledger ledger = new Ledger(profile);
        ledger.enter(World.HYP_EL2);
        ledger.instructions(7);
        ledger.count(Event.ERET);
        ledger.sysRegRead(CostGroup.VGIC.ordinal());
        ledger.enter(World.GUEST_EL1);
        ledger.sysRegWrite(CostGroup.TIMER.ordinal());
        long[] times = ledger.snapshot().perCost(World.values());
        long sum = 0;
        for (int i = 0; i < times.length; i++) {
            sum += times[i] * profile.centicycles().get(i);
        }
        assertEquals(ledger.centicycles(), sum);
        assertEquals(0, ledger.snapshot().perCost(World.HYP_EL2)[CostProfile.keys().indexOf("sysregWrite.TIMER")]);
    }

    @Test
    void provenanceIsCounted() {
        int costs = Event.values().length + 2 * CostGroup.values().length;
        assertEquals(Map.of("assumed", costs), CostProfile.builtIn("gicv3-server").provenance());
    }

    @Test
    void hundredthsOfACycleAreKept() throws Exception {
        CostProfile profile = CostProfile.parse(with(root -> event(root, "instruction").put("cycles", 0.57)));
        assertEquals(57L, profile.centicycles().get(Event.INSTRUCTION.ordinal()));
    }

    private static ObjectNode event(ObjectNode root, String key) {
        return root.withObject("/events/" + key);
    }

    private static String with(Consumer<ObjectNode> change) {
        try {
            ObjectNode root = (ObjectNode) JSON.readTree(builtIn());
            change.accept(root);
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Arguments refused(String message, Consumer<ObjectNode> change) {
        return Arguments.of(message, with(change));
    }

    private static final String NAME = "'name' must be at most 64 characters, none of them a control character";

    static Stream<Arguments> refusedProfiles() {
        return Stream.of(
                refused("'name' is missing or not a text", r -> r.remove("name")),
                refused(NAME, r -> r.put("name", "two\nlines")),
                refused(NAME, r -> r.put("name", "bell\u0007")),
                refused(NAME, r -> r.put("name", "x".repeat(65))),
                refused("'description' is missing or not a text", r -> r.put("description", " ")),
                refused("'coreHz' is missing or not a whole number", r -> r.put("coreHz", 1.5)),
                refused("'coreHz' is 0; it must be from 1 to 10000000000", r -> r.put("coreHz", 0)),
                refused("'counterHz' is missing or not a whole number", r -> r.putNull("counterHz")),
                refused(
                        "'counterHz' is 4294967296; it must be from 1 to 4294967295",
                        r -> r.put("counterHz", 1L << 32)),
                refused("'gic' is missing; use 2 or 3", r -> r.remove("gic")),
                refused("'gic' is 4; use 2 or 3", r -> r.put("gic", 4)),
                refused("'gic' is \"3\"; use 2 or 3", r -> r.put("gic", "3")),
                refused("'calibratedOn' is missing or not a list", r -> r.remove("calibratedOn")),
                refused("'calibratedOn' holds 3, which is not a text", r -> r.putArray("calibratedOn").add(3)),
                refused(
                        "no cost is calibrated, but 'calibratedOn' is not empty",
                        r -> r.putArray("calibratedOn").add("a cell")),
                refused(
                        "costs are calibrated, but 'calibratedOn' is empty",
                        r -> event(r, "isb").put("provenance", "calibrated")),
                refused("unknown field 'colour'", r -> r.put("colour", "red")));
    }

    static Stream<Arguments> refusedCosts() {
        return Stream.of(
                refused("'events' is missing or not an object", r -> r.remove("events")),
                refused("'sysregRead' is missing or not an object", r -> r.putArray("sysregRead")),
                refused("'events.eret' is missing or not an object", r -> r.withObject("/events").remove("eret")),
                refused(
                        "'sysregWrite.VGIC' is missing or not an object",
                        r -> r.withObject("/sysregWrite").remove("VGIC")),
                refused("unknown field 'events.nap'", r -> event(r, "nap").put("cycles", 1)),
                refused("unknown field 'events.eret.unit'", r -> event(r, "eret").put("unit", "ns")),
                refused("'events.eret.cycles' is missing or not a number", r -> event(r, "eret").put("cycles", "9")),
                refused(
                        "'events.eret.cycles' is -1; it must be from 0 to 1000000",
                        r -> event(r, "eret").put("cycles", -1)),
                refused(
                        "'events.eret.cycles' is 1000001; it must be from 0 to 1000000",
                        r -> event(r, "eret").put("cycles", 1_000_001)),
                refused(
                        "'events.eret.cycles' is 1.125; at most two decimals are kept",
                        r -> event(r, "eret").put("cycles", 1.125)),
                refused(
                        "'events.instruction.cycles' is 0; time would stand still",
                        r -> event(r, "instruction").put("cycles", 0)),
                refused(
                        "'events.isb.provenance' is 'guessed'; use one of [assumed, calibrated, measured, quoted]",
                        r -> event(r, "isb").put("provenance", "guessed")),
                refused("'events.isb.source' is missing or not a text", r -> event(r, "isb").remove("source")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"refusedProfiles", "refusedCosts"})
    void anInvalidProfileIsRefusedByName(String message, String json) {
        assertEquals(message, refusal(json));
    }

    @Test
    void aSyntaxErrorHasItsLineAndColumn() {
        assertEquals(
                "not valid JSON at line 2, column 3: Unexpected character ('n' (code 110)):"
                        + " was expecting double-quote to start field name",
                refusal("{\n  name: 1}"));
    }

    @Test
    void whatIsNoNumberInJsonIsASyntaxErrorWithoutAdviceToProgrammers() {
        assertEquals(
                "not valid JSON at line 1, column 15: Non-standard token 'NaN'", refusal("{\"coreHz\": NaN}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "3", "null"})
    void whatIsNoObjectIsRefused(String json) {
        assertEquals("the profile is not a JSON object", refusal(json));
    }

    @Test
    void textAfterTheProfileIsRefused() {
        assertEquals(0, refusal(builtIn() + "{}").indexOf("not valid JSON at line "));
    }

    @Test
    void aFieldGivenTwiceIsRefused() {
        assertEquals(
                "not valid JSON at line 1, column 21: Duplicate field 'name'",
                refusal("{\"name\": \"a\", \"name\": \"b\"}"));
    }
}
