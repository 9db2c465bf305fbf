package splitvisor.benchmarks.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import splitvisor.benchmarks.host.Operation;

/// The page in a browser: what it shows is what the machine had, forward and back, and nothing complains.
@Tag("browser")
class BrowserTest {

    @TempDir
    private Path directory;

    private Chromium browser;

    @BeforeEach
    void start() throws Exception {
        browser = new Chromium();
    }

    @AfterEach
    void stop() throws Exception {
        if (browser == null) {
            return; // it did not start, which has been said
        }
        List<String> complaints = browser.complaints();
        browser.close();
        assertEquals(List.of(), complaints);
    }

    private void open(String title, Recording... recordings) throws Exception {
        Path page = directory.resolve("page.html");
        try (Writer out = Files.newBufferedWriter(page)) {
            TracePage.write(title, List.of(recordings), out);
        }
        browser.open(page);
        assertEquals(title, browser.evaluate("document.title").textValue());
    }

    /// Compares all registers that the page has of a host with the model's, in Java.
    private void assertState(int host, MachineState model) throws Exception {
        JsonNode shown = browser.evaluate("""
                Object.fromEntries([...hosts[%d].state].map(([k, v]) =>
                    [Math.floor(k / 4096) + '/' + trace.registers[k %% 4096], trace.values[v]]))""".formatted(host));
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : shown.properties()) {
            String[] name = entry.getKey().split("/");
            found.put(entry.getKey(), entry.getValue().textValue());
            expected.put(entry.getKey(),
                    Long.toHexString(model.get(Integer.parseInt(name[0]), number(name[1]))));
        }
        assertTrue(found.size() > 30, () -> "only " + found.size());
        assertEquals(expected, found, () -> "after step " + model.position());
        assertEquals(model.position(), browser.evaluate("hosts[%d].position".formatted(host)).intValue());
    }

    private static int number(String register) {
        for (int i = 0; i < Registers.COUNT; i++) {
            if (Registers.name(i).equals(register)) {
                return i;
            }
        }
        throw new AssertionError(register);
    }

    private static void move(MachineState state, int position) {
        while (state.position() < position) {
            state.forward();
        }
        while (state.position() > position) {
            state.back();
        }
    }

    @Test
    void keysStepThroughAHypercallOfBothHostsForwardAndBack() throws Exception {
        Recording split = RecordingTest.record(Operation.HYP_CALL, "split");
        Recording vhe = RecordingTest.record(Operation.HYP_CALL, "vhe");
        open("hyp_call: split and vhe", split, vhe);
        MachineState[] models = {new MachineState(split), new MachineState(vhe)};
        for (int host = 0; host < 2; host++) {
            for (int i = 0; i < 90; i++) {
                browser.press("ArrowRight", false);
                models[host].forward();
            }
            assertState(host, models[host]);
            for (int i = 0; i < 35; i++) {
                browser.press("ArrowLeft", false);
                models[host].back();
            }
            assertState(host, models[host]);
            browser.press("End", false);
            move(models[host], host == 0 ? split.steps().size() : vhe.steps().size());
            assertState(host, models[host]);
            browser.press("Home", false);
            move(models[host], 0);
            assertState(host, models[host]);
            browser.press("ArrowDown", false);
        }
        screenshot("hyp_call");
    }

    @Test
    void aStepShowsOldAndNewValueNamesAndTheTrapBit() throws Exception {
        open("id_register", RecordingTest.record(Operation.ID_REGISTER, "split"),
                RecordingTest.record(Operation.ID_REGISTER, "vhe"));
        browser.press("ArrowRight", true);
        String shown = browser.evaluate("document.getElementById('step').innerText").textValue();
        assertTrue(shown.contains("SYS64: EL1 to EL2"), shown);
        assertTrue(shown.contains("HCR_EL2.TID3"), shown);
        assertTrue(shown.contains("AArch64.SystemAccessTrap"), shown);
        browser.evaluate("go(hosts[0].steps.findIndex(s => label(trace, s) === 'msr HCR_EL2') + 1)");
        shown = browser.evaluate("document.getElementById('step').innerText").textValue();
        assertTrue(shown.contains("0x38847c663f \u2192 0x80000000"), shown);
        assertTrue(shown.contains("\u2212TWI") && shown.contains("\u2212VM"), shown);
        assertTrue(shown.contains("__deactivate_traps()"), shown);
        browser.press("ArrowDown", false);
        browser.evaluate("go(hosts[1].steps.findIndex(s => label(trace, s).includes('\u2192')) + 1)");
        shown = browser.evaluate("document.getElementById('step').innerText").textValue();
        assertTrue(shown.contains("E2H = 1"), shown);
    }

    @Test
    void totalsAreThoseOfTheWholeOrOfASpan() throws Exception {
        open("hyp_call", RecordingTest.record(Operation.HYP_CALL, "split"),
                RecordingTest.record(Operation.HYP_CALL, "vhe"));
        String totals = "document.querySelector('#totals tr.sum').innerText.trim().split(/\\s+/).join(' ')";
        assertEquals("Together 3,285 1,583", browser.evaluate(totals).textValue());
        browser.drag(400, 130, 600);
        JsonNode span = browser.evaluate("hosts[0].span");
        double cycles = span.get(1).doubleValue() - span.get(0).doubleValue();
        JsonNode all = browser.evaluate("[hosts[0].totals().all, hosts[0].totals().plain, "
                + "[...hosts[0].totals().rows.values()].reduce((sum, row) => sum + row.cycles, 0)]");
        assertEquals(cycles, all.get(0).doubleValue(), 0.01);
        assertEquals(cycles, all.get(1).doubleValue() + all.get(2).doubleValue(), 0.01);
        assertTrue(cycles > 100_000 && cycles < 200_000, span::toString);
        browser.press("Escape", false);
        assertEquals("Together 3,285 1,583", browser.evaluate(totals).textValue());
    }

    @Test
    void aHundredThousandStepsCanBeWalkedThrough() throws Exception {
        Recording recording = RecordingTest.stretch("split", 0, 100_000);
        assertEquals(100_000, recording.steps().size());
        open("100,000 steps", recording);
        MachineState model = new MachineState(recording);
        Random random = new Random(3);
        for (int round = 0; round < 12; round++) {
            int target = random.nextInt(100_001);
            browser.evaluate("go(%d)".formatted(target));
            move(model, target);
            assertState(0, model);
        }
        browser.press("End", false);
        browser.press("ArrowLeft", false);
        browser.press("ArrowLeft", true);
        int trap = browser.evaluate("hosts[0].position").intValue();
        assertEquals(Kind.EXCEPTION, recording.steps().get(trap - 1).kind());
        move(model, trap);
        assertState(0, model);
        for (int i = 0; i < 12; i++) {
            browser.press("+", false);
        }
        screenshot("100000");
        int boxes = browser.evaluate("""
                (() => { const draw = CanvasRenderingContext2D.prototype.fillRect; let count = 0;
                CanvasRenderingContext2D.prototype.fillRect = function(...box) { count++; draw.apply(this, box); };
                fit();
                timelines.forEach(t => t.draw());
                CanvasRenderingContext2D.prototype.fillRect = draw;
                return count; })()""").intValue();
        assertTrue(boxes > 1_000 && boxes < 20_000, boxes + " boxes for 100,000 steps");
    }

    /// Kept where `SPLITVISOR_SCREENSHOTS` says, to be looked at.
    private void screenshot(String name) throws Exception {
        byte[] picture = browser.screenshot();
        assertTrue(picture.length > 10_000);
        String folder = System.getenv("SPLITVISOR_SCREENSHOTS");
        if (folder != null) {
            try {
                Files.write(Path.of(folder, name + ".png"), picture);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
