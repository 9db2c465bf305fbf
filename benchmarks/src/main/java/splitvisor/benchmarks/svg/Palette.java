package splitvisor.benchmarks.svg;

import java.util.List;

/// Colours that stay apart for readers with any colour vision, and in grey (after Okabe and Ito).
final class Palette {

    static final List<String> SERIES = List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00");

    /// Enough for the classes of registers; light and dark in turn.
    static final List<String> CLASSES = List.of(
            "#0072b2", "#56b4e9", "#009e73", "#f0e442", "#e69f00", "#d55e00", "#cc79a7", "#999999", "#5d3a9b");

    static final String GRID = "#dddddd";
    static final String AXIS = "#888888";
    static final String QUOTED = "#9a9a9a";

    private Palette() {}

    static String series(int i) {
        return SERIES.get(i % SERIES.size());
    }

    static String ofClass(int i) {
        return CLASSES.get(i % CLASSES.size());
    }

    /// Ink that can be read on a colour.
    static String inkOn(String color) {
        int rgb = Integer.parseInt(color.substring(1), 16);
        int luminance = 299 * (rgb >> 16) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff);
        return luminance > 140_000 ? Svg.Style.INK : "#ffffff";
    }
}
