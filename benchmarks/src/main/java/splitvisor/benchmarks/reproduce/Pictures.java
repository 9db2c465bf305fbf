package splitvisor.benchmarks.reproduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import splitvisor.benchmarks.papers.Cell;
import splitvisor.benchmarks.papers.Column;
import splitvisor.benchmarks.papers.Part;
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
record Pictures(Reproduction reproduction, Corners corners) {

    private static final int CURVES = 6;
    private static final int LONGEST_WHY = 44;
    private static final int LONGEST_NAME = 24;
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
        List<WhatIf> ratios = corners.ratios();
        all.add(whatIf("what-if", ratios.getFirst()));
        all.add(whatIf("what-if-vhe", ratios.get(1)));
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
                ? new BarChart.Bar(null, why(result.how()))
                : new BarChart.Bar(
                        result.ours().doubleValue(),
                        result.mark() == Mark.CALIBRATED ? "fitted" : Numbers.percent(result.error()));
        return List.of(published, ours);
    }

    /// Why there is no bar, in few words.
    private static String why(String how) {
        return Stream.of(Result.NOT_YET, Result.GIVEN_UP, JmhPaper.MISSING)
                .filter(how::startsWith)
                .findFirst()
                .orElse(clipped(how, LONGEST_WHY));
    }

    private static String clipped(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "\u2026";
    }

    /// Register classes, save and restore: as published where the paper has them, then ours in both hosts.
    private Picture breakdown() {
        List<String> classes = corners.then().split().moved().stream().map(Hypercall.Moved::registers).toList();
        List<StackedBars.Bar> bars = new ArrayList<>();
        for (PublishedTable table : reproduction.paper().tables()) {
            if (table.columns().stream().anyMatch(c -> c.direction() != null)) {
                bars.add(new StackedBars.Bar("published, save", published(table, "Save", classes)));
                bars.add(new StackedBars.Bar("published, restore", published(table, "Restore", classes)));
                bars.add(new StackedBars.Bar("", List.of()));
            }
        }
        for (Hypercall hypercall : corners.all()) {
            bars.add(new StackedBars.Bar(
                    hypercall.label() + ", save", hypercall.moved().stream().map(Hypercall.Moved::save).toList()));
            bars.add(new StackedBars.Bar(
                    hypercall.label() + ", restore",
                    hypercall.moved().stream().map(Hypercall.Moved::restore).toList()));
            bars.add(new StackedBars.Bar("", List.of()));
        }
        bars.removeLast();
        StackedBars chart = new StackedBars(
                titled("A hypercall's registers, saved and restored"),
                "cycles per hypercall",
                classes,
                bars);
        Hypercall first = corners.then().split();
        String caption = "What EL2 saves and restores of each class of registers. As in ISCA 2016, Table III, FP"
                + " control is counted with FP, and thread pointers with EL1; others are debug, syndrome and the GIC's"
                + " CPU interface. Of %s it is %,d of %,d cycles: the rest is exceptions, barriers and code."
                        .formatted(first.label(), Math.round(first.movedCycles()), Math.round(first.cycles()));
        return new Picture(name("breakdown"), caption, chart.svg());
    }

    private static List<Double> published(PublishedTable table, String column, List<String> rows) {
        return rows.stream()
                .map(row -> row.equals(Part.OTHERS)
                        ? 0
                        : table.at(row, column).orElseThrow().value().doubleValue())
                .toList();
    }

    private Picture kinds() {
        List<CostKind> kinds = Arrays.stream(CostKind.values())
                .filter(kind -> corners.all().stream().anyMatch(h -> kind.cycles(h) > 0))
                .toList();
        List<StackedBars.Bar> bars = corners.all().stream()
                .map(h -> new StackedBars.Bar(h.label(), kinds.stream().map(k -> k.cycles(h)).toList()))
                .toList();
        StackedBars chart = new StackedBars(
                titled("Where the cycles of a hypercall go"),
                "cycles per hypercall",
                kinds.stream().map(CostKind::label).toList(),
                bars);
        String caption =
                "The whole hypercall by kind of work. A move's instruction is code here, and with its class above.";
        return new Picture(name("kinds"), caption, chart.svg());
    }

    private Picture ladder() {
        List<Optimisations.Rung> all = Optimisations.of(corners);
        List<Ladder.Rung> rungs = new ArrayList<>();
        Hypercall from = corners.then().split();
        rungs.add(new Ladder.Rung(from.label(), Optimisations.total(from), true));
        for (Optimisations.Stage stage : Optimisations.Stage.values()) {
            all.stream()
                    .filter(rung -> rung.stage() == stage)
                    .forEach(rung -> rungs.add(new Ladder.Rung(rung.name(), rung.left(), false)));
            Hypercall to = stage == Optimisations.Stage.KERNEL ? corners.now().split() : corners.now().vhe();
            rungs.add(new Ladder.Rung(to.label(), Optimisations.total(to), true));
        }
        Ladder ladder = new Ladder(
                titled("%s to %s: first the newer kernel, then VHE"
                        .formatted(from.label(), corners.now().vhe().label())),
                "cycles per hypercall",
                rungs);
        String dearer = all.stream()
                .filter(rung -> rung.dearer() != null && Math.round(rung.taken()) < 0)
                .map(rung -> " \u201c%s\u201d adds cycles: %s.".formatted(rung.name(), rung.dearer()))
                .collect(Collectors.joining());
        return new Picture(
                name("ladder"),
                "The three totals are measured. Between two of them, the steps of one switch are exchanged for those "
                        + "of the other: these rungs are kernels that never existed, and in another order they would "
                        + "have other lengths." + dearer,
                ladder.svg());
    }

    private Picture whatIf(String name, WhatIf whatIf) {
        List<LineChart.Curve> curves = whatIf.distinct().stream()
                .limit(CURVES)
                .map(costs -> new LineChart.Curve(
                        costs.stream().map(WhatIf::label).collect(Collectors.joining(" or ")),
                        whatIf.curve(costs.getFirst(), WhatIf.drawn())))
                .toList();
        LineChart chart = new LineChart(
                titled("What if one cost were another: " + whatIf.what()),
                "factor on the cost named",
                "cycles of %s / cycles of %s".formatted(whatIf.slow().label(), whatIf.fast().label()),
                WhatIf.drawn(),
                curves);
        return new Picture(
                name(name),
                "%s: %s. The costs with the most influence; the CSV file has all."
                        .formatted(whatIf.sides(), whatIf.what()),
                chart.svg());
    }

    private String titled(String title) {
        return "%s, on %s".formatted(title, clipped(reproduction.profile().name(), LONGEST_NAME));
    }
}
