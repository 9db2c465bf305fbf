package splitvisor.benchmarks.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
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
            "score"      | "scoure" | hyp_call: 'score' is missing or not a number
            250000.5     | "fast"   | hyp_call: 'score' is missing or not a number
            "host"       | "guest"  | hyp_call: no parameter 'host'
            "ops/s"      | "us/op"  | hyp_call: the score is in 'us/op', not in 'ops/s'
            """, quoteCharacter = '`')
    void aFieldThatIsMissingIsNamed(String from, String to, String message) {
        String json = file("OperationBenchmark.hyp_call", "vhe", "1").replaceFirst(from, to);
        assertEquals(message, assertThrows(InvalidResultsException.class, () -> JmhResults.parse(json)).getMessage());
    }
}
