package splitvisor.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("the locale is everybody's")
class ReportTest {

    private static String expected(String file) throws IOException {
        try (InputStream in = ReportTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void twoHostsStandBesideEachOther() throws IOException {
        assertEquals(expected("two-hosts.txt"), TextReport.of(Samples.report()));
    }

    @Test
    void oneHostNeedsNoRatioAndNoHostNames() throws IOException {
        assertEquals(expected("one-host.txt"), TextReport.of(Samples.ofOneHost()));
    }

    @Test
    void textIsAsciiWithinOneHundredAndTwentyColumnsWhateverTheLocale() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            String text = TextReport.of(Samples.report());
            assertEquals(expected("two-hosts.txt"), text);
            assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c <= '~'));
            assertTrue(text.lines().allMatch(line -> line.length() <= 120));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void jsonHasTheSameAsData() throws IOException {
        assertEquals(expected("two-hosts.json"), JsonReport.of(Samples.report(), "1.2.3"));
    }

    @Test
    void jsonFindsAFigureByOperationHostAndKey() throws IOException {
        JsonNode json = new ObjectMapper().readTree(JsonReport.of(Samples.report(), "1.2.3"));
        JsonNode call = json.get("operations").get(0);
        assertEquals("hyp_call", call.get("name").textValue());
        assertEquals(6413.25, call.at("/hosts/split/cycles").doubleValue());
        for (String key : List.of("el2Entries", "erets", "sysregReads", "sysregWrites", "isb", "dsb", "memoryPairs")) {
            assertTrue(call.at("/hosts/vhe/" + key).isIntegralNumber(), key);
        }
    }
}
