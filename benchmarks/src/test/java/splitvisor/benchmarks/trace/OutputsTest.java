package splitvisor.benchmarks.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import splitvisor.benchmarks.host.Operation;

class OutputsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private interface Output {
        void write(String title, List<Recording> recordings, Writer out) throws Exception;
    }

    private static List<Recording> both(Operation operation) throws Exception {
        return List.of(RecordingTest.record(operation, "split"), RecordingTest.record(operation, "vhe"));
    }

    private static String text(Output output, List<Recording> recordings) throws Exception {
        StringWriter out = new StringWriter();
        output.write("a title with </script> & \u2192", recordings, out);
        return out.toString();
    }

    @Test
    void twoRunsGiveTheSameBytes() throws Exception {
        List<Recording> one = both(Operation.VIRTUAL_IPI);
        List<Recording> other = both(Operation.VIRTUAL_IPI);
        assertEquals(text(TracePage::write, one), text(TracePage::write, other));
        assertEquals(text(ChromeTrace::write, one), text(ChromeTrace::write, other));
    }

    @Test
    void thePageNeedsNothingElse() throws Exception {
        String page = text(TracePage::write, both(Operation.HYP_CALL));
        assertFalse(page.contains("http"));
        assertFalse(page.contains("src="));
        assertFalse(page.contains("@import"));
        assertFalse(page.contains("url("));
        assertFalse(page.contains("{{"));
        assertEquals(2, page.split("</script>", -1).length - 1);
    }

    @Test
    void theDataOfThePageHasEveryStep() throws Exception {
        List<Recording> recordings = both(Operation.HYP_CALL);
        JsonNode data = JSON.readTree(text(PageData::write, recordings));
        assertEquals("a title with </script> & \u2192", data.get("title").textValue());
        for (int host = 0; host < 2; host++) {
            JsonNode rows = data.get("hosts").get(host).get("steps");
            List<Step> steps = recordings.get(host).steps();
            assertEquals(steps.size(), rows.size());
            for (int i = 0; i < rows.size(); i++) {
                JsonNode row = rows.get(i);
                assertEquals(steps.get(i).text(), data.get("texts").get(row.get(7).intValue()).textValue());
                assertEquals(data.get("columns").size() + 3 * steps.get(i).changes().size(), row.size());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void slicesOfAChromeThreadNest(Operation operation) throws Exception {
        JsonNode document = JSON.readTree(text(ChromeTrace::write, both(operation)));
        Map<String, List<BigDecimal[]>> threads = new HashMap<>();
        for (JsonNode event : document.get("traceEvents")) {
            if (event.get("ph").textValue().equals("X")) {
                BigDecimal begin = event.get("ts").decimalValue();
                threads.computeIfAbsent(event.get("pid") + "/" + event.get("tid"), _ -> new ArrayList<>())
                        .add(new BigDecimal[] {begin, begin.add(event.get("dur").decimalValue())});
            }
        }
        assertFalse(threads.isEmpty());
        threads.forEach((name, slices) -> assertNest(operation + " " + name, slices));
    }

    private static void assertNest(String name, List<BigDecimal[]> slices) {
        slices.sort(Comparator.<BigDecimal[], BigDecimal>comparing(s -> s[0])
                .thenComparing(s -> s[1], Comparator.reverseOrder()));
        Deque<BigDecimal[]> around = new ArrayDeque<>();
        for (BigDecimal[] slice : slices) {
            while (!around.isEmpty() && around.peek()[1].compareTo(slice[0]) <= 0) {
                around.pop();
            }
            assertTrue(around.isEmpty() || slice[1].compareTo(around.peek()[1]) <= 0, () -> name + " at " + slice[0]);
            around.push(slice);
        }
    }
}
