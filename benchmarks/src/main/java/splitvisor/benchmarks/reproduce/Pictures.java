package splitvisor.benchmarks.reproduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import splitvisor.benchmarks.papers.Cell;
import splitvisor.benchmarks.papers.Column;
import splitvisor.benchmarks.papers.PublishedTable;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.benchmarks.papers.Result;
import splitvisor.benchmarks.papers.Row;
import splitvisor.benchmarks.report.Mark;
import splitvisor.benchmarks.svg.BarChart;
import splitvisor.benchmarks.svg.Ladder;
import splitvisor.benchmarks.svg.LineChart;
import splitvisor.benchmarks.svg.StackedBars;

/// The figures of a paper's page.
record Pictures(Reproduction reproduction, Hypercall split, Hypercall splitToday, Hypercall vhe) {

    private static final int CURVES = 6;
    private static final List<String> COLORS = List.of("#9a9a9a", "#0072b2", "#cccccc", "#e69f00");

    /// All figures, in the order of the page.
    List<Picture> all() {
        List<Picture> all = new ArrayList<>();
        for (PublishedTable table : reproduction.paper().tables()) {
            table(reproduction, table, name(table.id())).ifPresent(all::add);
        }
        all.add(breakdown());
        all.add(kinds());
        all.add(ladder());
        all.add(whatIf());
        return all;
    }

    private String name(String what) {
        return reproduction.paper().id() + "-" + what;
    }

    /// A table's columns about KVM on Arm, the published number beside ours. Tables of few cycles have no figure.
    static Optional<Picture> table(Reproduction reproduction, PublishedTable table, String name) {
        List<Column> columns = table.columns().stream().filter(c -> drawn(table, c)).toList();
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        List<String> series = new ArrayList<>();
        for (Column column : columns) {
            series.add(column.name() + ", published");
            series.add(column.name() + ", ours");
        }
        List<BarChart.Group> groups = new ArrayList<>();
        for (Row row : table.rows()) {
            List<BarChart.Bar> bars = new ArrayList<>();
            columns.forEach(column -> bars.addAll(bars(reproduction, table, row, column)));
            if (bars.stream().anyMatch(bar -> bar.value() != null)) {
                groups.add(new BarChart.Group(row.name(), bars));
            }
        }
        String title = "%s, %s".formatted(reproduction.paper().name(), table.title());
        BarChart chart = new BarChart(title, table.unit(), series, COLORS.subList(0, series.size()), groups);
        String caption = "Published and simulated, %s.".formatted(table.unit());
        return Optional.of(new Picture(name, caption, chart.svg()));
    }

    private static boolean drawn(PublishedTable table, Column column) {
        boolean modelled = column.host() != null || table.id().equals(Applications.TABLE);
        return modelled && (table.unit().equals("cycles") || table.id().equals(Applications.TABLE))
                && !column.name().endsWith(" UP");
    }

    private static List<BarChart.Bar> bars(
            Reproduction reproduction, PublishedTable table, Row row, Column column) {
        Optional<Cell> cell = table.at(row.name(), column.name());
        if (cell.isEmpty()) {
            return List.of(new BarChart.Bar(null, "not published"), new BarChart.Bar(null, ""));
        }
        Result result = reproduction.of(table, cell.get());
        BarChart.Bar published = new BarChart.Bar(cell.get().value().doubleValue(), "");
        BarChart.Bar ours = result.ours() == null
                ? new BarChart.Bar(null, Stream.of(Result.NOT_YET, Result.GIVEN_UP, JmhPaper.MISSING)
                        .filter(why -> result.how().startsWith(why))
                        .findFirst()
                        .orElse("not modelled"))
                : new BarChart.Bar(
                        result.ours().doubleValue(),
                        result.mark() == Mark.CALIBRATED ? "fitted" : Numbers.percent(result.error()));
        return List.of(published, ours);
    }

