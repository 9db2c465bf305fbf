package splitvisor.benchmarks.reproduce;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import splitvisor.benchmarks.host.Operation;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.PublishedTable;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.benchmarks.reproduce.JmhResults.Result;
import splitvisor.benchmarks.svg.BarChart;
import splitvisor.cpu.cost.CostProfile;

/// The figures of a JMH result file: what it has of the papers' tables, simulated cycles, the simulator's own speed.
public final class JmhFiles {

    /// Enough for every host of every generation.
    private static final List<String> COLORS =
            List.of("#0072b2", "#e69f00", "#56b4e9", "#d55e00", "#009e73", "#cc79a7");

    /// What one bar shows.
    private record Value(String operation, String series, double value, String note) {}

    private JmhFiles() {}

    /// The content of each file by its name: what the file's own benchmarks took, and beside the published numbers what
    /// it has of those of some papers. Which of them it has any of: [#papers].
    public static Map<String, String> of(JmhResults results, List<Reproduction> papers) {
        StringBuilder body = new StringBuilder("<h1>Results of the JMH benchmarks</h1>\n");
        body.append("<p>Cost profile <code>%s</code>, GICv%d. Cycles are simulated and exact.</p>\n"
                .formatted(Page.escape(results.profile()), results.gic()));
        CostProfile.builtIn(results.profile()).caveat(results.gic())
                .ifPresent(line -> body.append("<p>%s.</p>\n".formatted(Page.escape(line))));
        Map<String, String> files = new LinkedHashMap<>();
        files.put("jmh.html", "");
        for (Reproduction paper : papers) {
            for (PublishedTable table : paper.paper().tables()) {
                if (paper.results().stream().anyMatch(r -> r.table().equals(table) && r.ours() != null)) {
                    body.append("<h2>%s, %s</h2>\n"
                            .formatted(Page.escape(paper.paper().name()), Page.escape(table.title())));
                    String name = "jmh-%s-%s".formatted(paper.paper().id(), table.id());
                    Pictures.table(paper, table, name).ifPresent(picture -> add(picture, body, files));
                    body.append(Page.table(paper, table));
                }
            }
        }
        body.append("<h2>All operations</h2>\n");
        charts(results).forEach(picture -> add(picture, body, files));
        body.append(papers.isEmpty() ? "" : Page.legend());
        files.put("jmh.html", Page.document("Results of the JMH benchmarks", body.toString()));
        files.put("jmh.csv", csv(results));
        return files;
    }

    /// Those of some papers that the file has numbers for.
    public static List<Reproduction> papers(List<String> ids, JmhResults results) {
        return ids.stream().flatMap(id -> JmhPaper.of(Paper.of(id), results).stream()).toList();
    }

    private static void add(Picture picture, StringBuilder body, Map<String, String> files) {
        body.append("<figure>\n%s<figcaption>%s</figcaption>\n</figure>\n"
                .formatted(picture.svg(), Page.escape(picture.caption())));
        files.put(picture.name() + ".svg", picture.svg());
    }

    private static List<Picture> charts(JmhResults results) {
        List<Value> cycles = new ArrayList<>();
        List<Value> speed = new ArrayList<>();
        for (Result r : results.results()) {
            String error = Double.isNaN(r.error())
                    ? ""
                    : "±" + Numbers.percent(BigDecimal.valueOf(r.error() / r.score())).substring(1);
            cycles.add(new Value(r.operation(), r.host() + ", " + r.generation(), r.cycles(), ""));
            speed.add(new Value(r.operation(), r.host() + ", " + r.generation(), r.score(), error));
        }
        return Stream.of(
                        chart("jmh-cycles", "Simulated cycles per operation", "cycles", cycles),
                        chart("jmh-ratios", "Simulated cycles, split over VHE", "ratio", ratios(results)),
                        chart(
                                "jmh-speed",
                                "The simulator's speed: operations per second of wall time",
                                "operations per second",
                                speed))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Where the file has both hosts.
    private static List<Value> ratios(JmhResults results) {
        List<Value> ratios = new ArrayList<>();
        for (Result split : results.results()) {
            results.results().stream()
                    .filter(vhe -> split.host().equals("split") && vhe.host().equals("vhe"))
                    .filter(vhe -> vhe.operation().equals(split.operation()))
                    .filter(vhe -> vhe.generation().equals(split.generation()))
                    .map(vhe -> new Value(split.operation(), split.generation(), split.cycles() / vhe.cycles(), ""))
                    .forEach(ratios::add);
        }
        return ratios;
    }

    private static String csv(JmhResults results) {
        StringBuilder csv = new StringBuilder(
                DataFiles.line("operation", "host", "generation", "cycles", "operationsPerSecond", "error"));
        for (Result r : results.results()) {
            csv.append(DataFiles.line(
                    r.operation(), r.host(), r.generation(), number(r.cycles()), number(r.score()), number(r.error())));
        }
        return csv.toString();
    }

    /// Groups of bars, one group per operation; none without values.
    private static Optional<Picture> chart(String name, String title, String unit, List<Value> values) {
        List<String> series = values.stream().map(Value::series).distinct().toList();
        List<String> operations = new ArrayList<>(Operation.labels());
        operations.retainAll(values.stream().map(Value::operation).toList());
        List<BarChart.Group> groups = new ArrayList<>();
        for (String operation : operations) {
            List<BarChart.Bar> bars = series.stream()
                    .map(s -> values.stream()
                            .filter(v -> v.operation.equals(operation) && v.series.equals(s))
                            .findFirst()
                            .map(v -> new BarChart.Bar(v.value, v.note))
                            .orElse(new BarChart.Bar(null, "not measured")))
                    .toList();
            groups.add(new BarChart.Group(operation, bars));
        }
        BarChart chart = new BarChart(title, unit, series, COLORS.subList(0, series.size()), groups);
        return groups.isEmpty() ? Optional.empty() : Optional.of(new Picture(name, title + ".", chart.svg()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "NaN" : Numbers.plain(value);
    }
}
