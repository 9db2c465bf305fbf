package splitvisor.benchmarks.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.benchmarks.reproduce.JmhResults.InvalidResultsException;

class JmhResultsTest {

    /// As JMH writes it, with what we do not read left out.
    private static String file(String benchmark, String host, String error) {
        return """
                [{"jmhVersion": "1.37", "benchmark": "splitvisor.benchmarks.jmh.%s", "mode": "thrpt",
                  "params": {"generation": "linux-6.1", "host": "%s", "profile": "gicv3-server", "gic": "3"},
                  "primaryMetric": {"score": 250000.5, "scoreError": %s, "scoreConfidence": ["NaN", "NaN"],
                                    "scorePercentiles": {"0.0": 1}, "scoreUnit": "ops/s", "rawData": [[1.0]]},
                  "secondaryMetrics": {"cycles": {"score": 3280.0, "scoreError": "NaN", "scoreUnit": "#"}}}]
                """.formatted(benchmark, host, error);
    }

    @Test
    void notANumberIsAccepted() throws Exception {
        JmhResults results = JmhResults.parse(file("OperationBenchmark.hyp_call", "vhe", "\"NaN\""));
        JmhResults.Result result = results.results().getFirst();
        assertEquals("hyp_call vhe linux-6.1", result.operation() + " " + result.host() + " " + result.generation());
        assertEquals(3280, result.cycles());
        assertTrue(Double.isNaN(result.error()));
        Map<String, String> files = JmhFiles.of(results, List.of());
        assertEquals("[jmh.html, jmh-cycles.svg, jmh-speed.svg, jmh.csv]", files.keySet().toString());
        assertTrue(files.get("jmh-cycles.svg").contains(">3,280<"));
        assertTrue(files.get("jmh.csv").contains("hyp_call,vhe,linux-6.1,3280,250000.5,NaN\n"), files.get("jmh.csv"));
    }

