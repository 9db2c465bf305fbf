package splitvisor.benchmarks.reproduce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import splitvisor.cpu.cost.CostGroup;
import splitvisor.cpu.cost.CostProfile;

/// What if one cost of the profile were another: the ratio of two hypercalls while that cost is scaled from 0 to 4
/// times. Cycles are linear in the costs, so no run is needed.
public record WhatIf(Hypercall split, Hypercall vhe) {

    private static final double MOST = 4;
    private static final int PER_UNIT = 10;

    /// The scales, from 0 to 4.
    static List<Double> scales() {
        List<Double> scales = new ArrayList<>();
        for (int i = 0; i <= MOST * PER_UNIT; i++) {
            scales.add((double) i / PER_UNIT);
        }
        return scales;
    }

    /// The ratio when a cost, by its place in [CostProfile#keys], is multiplied by `scale`.
    double ratio(int cost, double scale) {
        double more = scale - 1;
        return (split.cycles() + more * split.cyclesFor(cost)) / (vhe.cycles() + more * vhe.cyclesFor(cost));
    }

    /// The ratio at each of [#scales].
    List<Double> curve(int cost) {
        return scales().stream().map(scale -> ratio(cost, scale)).toList();
    }

    /// The costs that occur in either hypercall, the most influential first.
    List<Integer> costs() {
        return IntStream.range(0, CostProfile.keys().size())
                .filter(cost -> split.cyclesFor(cost) + vhe.cyclesFor(cost) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer cost) -> -influence(cost)).thenComparing(cost -> cost))
                .toList();
    }

    /// The same, those together whose curves coincide as far as data files show them.
    List<List<Integer>> distinct() {
        Map<List<String>, List<Integer>> byCurve = new LinkedHashMap<>();
        for (int cost : costs()) {
            List<String> curve = curve(cost).stream().map(Numbers::plain).toList();
            byCurve.computeIfAbsent(curve, _ -> new ArrayList<>()).add(cost);
        }
        return List.copyOf(byCurve.values());
    }

    /// A cost in words.
    static String label(int cost) {
        String key = CostProfile.keys().get(cost);
        String entry = key.substring(key.indexOf('.') + 1);
        if (key.startsWith("events.")) {
            return entry.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).replaceAll("el (\\d)", "EL$1");
        }
        return "%s, %s".formatted(CostGroup.valueOf(entry).label(), key.startsWith("sysregRead") ? "read" : "written");
    }

    private double influence(int cost) {
        return Math.abs(ratio(cost, MOST) - ratio(cost, 0));
    }
}