    /// Register classes, save and restore: as published where the paper has them, then ours in both hosts.
    private Picture breakdown() {
        List<String> classes = split.moved().stream().map(Hypercall.Moved::registers).toList();
        List<StackedBars.Bar> bars = new ArrayList<>();
        for (PublishedTable table : reproduction.paper().tables()) {
            if (table.columns().stream().anyMatch(c -> c.direction() != null)) {
                bars.add(new StackedBars.Bar("published, save", published(table, "Save", classes)));
                bars.add(new StackedBars.Bar("published, restore", published(table, "Restore", classes)));
                bars.add(new StackedBars.Bar("", List.of()));
            }
        }
        for (Hypercall hypercall : hosts()) {
            bars.add(new StackedBars.Bar(
                    hypercall.label() + ", save", hypercall.moved().stream().map(Hypercall.Moved::save).toList()));
            bars.add(new StackedBars.Bar(
                    hypercall.label() + ", restore",
                    hypercall.moved().stream().map(Hypercall.Moved::restore).toList()));
            bars.add(new StackedBars.Bar("", List.of()));
        }
        bars.removeLast();
        StackedBars chart = new StackedBars(
                "A hypercall's registers, saved and restored, on " + reproduction.profile().name(),
                "cycles per hypercall",
                classes,
                bars);
        return new Picture(name("breakdown"), "What EL2 saves and restores of each class of registers.", chart.svg());
    }

    private static List<Double> published(PublishedTable table, String column, List<String> rows) {
        return rows.stream().map(row -> table.at(row, column).orElseThrow().value().doubleValue()).toList();
    }

    /// The hypercalls shown: the papers' split mode, today's if that is another, VHE.
    private List<Hypercall> hosts() {
        return distinct(split, splitToday, vhe);
    }

    /// The three, or two when the first is today's.
    static List<Hypercall> distinct(Hypercall split, Hypercall splitToday, Hypercall vhe) {
        return split.label().equals(splitToday.label()) ? List.of(split, vhe) : List.of(split, splitToday, vhe);
    }

    private Picture kinds() {
        List<CostKind> kinds = Arrays.stream(CostKind.values())
                .filter(kind -> hosts().stream().anyMatch(h -> kind.cycles(h) > 0))
                .toList();
        List<StackedBars.Bar> bars = hosts().stream()
                .map(h -> new StackedBars.Bar(h.label(), kinds.stream().map(k -> k.cycles(h)).toList()))
                .toList();
        StackedBars chart = new StackedBars(
                "Where the cycles of a hypercall go, on " + reproduction.profile().name(),
                "cycles per hypercall",
                kinds.stream().map(CostKind::label).toList(),
                bars);
        return new Picture(name("kinds"), "The whole hypercall by kind of work.", chart.svg());
    }

    private Picture ladder() {
        List<Ladder.Rung> rungs = new ArrayList<>();
        rungs.add(new Ladder.Rung(split.label(), Optimisations.total(split), null));
        for (Optimisations.Rung rung : Optimisations.between(split, vhe)) {
            rungs.add(new Ladder.Rung(rung.name(), rung.left(), rung.taken()));
        }
        rungs.add(new Ladder.Rung(vhe.label(), Optimisations.total(vhe), null));
        Ladder ladder = new Ladder(
                "From split mode to VHE, one optimisation at a time, on " + reproduction.profile().name(),
                "cycles per hypercall",
                rungs);
        return new Picture(
                name("ladder"),
                "Both ends are measured; between them, the steps of one are exchanged for those of the other.",
                ladder.svg());
    }

    private Picture whatIf() {
        WhatIf whatIf = new WhatIf(split, vhe);
        List<LineChart.Curve> curves = whatIf.distinct().stream()
                .limit(CURVES)
                .map(costs -> new LineChart.Curve(
                        costs.stream().map(WhatIf::label).collect(Collectors.joining(" or ")),
                        whatIf.curve(costs.getFirst())))
                .toList();
        LineChart chart = new LineChart(
                "What if one cost were another, on " + reproduction.profile().name(),
                "factor on the cost named",
                "cycles of %s / cycles of %s".formatted(split.label(), vhe.label()),
                WhatIf.scales(),
                curves);
        return new Picture(
                name("what-if"), "The costs with the most influence; the CSV file has all.", chart.svg());
    }
}
