package splitvisor.benchmarks.svg;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/// Colours that stay apart for readers with any colour vision, and in grey (after Okabe and Ito).
final class Palette {

    static final List<String> SERIES = List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00");

    /// What has a name has one colour in all figures: classes of registers, kinds of work, costs. Near relations have
    /// near colours.
    private static final Map<String, String> OWN = Map.ofEntries(
            entry("GP Regs", "#0072b2"),
            entry("FP Regs", "#56b4e9"),
            entry("GP and FP registers", "#0072b2"),
            entry("load pair gp", "#0072b2"),
            entry("store pair gp", "#004a75"),
            entry("load pair fp", "#56b4e9"),
            entry("store pair fp", "#2c86ba"),
            entry("EL1 System Regs", "#009e73"),
            entry("system registers", "#009e73"),
            entry("EL1 System Regs, read", "#009e73"),
            entry("EL1 System Regs, written", "#005c43"),
            entry("VGIC Regs", "#c9a800"),
            entry("VGIC", "#c9a800"),
            entry("device read", "#c9a800"),
            entry("device write", "#8f7700"),
            entry("Timer Regs", "#e88a1a"),
            entry("Timer Regs, written", "#e88a1a"),
            entry("EL2 Config Regs", "#cc79a7"),
            entry("EL2 Config Regs, written", "#cc79a7"),
            entry("EL2 Virtual Memory Regs", "#8a5a9e"),
            entry("Thread pointers, read", "#6b8e23"),
            entry("Syndrome Regs, read", "#a0522d"),
            entry("others", "#999999"),
            entry("traps and returns", "#d55e00"),
            entry("exception to EL2", "#d55e00"),
            entry("exception to EL1", "#f0956a"),
            entry("eret", "#993300"),
            entry("barriers", "#5d3a9b"),
            entry("isb", "#5d3a9b"),
            entry("dsb", "#8f6fc4"),
            entry("code", "#666666"),
            entry("instruction", "#666666"),
            entry("load", "#a3a3a3"),
            entry("walks and TLBI", "#7a5230"),
            entry("walk step", "#7a5230"),
            entry("other", "#bbbbbb"));

    static final String GRID = "#dddddd";
    static final String AXIS = "#888888";
    static final String QUOTED = "#9a9a9a";

    private Palette() {}

    static String series(int i) {
        return SERIES.get(i % SERIES.size());
    }

    /// The colour of a name; where several share a curve, of the first. A name without one has that of a series.
    static String of(String name, int i) {
        return OWN.getOrDefault(name.split(" or ")[0], series(i));
    }

    /// Ink that can be read on a colour.
    static String inkOn(String color) {
        int rgb = Integer.parseInt(color.substring(1), 16);
        int luminance = 299 * (rgb >> 16) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff);
        return luminance > 140_000 ? Svg.Style.INK : "#ffffff";
    }
}
