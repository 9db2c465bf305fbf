package splitvisor.benchmarks.svg;

import java.util.ArrayList;
import java.util.List;
import splitvisor.benchmarks.svg.Svg.Anchor;
import splitvisor.benchmarks.svg.Svg.Style;

/// Horizontal bars made of the same classes, one below the other, each with its total behind it.
///
/// @param unit what the axis counts
/// @param classes the names of the classes
/// @param bars from top to bottom; a bar with an empty label is a gap
public record StackedBars(String title, String unit, List<String> classes, List<Bar> bars) {

    private static final double WIDTH = 1000;
    private static final double RIGHT = 80;
    private static final double BAR = 34;
    private static final double STEP = 46;
    private static final double GAP = 18;

    /// One bar.
    ///
    /// @param parts one per class
    public record Bar(String label, List<Double> parts) {

        double total() {
            return parts.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /// The picture.
    public String svg() {
        List<String> colors = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            colors.add(Palette.of(classes.get(i), i));
        }
        double left = 24 + bars.stream().mapToDouble(b -> Svg.width(b.label, 15)).max().orElse(0);
        double top = 56 + Legend.draw(null, classes, colors, 20, 56);
        double bottom = top + bars.stream().mapToDouble(b -> b.label.isEmpty() ? GAP : STEP).sum();
        Svg svg = new Svg(WIDTH, bottom + 52, title);
        svg.text(20, 28, title, Style.of(19, Anchor.START).inBold());
        Legend.draw(svg, classes, colors, 20, 56);
        Scale x = Scale.over(0, bars.stream().mapToDouble(Bar::total).max().orElse(1), left, WIDTH - RIGHT - left);
        for (double tick : x.ticks()) {
            svg.line(x.at(tick), top - 6, x.at(tick), bottom, tick == 0 ? Palette.AXIS : Palette.GRID, 1);
            svg.text(x.at(tick), bottom + 20, x.label(tick), Style.of(13, Anchor.MIDDLE).faint());
        }
        svg.text(WIDTH - RIGHT, bottom + 42, unit, Style.of(13, Anchor.END).faint());
        double y = top;
        for (Bar bar : bars) {
            if (!bar.label.isEmpty()) {
                draw(svg, bar, x, y, colors);
            }
            y += bar.label.isEmpty() ? GAP : STEP;
        }
        return svg.document();
    }

    private void draw(Svg svg, Bar bar, Scale x, double y, List<String> colors) {
        svg.text(x.at(0) - 10, y + BAR / 2 + 5, bar.label, Style.of(15, Anchor.END));
        double sum = 0;
        for (int i = 0; i < classes.size(); i++) {
            double part = bar.parts.get(i);
            double from = x.at(sum);
            double width = x.at(sum + part) - from;
            sum += part;
            if (width > 0) {
                String value = BarChart.number(part, x);
                svg.rect(from, y, width, BAR, colors.get(i), "%s, %s: %s".formatted(bar.label, classes.get(i), value));
                if (width > Svg.width(value, 12) + 4) {
                    Style style = Style.of(12, Anchor.MIDDLE).in(Palette.inkOn(colors.get(i)));
                    svg.text(from + width / 2, y + BAR / 2 + 4, value, style);
                }
            }
        }
        svg.text(x.at(sum) + 8, y + BAR / 2 + 5, BarChart.number(sum, x), Style.of(15, Anchor.START).inBold());
    }
}
