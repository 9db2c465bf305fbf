package splitvisor.benchmarks.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import splitvisor.benchmarks.report.Report.Breakdown;
import splitvisor.benchmarks.report.Report.Breakdown.Moves;
import splitvisor.benchmarks.report.Report.Operation;
import splitvisor.benchmarks.report.Report.Switch;
import splitvisor.benchmarks.report.Report.Switch.Step;

/// A [Report] for people: tables in plain ASCII, the same bytes on a terminal and in a pipe. Cycles are rounded to
/// whole ones; JSON has them exactly.
public final class TextReport {

    private static final List<Figure> SHOWN =
            Arrays.stream(Figure.values()).filter(figure -> figure.heading() != null).toList();
    private static final List<Figure> OF_A_STEP =
            SHOWN.stream().filter(f -> f != Figure.EL2_ENTRIES && f != Figure.ERETS).toList();

    /// Stands behind a figure that the profile was fitted to.
    private static final String FITTED = "*";

    private final Report report;
    private final List<String> lines = new ArrayList<>();

    private TextReport(Report report) {
        this.report = report;
    }

    /// The whole report; every line ends in a line feed.
    public static String of(Report report) {
        TextReport text = new TextReport(report);
        text.operations();
        report.breakdowns().forEach(text::breakdown);
        report.switches().forEach(text::steps);
        text.legend();
        return text.lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private void operations() {
        lines.add("%s, profile %s, KVM generation %s, GICv%s: per operation"
                .formatted(
                        String.join(" and ", report.hosts()),
                        report.profile().name(),
                        report.generation(),
                        report.gic()));
        lines.add("");
        TextTable table = new TextTable().text("", "operation");
        for (Figure figure : SHOWN) {
            if (severalHosts()) {
                report.hosts().forEach(host -> table.number(figure.heading(), host));
            } else {
                table.number("", figure.heading());
            }
            if (figure == Figure.CYCLES && severalHosts()) {
                table.number("", "ratio");
            }
        }
        for (Operation operation : report.operations()) {
            List<String> row = new ArrayList<>(List.of(operation.name()));
            for (Figure figure : SHOWN) {
                for (String host : report.hosts()) {
                    String sign = figure == Figure.CYCLES ? sign(report.mark(operation.name(), host)) : "";
                    row.add(number(operation.hosts().get(host), figure) + sign);
                }
                if (figure == Figure.CYCLES && severalHosts()) {
                    row.add(ratio(operation));
                }
            }
            table.row(row);
        }
        lines.addAll(table.lines());
    }

    private boolean severalHosts() {
        return report.hosts().size() > 1;
    }

    /// How many times the last host's cycles the first host takes.
    private String ratio(Operation operation) {
        BigDecimal first = operation.hosts().get(report.hosts().getFirst()).get(Figure.CYCLES);
        BigDecimal last = operation.hosts().get(report.hosts().getLast()).get(Figure.CYCLES);
        return last.signum() == 0 ? "-" : first.divide(last, 2, RoundingMode.HALF_UP).toPlainString();
    }

    private void breakdown(Breakdown breakdown) {
        heading(breakdown.operation()
                + ": what EL2 saves and restores in a round trip, in cycles and moves (GP and FP: pairs)");
        TextTable table = new TextTable().text("", "registers");
        for (String host : report.hosts()) {
            for (String column : List.of("save", "moves", "restore", "moves")) {
                table.number(host, column);
            }
        }
        List<Breakdown.Row> classes = breakdown.hosts().get(report.hosts().getFirst());
        for (int i = 0; i < classes.size(); i++) {
            List<String> row = new ArrayList<>(List.of(classes.get(i).registers()));
            for (String host : report.hosts()) {
                Breakdown.Row its = breakdown.hosts().get(host).get(i);
                add(row, its.save(), report.mark(breakdown.operation(), host, its.registers(), true));
                add(row, its.restore(), report.mark(breakdown.operation(), host, its.registers(), false));
            }
            table.row(row);
        }
        table.rule();
        List<String> total = new ArrayList<>(List.of("all"));
        for (String host : report.hosts()) {
            List<Breakdown.Row> its = breakdown.hosts().get(host);
            add(total, sum(its.stream().map(Breakdown.Row::save).toList()), Mark.PREDICTED);
            add(total, sum(its.stream().map(Breakdown.Row::restore).toList()), Mark.PREDICTED);
        }
        table.row(total);
        lines.addAll(table.lines());
        lines.add("ISCA 2016, Table III, and reproduce count FP control with FP, and thread pointers with EL1.");
    }

    private void add(List<String> row, Moves moves, Mark mark) {
        row.add(orDash(grouped(moves.cycles())) + sign(mark));
        row.add(orDash(grouped(BigDecimal.valueOf(moves.count()))));
    }

    private static Moves sum(List<Moves> all) {
        return new Moves(
                all.stream().map(Moves::cycles).reduce(BigDecimal.ZERO, BigDecimal::add),
                all.stream().mapToLong(Moves::count).sum());
    }

    /// The steps of all hosts beside each other: equal names share a line, and a step that a host does not have leaves
    /// a gap in its column.
    private void steps(Switch steps) {
        heading(steps.operation() + ": the steps of the round trip, in order");
        TextTable table = new TextTable();
        for (String host : report.hosts()) {
            table.text(host, "EL").text(host, "step");
            OF_A_STEP.forEach(figure -> table.number(host, figure.heading()));
        }
        List<List<Step>> sides = report.hosts().stream().map(host -> steps.hosts().get(host)).toList();
        for (List<Step> line : SideBySide.align(sides, Step::name)) {
            List<String> row = new ArrayList<>();
            for (Step step : line) {
                row.add(step == null ? "" : Integer.toString(step.el()));
                row.add(step == null ? "" : step.name());
                OF_A_STEP.forEach(figure -> row.add(step == null ? "" : orDash(number(step.figures(), figure))));
            }
            table.row(row);
        }
        lines.addAll(table.lines());
    }

    private void legend() {
        heading("What the numbers are");
        String costs = report.profile().provenance().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        lines.add("cycles   %s: %s (costs of the profile: %s)"
                .formatted(Figure.CYCLES.mark().label(), Figure.CYCLES.mark().meaning(), costs));
        fitted();
        report.profile().caveat(report.gic()).ifPresent(line -> lines.add("GIC      " + line));
        lines.add("others   %s: %s".formatted(Mark.COUNTED.label(), Mark.COUNTED.meaning()));
        if (severalHosts()) {
            lines.add("ratio    cycles of %s / cycles of %s"
                    .formatted(report.hosts().getFirst(), report.hosts().getLast()));
        }
        lines.add("");
        int width = report.operations().stream().mapToInt(o -> o.name().length()).max().orElse(0);
        for (Operation operation : report.operations()) {
            String name = operation.name();
            lines.add(name + " ".repeat(width - name.length() + 3) + operation.title());
        }
    }

    /// What the profile was fitted to, if anything, and which figures above are that.
    private void fitted() {
        List<String> numbers = report.profile().calibratedOn();
        if (numbers.isEmpty()) {
            return;
        }
        lines.add("         The profile was fitted to published numbers, and where a figure agrees with these it proves"
                + " nothing:");
        numbers.forEach(number -> lines.add("           " + number));
        lines.add(report.fitted().isEmpty()
                ? "         None of the figures above is one of them."
                : "    %s    %s: %s".formatted(FITTED, Mark.CALIBRATED.label(), Mark.CALIBRATED.meaning()));
    }

    /// What stands behind cycles: digits stay below digits where some have the sign.
    private String sign(Mark mark) {
        return mark == Mark.CALIBRATED ? FITTED : report.fitted().isEmpty() ? "" : " ";
    }

    private void heading(String title) {
        lines.add("");
        lines.add(title);
        lines.add("");
    }

    private static String number(Figures figures, Figure figure) {
        return grouped(figures.get(figure));
    }

    private static String grouped(BigDecimal value) {
        return String.format(Locale.ROOT, "%,d", value.setScale(0, RoundingMode.HALF_UP).toBigInteger());
    }

    private static String orDash(String number) {
        return number.equals("0") ? "-" : number;
    }
}
