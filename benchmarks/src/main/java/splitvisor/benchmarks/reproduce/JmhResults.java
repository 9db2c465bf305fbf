package splitvisor.benchmarks.reproduce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import splitvisor.benchmarks.host.Operation;
import splitvisor.benchmarks.jmh.OperationBenchmark;

/// The results of [OperationBenchmark] in a file that JMH wrote (`splitvisor bench Operation -rf json`).
///
/// @param results in the order of the file
public record JmhResults(List<Result> results) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BENCHMARK = OperationBenchmark.class.getName() + ".";

    /// One benchmark with one set of parameters.
    ///
    /// @param score operations per second of wall time; not a number where JMH had none
    /// @param error half of the score's confidence interval; not a number for a single iteration
    /// @param cycles simulated cycles per operation
    public record Result(
            String operation, String host, String generation, double score, double error, double cycles) {}

    /// A file that holds no such results: one line.
    public static final class InvalidResultsException extends Exception {
        InvalidResultsException(String message) {
            super(message);
        }
    }

    /// Reads a file's content.
    public static JmhResults parse(String json) throws InvalidResultsException {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidResultsException("not valid JSON at line %d, column %d"
                    .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        }
        if (!root.isArray() || root.isEmpty() || !root.get(0).path("benchmark").isTextual()) {
            throw new InvalidResultsException("not a result file of JMH; write one with bench -rf json -rff FILE");
        }
        List<Result> results = new ArrayList<>();
        TreeSet<String> others = new TreeSet<>();
        for (JsonNode node : root) {
            String name = node.path("benchmark").asText();
            if (name.startsWith(BENCHMARK)) {
                results.add(result(name.substring(BENCHMARK.length()), node));
            } else {
                others.add(name.replaceFirst("^.*\\.([^.]+\\.[^.]+)$", "$1"));
            }
        }
        if (results.isEmpty()) {
            throw new InvalidResultsException(
                    "no results of OperationBenchmark, but of %s; make some with bench Operation"
                            .formatted(String.join(", ", others)));
        }
        return new JmhResults(List.copyOf(results));
    }

    private static Result result(String operation, JsonNode node) throws InvalidResultsException {
        if (!Operation.labels().contains(operation)) {
            throw new InvalidResultsException("there is no operation '%s'".formatted(operation));
        }
        JsonNode metric = node.path("primaryMetric");
        if (!metric.path("scoreUnit").asText().equals("ops/s")) {
            throw new InvalidResultsException("%s: the score is in '%s', not in 'ops/s'"
                    .formatted(operation, metric.path("scoreUnit").asText()));
        }
        return new Result(
                operation,
                text(operation, node, "host"),
                text(operation, node, "generation"),
                number(operation, metric, "score"),
                number(operation, metric, "scoreError"),
                number(operation, node.path("secondaryMetrics").path("cycles"), "score"));
    }

    private static String text(String operation, JsonNode node, String parameter) throws InvalidResultsException {
        JsonNode value = node.path("params").path(parameter);
        if (!value.isTextual()) {
            throw new InvalidResultsException("%s: no parameter '%s'".formatted(operation, parameter));
        }
        return value.textValue();
    }

    /// JMH writes what is not a number as the string "NaN".
    private static double number(String operation, JsonNode node, String field) throws InvalidResultsException {
        JsonNode value = node.path(field);
        if (value.isTextual() && value.textValue().equals("NaN")) {
            return Double.NaN;
        }
        if (!value.isNumber()) {
            throw new InvalidResultsException("%s: '%s' is missing or not a number".formatted(operation, field));
        }
        return value.doubleValue();
    }
}
