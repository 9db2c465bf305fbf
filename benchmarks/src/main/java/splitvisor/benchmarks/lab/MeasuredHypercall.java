package splitvisor.benchmarks.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.compare.GuestSource;
import splitvisor.benchmarks.compare.Setup;
import splitvisor.benchmarks.host.HostComparison;
import splitvisor.benchmarks.report.Figure;
import splitvisor.benchmarks.report.Report;
import splitvisor.benchmarks.report.Report.Breakdown.Row;
import splitvisor.cpu.cost.CostProfile;

/// The hypercall of lab 9 as `splitvisor compare` measures it: in cycles, whole and by class of registers.
///
/// @param cycles the whole, by host
/// @param moves what the split host saves (first) and restores (second), by class; classes that do not move left out
/// @param all save and restore together, by host and class
record MeasuredHypercall(
        Map<String, Double> cycles, Map<String, double[]> moves, Map<String, Map<String, Double>> all) {

    static final String OPERATION = "hyp_call";
    static final String PROFILE = "hp-m400";
    static final String GENERATION = "linux-4.0";
    static final int GIC = 2;
    static final List<String> HOSTS = List.of("split", "vhe");

    private static final long LIMIT = 20_000_000;

    /// Measures it with a profile.
    static MeasuredHypercall of(CostProfile profile, String generation, int gic) throws Failure {
        Report report = new HostComparison().measure(new Setup(
                HOSTS, List.of(OPERATION), profile, generation, gic, GuestSource.builtIn(), LIMIT));
        Map<String, Double> cycles = new LinkedHashMap<>();
        Map<String, Map<String, Double>> all = new LinkedHashMap<>();
        Map<String, double[]> moves = new LinkedHashMap<>();
        for (String host : HOSTS) {
            cycles.put(host, report.operations().getFirst().hosts().get(host).get(Figure.CYCLES).doubleValue());
            Map<String, Double> classes = new LinkedHashMap<>();
            for (Row row : report.breakdowns().getFirst().hosts().get(host)) {
                double save = row.save().cycles().doubleValue();
                double restore = row.restore().cycles().doubleValue();
                classes.put(row.registers(), save + restore);
                if (host.equals("split") && row.save().count() + row.restore().count() > 0) {
                    moves.put(row.registers(), new double[] {save, restore});
                }
            }
            all.put(host, classes);
        }
        return new MeasuredHypercall(cycles, moves, all);
    }

    /// What the split host's hypercall takes beside the moves.
    double rest() {
        return cycles.get("split") - all.get("split").values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /// The class whose moves cost most in the split host.
    String largest() {
        return all.get("split").entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    /// The class whose moves cost so much less under VHE than in the split host as no other's.
    String gone() {
        return all.get("split").keySet().stream()
                .max((a, b) -> Double.compare(saved(a), saved(b)))
                .orElseThrow();
    }

    private double saved(String registers) {
        return all.get("split").get(registers) - all.get("vhe").get(registers);
    }
}
