package splitvisor.benchmarks.reproduce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import splitvisor.benchmarks.host.Host;
import splitvisor.benchmarks.host.Operation;
import splitvisor.benchmarks.jmh.OperationBenchmark;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.highvisor.hyp.Generation;

/// The results of [OperationBenchmark] in a file that JMH wrote (`splitvisor bench Operation -rf json`).
///
/// @param profile the name of the cost profile of all of them
/// @param gic the version of the GIC of all of them
/// @param results in the order of the file
public record JmhResults(String profile, int gic, List<Result> results) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// No operation takes as many cycles, and no simulator does as many in a second.
    private static final double MOST = 1e15;

    private static final String BENCHMARK = OperationBenchmark.class.getName() + ".";

    /// One benchmark with one set of parameters.
    ///
    /// @param score operations per second of wall time
    /// @param error half of the score's confidence interval; not a number for two iterations or fewer, where JMH
    ///     writes the string "NaN"
    /// @param cycles simulated cycles per operation
    public record Result(
            String operation, String host, String generation, double score, double error, double cycles) {

        boolean isLike(Result other) {
            return operation.equals(other.operation) && host.equals(other.host) && generation.equals(other.generation);
        }
    }

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
        TreeSet<String> machines = new TreeSet<>();
        for (JsonNode node : root) {
            String name = node.path("benchmark").asText();
            if (name.startsWith(BENCHMARK)) {
                String operation = name.substring(BENCHMARK.length());
                results.add(result(operation, node));
                machines.add(machine(operation, node));
                onlyOnce(results);
            } else {
                others.add(name.replaceFirst("^.*\\.([^.]+\\.[^.]+)$", "$1"));
            }
        }
        if (results.isEmpty()) {
            throw new InvalidResultsException(
                    "no results of OperationBenchmark, but of %s; make some with bench Operation"
                            .formatted(String.join(", ", others)));
        }
        if (machines.size() > 1) {
            throw new InvalidResultsException(
                    "results of several machines (%s); run bench with one profile and one GIC"
                            .formatted(String.join("; ", machines)));
        }
        String[] machine = machines.getFirst().split(", GICv");
        return new JmhResults(machine[0], Integer.parseInt(machine[1]), List.copyOf(results));
    }

    private static String machine(String operation, JsonNode node) throws InvalidResultsException {
        String profile = parameter(operation, node, "profile", CostProfile.BUILT_IN);
        String gic = parameter(operation, node, "gic", OperationBenchmark.gics());
        boolean own = gic.equals(OperationBenchmark.OWN_GIC);
        return "%s, GICv%s".formatted(profile, own ? CostProfile.builtIn(profile).gic() : gic);
    }

    /// Whether the last result is the first of its kind: of two, a figure could show only one.
    private static void onlyOnce(List<Result> results) throws InvalidResultsException {
        Result last = results.getLast();
        if (results.stream().filter(last::isLike).count() > 1) {
            throw new InvalidResultsException("%s, %s, %s is there twice; give one run's file"
                    .formatted(last.operation, last.host, last.generation));
        }
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
        JsonNode error = metric.path("scoreError");
        JsonNode cycles = node.path("secondaryMetrics").path("cycles").path("score");
        return new Result(
                operation,
                parameter(operation, node, "host", Host.names()),
                parameter(operation, node, "generation", Generation.labels()),
                number(operation, metric.path("score"), "score", Double.MIN_VALUE),
                error.isTextual() && error.textValue().equals("NaN")
                        ? Double.NaN
                        : number(operation, error, "scoreError", 0),
                number(operation, cycles, "cycles", Double.MIN_VALUE));
    }

    private static String parameter(String operation, JsonNode node, String parameter, List<String> known)
            throws InvalidResultsException {
        JsonNode value = node.path("params").path(parameter);
        if (!value.isTextual()) {
            throw new InvalidResultsException(
                    "%s: no parameter '%s'; make the file anew with bench Operation".formatted(operation, parameter));
        }
        if (!known.contains(value.textValue())) {
            throw new InvalidResultsException("%s: unknown %s '%s'; there are: %s"
                    .formatted(operation, parameter, value.textValue(), String.join(", ", known)));
        }
        return value.textValue();
    }

    private static double number(String operation, JsonNode value, String what, double least)
            throws InvalidResultsException {
        if (!value.isNumber()) {
            throw new InvalidResultsException("%s: '%s' is missing or not a number".formatted(operation, what));
        }
        double number = value.doubleValue();
        if (number < least || number > MOST) {
            throw new InvalidResultsException("%s: '%s' is %s; it must be %s, and at most %.0e".formatted(
                    operation, what, value, least == 0 ? "0 or more" : "more than 0", MOST));
        }
        return number;
    }
}