    @Test
    void anErrorIsShownRelativeToTheScore() throws Exception {
        JmhResults results = JmhResults.parse(file("OperationBenchmark.hyp_call", "vhe", "25000"));
        assertTrue(JmhFiles.of(results, List.of()).get("jmh-speed.svg").contains("±10%"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            not JSON            | not valid JSON at line 1, column 1
            {}                  | not a result file of JMH; write one with bench -rf json -rff FILE
            []                  | not a result file of JMH; write one with bench -rf json -rff FILE
            [{"benchmark": 3}]  | not a result file of JMH; write one with bench -rf json -rff FILE
            """)
    void whatIsNoResultFileIsRefused(String json, String message) {
        assertEquals(message, assertThrows(InvalidResultsException.class, () -> JmhResults.parse(json)).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            InterpreterBenchmark.instructions | no results of OperationBenchmark, but of \
            InterpreterBenchmark.instructions; make some with bench Operation
            OperationBenchmark.nap            | there is no operation 'nap'
            """)
    void resultsOfAnotherBenchmarkAreRefused(String benchmark, String message) {
        String json = file(benchmark, "vhe", "1");
        assertEquals(message, assertThrows(InvalidResultsException.class, () -> JmhResults.parse(json)).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "score"      | "scoure" | 'score' is missing or not a number
            250000.5     | "fast"   | 'score' is missing or not a number
            250000.5     | "NaN"    | 'score' is missing or not a number
            250000.5     | -1       | 'score' is -1; it must be more than 0, and at most 1e+15
            250000.5     | 0        | 'score' is 0; it must be more than 0, and at most 1e+15
            "host"       | "guest"  | no parameter 'host'; make the file anew with bench Operation
            "profile"    | "profil" | no parameter 'profile'; make the file anew with bench Operation
            "gicv3-server" | "vax"  | unknown profile 'vax'; there are: gicv3-server, arndale, hp-m400, amd-seattle
            "gic": "3"   | "gic": "4" | unknown gic '4'; there are: own, 3, 2
            "vhe"        | "xen"    | unknown host 'xen'; there are: split, vhe
            "vhe"        | 3        | no parameter 'host'; make the file anew with bench Operation
            linux-6.1    | linux-9  | unknown generation 'linux-9'; there are: linux-6.1, linux-4.0
            "ops/s"      | "us/op"  | the score is in 'us/op', not in 'ops/s'
            "scoreError" | "error"  | 'scoreError' is missing or not a number
            Error": 1    | Error": -1     | 'scoreError' is -1; it must be 0 or more, and at most 1e+15
            Error": 1    | Error": "+INF" | 'scoreError' is missing or not a number
            3280.0       | "NaN"    | 'cycles' is missing or not a number
            3280.0       | null     | 'cycles' is missing or not a number
            3280.0       | -5       | 'cycles' is -5; it must be more than 0, and at most 1e+15
            3280.0       | 0        | 'cycles' is 0; it must be more than 0, and at most 1e+15
            3280.0       | 1e300    | 'cycles' is 1.0E300; it must be more than 0, and at most 1e+15
            "cycles"     | "bytes"  | 'cycles' is missing or not a number
            """, quoteCharacter = '`')
    void aFieldThatIsMissingOrImpossibleIsNamed(String from, String to, String message) {
        String right = file("OperationBenchmark.hyp_call", "vhe", "1");
        String json = right.replaceFirst(Pattern.quote(from), to);
        assertNotEquals(right, json);
        assertEquals(
                "hyp_call: " + message,
                assertThrows(InvalidResultsException.class, () -> JmhResults.parse(json)).getMessage());
    }

    /// A result of the machine of ISCA 2016, in split mode.
    private static String m400(String operation, double cycles, String gic) {
        return file("OperationBenchmark." + operation, "split", "1")
                .strip()
                .replace("linux-6.1", "linux-4.0")
                .replace("gicv3-server", "hp-m400")
                .replace("\"gic\": \"3\"", "\"gic\": \"%s\"".formatted(gic))
                .replace("3280.0", Double.toString(cycles));
    }

    private static String together(String first, String second) {
        return first.substring(0, first.length() - 1) + "," + second.substring(1);
    }

    @Test
    void resultsOfAPapersMachineStandBesideThePublishedNumbers() throws Exception {
        JmhResults file = JmhResults.parse(together(m400("hyp_call", 6504, "2"), m400("vm_switch", 17118, "2")));
        List<Reproduction> papers = JmhFiles.papers(Paper.ALL, file);
        assertEquals(List.of("isca16"), papers.stream().map(p -> p.paper().id()).toList());
        Map<String, String> ours = new TreeMap<>();
        papers.getFirst().results().stream()
                .filter(r -> r.cell().column().equals("KVM ARM"))
                .forEach(r -> ours.put(r.cell().row(), r.ours() == null ? r.how() : r.mark() + " " + r.ours()));
        assertEquals("CALIBRATED 6504.00", ours.get("Hypercall"));
        assertEquals("PREDICTED 8559.00", ours.get("VM Switch"), "an iteration is there and back");
        assertEquals("not in the file: virtual_ipi", ours.get("Virtual IPI"));
        Map<String, String> files = JmhFiles.of(file, papers);
        assertTrue(files.get("jmh-isca16-table2.svg").contains(">8,559<"));
        assertTrue(files.get("jmh.html").contains("predicted -18%"));
        assertFalse(files.containsKey("jmh-isca16-table3.svg"), "parts of an operation are no benchmarks");
    }

    @Test
    void resultsOfAnotherMachineStandBesideNoPaper() throws Exception {
        assertEquals(List.of(), JmhFiles.papers(Paper.ALL, JmhResults.parse(m400("hyp_call", 6504, "3"))));
        String server = m400("hyp_call", 6504, "2").replace("hp-m400", "gicv3-server");
        assertEquals(List.of(), JmhFiles.papers(Paper.ALL, JmhResults.parse(server)));
    }

    @Test
    void resultsOfTwoMachinesAreRefused() {
        String two = together(m400("hyp_call", 6504, "2"), m400("vm_switch", 17118, "3"));
        assertEquals(
                "results of several machines (hp-m400, GICv2; hp-m400, GICv3); run bench with one profile and one GIC",
                assertThrows(InvalidResultsException.class, () -> JmhResults.parse(two)).getMessage());
    }

    @Test
    void bothHostsMakeARatio() throws Exception {
        String vhe = file("OperationBenchmark.hyp_call", "vhe", "1").strip().replace("3280.0", "1312");
        String both = together(vhe, file("OperationBenchmark.hyp_call", "split", "1").strip());
        assertTrue(JmhFiles.of(JmhResults.parse(both), List.of()).get("jmh-ratios.svg").contains(">2.50<"));
    }

    @Test
    void theSameResultTwiceIsRefusedAndAnotherHostsIsNot() throws Exception {
        String vhe = file("OperationBenchmark.hyp_call", "vhe", "1").strip();
        String split = file("OperationBenchmark.hyp_call", "split", "1").strip();
        String both = together(vhe, split);
        assertEquals(2, JmhResults.parse(both).results().size());
        String twice = together(both, vhe);
        assertEquals(
                "hyp_call, vhe, linux-6.1 is there twice; give one run's file",
                assertThrows(InvalidResultsException.class, () -> JmhResults.parse(twice)).getMessage());
    }
}
