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
///
/// @param what what the ratio is about
public record WhatIf(String what, Hypercall slow, Hypercall fast) {

    private static final double MOST = 4;
    private static final int PER_UNIT = 10;
    private static final int DRAWN = 120;

    /// What is divided by what.
    String sides() {
        return "%s / %s".formatted(slow.label(), fast.label());
    }

    /// The scales of pictures, from 0 to 4, close to each other near 0: a cost that one side is made of bends there.
    static List<Double> drawn() {
        List<Double> scales = new ArrayList<>();
        for (int i = 0; i <= DRAWN; i++) {
            scales.add(MOST * i * i / (DRAWN * DRAWN));
        }
        return scales;
    }

    /// The scales of data files, from 0 to 4.
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
        return (slow.cycles() + more * slow.cyclesFor(cost)) / (fast.cycles() + more * fast.cyclesFor(cost));
    }

    /// The ratio at each of some scales.
    List<Double> curve(int cost, List<Double> scales) {
        return scales.stream().map(scale -> ratio(cost, scale)).toList();
    }

    /// The costs that occur in either hypercall, the most influential first.
    List<Integer> costs() {
        return IntStream.range(0, CostProfile.keys().size())
                .filter(cost -> slow.cyclesFor(cost) + fast.cyclesFor(cost) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer cost) -> -influence(cost)).thenComparing(cost -> cost))
                .toList();
    }

    /// The same, those together whose curves coincide as far as data files show them.
    List<List<Integer>> distinct() {
        Map<List<String>, List<Integer>> byCurve = new LinkedHashMap<>();
        for (int cost : costs()) {
            List<String> curve = curve(cost, scales()).stream().map(Numbers::plain).toList();
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
