package splitvisor.benchmarks.report;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import splitvisor.benchmarks.report.Report.Breakdown;
import splitvisor.benchmarks.report.Report.Breakdown.Moves;
import splitvisor.benchmarks.report.Report.Breakdown.Row;
import splitvisor.benchmarks.report.Report.Operation;
import splitvisor.benchmarks.report.Report.Switch;
import splitvisor.benchmarks.report.Report.Switch.Step;
import splitvisor.cpu.cost.CostProfile;

/// Made-up reports, for tests of how a report is shown.
public final class Samples {

    private Samples() {}

    /// Two hosts, two operations, a breakdown and the steps of the switch.
    public static Report report() {
        return new Report(
                CostProfile.builtIn("gicv3-server"),
                "linux-6.1",
                3,
                List.of("split", "vhe"),
                List.of(
                        new Operation("hyp_call", "HVC to the hypervisor and back", 64, Map.of(
                                "split", figures("6413.25", 2, 2, 98, 95, 5, 3, 62),
                                "vhe", figures("752", 1, 1, 8, 9, 1, 1, 24))),
                        new Operation("el0_svc", "system call inside the guest", 64, Map.of(
                                "split", figures("81.5", 0, 1, 3, 2, 0, 0, 2),
                                "vhe", figures("81.5", 0, 1, 3, 2, 0, 0, 2)))),
                List.of(new Breakdown("hyp_call", Map.of(
                        "split", List.of(row("GP Regs", 152, 15, 184, 15), row("VGIC Regs", 3250, 9, 181, 9)),
                        "vhe", List.of(row("GP Regs", 152, 15, 184, 15), row("VGIC Regs", 0, 0, 0, 0))))),
                List.of(new Switch("hyp_call", Map.of(
                        "split", List.of(
                                new Step("save host", 2, figures("230", 0, 0, 24, 0, 0, 1, 12)),
                                new Step("activate traps", 2, figures("40", 0, 0, 0, 4, 1, 0, 0)),
                                new Step("enter guest", 2, figures("75", 0, 1, 0, 2, 0, 0, 15))),
                        "vhe", List.of(
                                new Step("activate traps", 2, figures("30", 0, 0, 0, 3, 1, 0, 0)),
                                new Step("enter guest", 2, figures("75", 0, 1, 0, 2, 0, 0, 15)))))),
                List.of());
    }

    /// A report on one host, without breakdown and steps.
    public static Report ofOneHost() {
        Report both = report();
        return new Report(
                both.profile(),
                both.generation(),
                2,
                List.of("vhe"),
                both.operations(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Row row(String registers, long saveCycles, long saved, long restoreCycles, long restored) {
        return new Row(
                registers,
                new Moves(BigDecimal.valueOf(saveCycles), saved),
                new Moves(BigDecimal.valueOf(restoreCycles), restored));
    }

    /// Figures with the given values for those that have a column, in order, and zero for the others.
    private static Figures figures(String cycles, int... counts) {
        Map<Figure, BigDecimal> values = new EnumMap<>(Figure.class);
        int i = 0;
        for (Figure figure : Figure.values()) {
            boolean column = figure.heading() != null;
            values.put(figure, BigDecimal.valueOf(column && figure != Figure.CYCLES ? counts[i++] : 0));
        }
        values.put(Figure.CYCLES, new BigDecimal(cycles));
        return new Figures(values);
    }
}
