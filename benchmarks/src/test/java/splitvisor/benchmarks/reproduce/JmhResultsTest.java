package splitvisor.benchmarks.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import splitvisor.benchmarks.reproduce.JmhResults.InvalidResultsException;

class JmhResultsTest {

    /// As JMH writes it, with what we do not read left out.
    private static String file(String benchmark, String host, String error) {
        return """
                [{"jmhVersion": "1.37", "benchmark": "splitvisor.benchmarks.jmh.%s", "mode": "thrpt",
                  "params": {"generation": "linux-6.1", "host": "%s"},
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
        Map<String, String> files = JmhFiles.of(results);
        assertEquals("[jmh.html, jmh-cycles.svg, jmh-speed.svg, jmh.csv]", files.keySet().toString());
        assertTrue(files.get("jmh-cycles.svg").contains(">3,280<"));
        assertTrue(files.get("jmh.csv").contains("hyp_call,vhe,linux-6.1,3280,250000.5,NaN\n"), files.get("jmh.csv"));
    }

    @Test
    void anErrorIsShownRelativeToTheScore() throws Exception {
        JmhResults results = JmhResults.parse(file("OperationBenchmark.hyp_call", "vhe", "25000"));
        assertTrue(JmhFiles.of(results).get("jmh-speed.svg").contains("±10%"));
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
            "host"       | "guest"  | no parameter 'host'
            "vhe"        | "xen"    | unknown host 'xen'; there are: split, vhe
            "vhe"        | 3        | no parameter 'host'
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

    @Test
    void theSameResultTwiceIsRefusedAndAnotherHostsIsNot() throws Exception {
        String vhe = file("OperationBenchmark.hyp_call", "vhe", "1").strip();
        String split = file("OperationBenchmark.hyp_call", "split", "1").strip();
        String both = vhe.substring(0, vhe.length() - 1) + "," + split.substring(1);
        assertEquals(2, JmhResults.parse(both).results().size());
        String twice = both.substring(0, both.length() - 1) + "," + vhe.substring(1);
        assertEquals(
                "hyp_call, vhe, linux-6.1 is there twice; give one run's file",
                assertThrows(InvalidResultsException.class, () -> JmhResults.parse(twice)).getMessage());
    }
}
