package splitvisor.benchmarks.reproduce;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.benchmarks.papers.NotModelled;
import splitvisor.cpu.cost.CostProfile;

/// The hypercall in both hosts of two kernels: what the newer kernel did and what VHE did are two questions, and the
/// papers' split mode and today's VHE differ in both.
///
/// @param then split mode and VHE of the papers' kernel
/// @param now split mode and VHE of today's
public record Corners(Pair then, Pair now) {

    /// The papers' kernel, and today's.
    private static final String THEN = "linux-4.0";
    private static final String NOW = "linux-6.1";

    /// Both hosts of one kernel.
    public record Pair(String generation, Hypercall split, Hypercall vhe) {

        private static Pair of(Laboratory laboratory, CostProfile profile, int gic, String generation)
                throws NotModelled {
            return new Pair(
                    generation,
                    Hypercall.of(laboratory, profile, "split", generation, gic),
                    Hypercall.of(laboratory, profile, "vhe", generation, gic));
        }
    }

    /// Runs all four, with a GIC of the given version.
    public static Corners of(Laboratory laboratory, CostProfile profile, int gic) throws NotModelled {
        return new Corners(Pair.of(laboratory, profile, gic, THEN), Pair.of(laboratory, profile, gic, NOW));
    }

    /// All four; the first and the last are those that the papers compare.
    public List<Hypercall> all() {
        return List.of(then.split, then.vhe, now.split, now.vhe);
    }

    /// What is asked of a change of costs: the papers' ratio, where kernel and host differ, then VHE's in each kernel.
    List<WhatIf> ratios() {
        return List.of(
                new WhatIf("newer kernel and VHE together", then.split, now.vhe),
                new WhatIf("VHE alone, " + now.generation, now.split, now.vhe),
                new WhatIf("VHE alone, " + then.generation, then.split, then.vhe),
                new WhatIf("newer kernel alone, split", then.split, now.split));
    }

    /// The four and their ratios as a table of a page.
    String html() {
        StringBuilder html = new StringBuilder("""
                <table>
                <thead><tr><th>cycles of a hypercall</th><th>split</th><th>VHE</th><th>split / VHE</th></tr></thead>
                <tbody>
                """);
        for (Pair pair : List.of(then, now)) {
            row(html, pair.generation, Stream.of(
                    cycles(pair.split), cycles(pair.vhe), ratio(pair.split, pair.vhe)));
        }
        row(html, "%s / %s".formatted(then.generation, now.generation), Stream.of(
                ratio(then.split, now.split), ratio(then.vhe, now.vhe), ratio(then.split, now.vhe)));
        html.append("</tbody>\n</table>\n");
        html.append("""
                <p>All four are runs. A line's last number is what VHE does in that kernel, a column's last what the \
                newer kernel does without VHE. The number in the corner is %s over %s: both together, which is what \
                the papers' columns compare.</p>
                """.formatted(then.split.label(), now.vhe.label()));
        return html.toString();
    }

    private static void row(StringBuilder html, String head, Stream<String> cells) {
        html.append("<tr><td>%s</td>".formatted(head));
        cells.forEach(cell -> html.append("<td>%s</td>".formatted(cell)));
        html.append("</tr>\n");
    }

    private static String cycles(Hypercall hypercall) {
        return Numbers.cycles(BigDecimal.valueOf(hypercall.cycles()));
    }

    /// How many times the second's cycles the first takes.
    public static String ratio(Hypercall first, Hypercall second) {
        return String.format(Locale.ROOT, "%.2f", first.cycles() / second.cycles());
    }
}
