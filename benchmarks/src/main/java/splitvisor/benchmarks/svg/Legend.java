package splitvisor.benchmarks.svg;

import java.util.List;
import splitvisor.benchmarks.svg.Svg.Anchor;
import splitvisor.benchmarks.svg.Svg.Style;

/// What the colours mean, in rows of swatches.
final class Legend {

    private static final double SIZE = 14;
    private static final double SWATCH = 13;
    private static final double LINE = 20;
    private static final double RIGHT = 985;

    private Legend() {}

    /// Draws the entries from `left` on, in as many rows as they need; returns the height of all rows.
    static double draw(Svg svg, List<String> names, List<String> colors, double left, double top) {
        double x = left;
        double y = top;
        for (int i = 0; i < names.size(); i++) {
            double width = SWATCH + 6 + Svg.width(names.get(i), SIZE) + 18;
            if (x > left && x + width > RIGHT) {
                x = left;
                y += LINE;
            }
            if (svg != null) {
                svg.rect(x, y - SWATCH + 2, SWATCH, SWATCH, colors.get(i), "");
                svg.text(x + SWATCH + 6, y, names.get(i), Style.of(SIZE, Anchor.START));
            }
            x += width;
        }
        return y - top + LINE;
    }
}
