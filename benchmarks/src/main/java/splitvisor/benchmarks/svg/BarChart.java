package splitvisor.benchmarks.svg;

import java.util.List;
import java.util.Locale;
import splitvisor.benchmarks.svg.Svg.Anchor;
import splitvisor.benchmarks.svg.Svg.Style;

/// Groups of vertical bars, one bar per series, each with its value on top.
///
/// @param unit what the axis counts
/// @param series the names of the series
/// @param colors one per series
/// @param groups the groups, from left to right
public record BarChart(String title, String unit, List<String> series, List<String> colors, List<Group> groups) {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 500;
    private static final double LEFT = 84;
    private static final double RIGHT = 16;
    private static final double TOP = 112;
    private static final double LABEL_LINE = 17;
    private static final double FULL = 0.86;

    /// Bars narrower than this have their numbers written upwards.
    private static final double NARROW = 36;

    /// The bars of one group.
    ///
    /// @param bars one per series
    public record Group(String label, List<Bar> bars) {}

    /// One bar.
    ///
    /// @param value its height; null: there is none, and `note` stands in its place
    /// @param note what is added to the value, or empty
    public record Bar(Double value, String note) {}

    /// The picture.
    public String svg() {
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        double slot = (WIDTH - LEFT - RIGHT) / groups.size();
        List<List<String>> labels = groups.stream().map(g -> Wrap.lines(g.label, slot - 8, 14)).toList();
        double bottom = 22 + LABEL_LINE * labels.stream().mapToInt(List::size).max().orElse(1);
        Scale y = Scale.over(0, highest(), HEIGHT - bottom, -(HEIGHT - bottom - TOP));
        svg.text(LEFT, 28, title, Style.of(19, Anchor.START).inBold());
        Legend.draw(svg, series, colors, LEFT, 54);
        svg.text(12, TOP - 16, unit, Style.of(13, Anchor.START).faint());
        for (double tick : y.ticks()) {
            svg.line(LEFT, y.at(tick), WIDTH - RIGHT, y.at(tick), tick == 0 ? Palette.AXIS : Palette.GRID, 1);
            svg.text(LEFT - 8, y.at(tick) + 4.5, y.label(tick), Style.of(13, Anchor.END).faint());
        }
        for (int g = 0; g < groups.size(); g++) {
            bars(svg, groups.get(g), LEFT + g * slot, slot, y);
            for (int line = 0; line < labels.get(g).size(); line++) {
                svg.text(
                        LEFT + (g + 0.5) * slot,
                        HEIGHT - bottom + 20 + line * LABEL_LINE,
                        labels.get(g).get(line),
                        Style.of(14, Anchor.MIDDLE));
            }
        }
        return svg.document();
    }

    private double highest() {
        return groups.stream()
                .flatMap(g -> g.bars.stream())
                .filter(bar -> bar.value != null)
                .mapToDouble(Bar::value)
                .max()
                .orElse(1) * (isNarrow() ? 1.3 : 1.06);
    }

    private void bars(Svg svg, Group group, double left, double slot, Scale y) {
        double width = Math.min(slot * FULL / series.size(), 90);
        double x = left + (slot - width * series.size()) / 2;
        for (int s = 0; s < series.size(); s++, x += width) {
            Bar bar = group.bars.get(s);
            double middle = x + width / 2;
            if (bar.value == null) {
                svg.upwards(middle + 4, y.at(0) - 6, bar.note, Style.of(11, Anchor.START).faint());
                continue;
            }
            double top = y.at(bar.value);
            String value = number(bar.value, y);
            svg.rect(x + 2, top, width - 4, y.at(0) - top, colors.get(s),
                    "%s, %s: %s".formatted(group.label, series.get(s), value));
            if (width < NARROW) {
                String line = bar.note.isEmpty() ? value : "%s (%s)".formatted(value, bar.note);
                svg.upwards(middle + 4, top - 6, line, Style.of(11.5, Anchor.START));
                continue;
            }
            svg.text(middle, top - 5, value, Style.of(Math.min(13, width / 3.9), Anchor.MIDDLE));
            if (!bar.note.isEmpty()) {
                svg.text(middle, top - 19, bar.note, Style.of(11, Anchor.MIDDLE).faint());
            }
        }
    }

    private boolean isNarrow() {
        return (WIDTH - LEFT - RIGHT) / groups.size() * FULL / series.size() < NARROW;
    }

    /// A number beside a bar on `axis`: all of them have as many decimals, two where the axis ends below ten.
    static String number(double value, Scale axis) {
        return String.format(Locale.ROOT, axis.to() < 10 ? "%.2f" : "%,.0f", value);
    }
}
