package splitvisor.benchmarks.reproduce;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import splitvisor.benchmarks.host.Operation;
import splitvisor.benchmarks.reproduce.JmhResults.Result;
import splitvisor.benchmarks.svg.BarChart;

/// The figures of a JMH result file: simulated cycles, and the simulator's own speed.
public final class JmhFiles {

    private static final List<String> COLORS =
            List.of("#0072b2", "#e69f00", "#56b4e9", "#d55e00", "#009e73", "#cc79a7");

    private JmhFiles() {}

    /// The content of each file by its name.
    public static Map<String, String> of(JmhResults results) {
        Picture cycles = chart(
                results, "jmh-cycles", "Simulated cycles per operation", "cycles", Result::cycles, _ -> "");
        Picture speed = chart(
                results,
                "jmh-speed",
                "The simulator's speed: operations per second of wall time",
                "operations per second",
                Result::score,
                r -> Double.isNaN(r.error()) ? "" : "±%s".formatted(Numbers.percent(
                        BigDecimal.valueOf(r.error() / r.score())).substring(1)));
        StringBuilder csv = new StringBuilder(
                DataFiles.line("operation", "host", "generation", "cycles", "operationsPerSecond", "error"));
        for (Result r : results.results()) {
            csv.append(DataFiles.line(
                    r.operation(), r.host(), r.generation(), number(r.cycles()), number(r.score()), number(r.error())));
        }
        StringBuilder body = new StringBuilder("<h1>Results of the JMH benchmarks</h1>\n");
        for (Picture picture : List.of(cycles, speed)) {
            body.append("<figure>\n%s<figcaption>%s</figcaption>\n</figure>\n"
                    .formatted(picture.svg(), Page.escape(picture.caption())));
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put("jmh.html", Page.document("Results of the JMH benchmarks", body.toString()));
        files.put(cycles.name() + ".svg", cycles.svg());
        files.put(speed.name() + ".svg", speed.svg());
        files.put("jmh.csv", csv.toString());
        return files;
    }

    private static Picture chart(
            JmhResults results,
            String name,
            String title,
            String unit,
            ToDoubleFunction<Result> value,
            Function<Result, String> note) {
        Set<String> series = new LinkedHashSet<>();
        List<String> operations = new ArrayList<>(Operation.labels());
        results.results().forEach(result -> series.add(series(result)));
        operations.retainAll(results.results().stream().map(Result::operation).toList());
        List<BarChart.Group> groups = new ArrayList<>();
        for (String operation : operations) {
            List<BarChart.Bar> bars = series.stream()
                    .map(s -> results.results().stream()
                            .filter(r -> r.operation().equals(operation) && series(r).equals(s))
                            .findFirst()
                            .map(r -> new BarChart.Bar(value.applyAsDouble(r), note.apply(r)))
                            .orElse(new BarChart.Bar(null, "not measured")))
                    .toList();
            groups.add(new BarChart.Group(operation, bars));
        }
        List<String> colors = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            colors.add(COLORS.get(i % COLORS.size()));
        }
        BarChart chart = new BarChart(title, unit, List.copyOf(series), colors, groups);
        return new Picture(name, title + ".", chart.svg());
    }

    private static String series(Result result) {
        return result.host() + ", " + result.generation();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "NaN" : Numbers.plain(value);
    }
}
