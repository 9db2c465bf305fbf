package splitvisor.benchmarks.svg;

import java.util.List;
import splitvisor.benchmarks.svg.Svg.Anchor;
import splitvisor.benchmarks.svg.Svg.Style;

/// Shares of one, a row each: where most of a crowd lies, its middle, and one that is looked at.
///
/// @param crowd the name of the bar, in the legend
/// @param middle the name of the mark in it
/// @param one the name of the dot
public record Spread(String title, String crowd, String middle, String one, List<Row> rows) {

    private static final double WIDTH = 1000;
    private static final double RIGHT = 40;
    private static final double BAR = 26;
    private static final double STEP = 52;
    private static final double TOP = 92;
    private static final String CROWD = "#a6cee3";
    private static final String MIDDLE = "#0072b2";
    private static final String ONE = "#d55e00";

    /// The axis ends here; a bar that does not gets an arrow.
    private static final double MOST = 1;

    /// One crowd: 5 in 100 lie below `low`, 5 above `high`.
    public record Row(String label, double low, double middle, double high, double one) {}

    /// The picture.
    public String svg() {
        double left = 24 + rows.stream().mapToDouble(r -> Svg.width(r.label, 15)).max().orElse(0);
        double bottom = TOP + STEP * rows.size();
        Svg svg = new Svg(WIDTH, bottom + 34, title);
        svg.text(20, 28, title, Style.of(19, Anchor.START).inBold());
        Legend.draw(svg, List.of(crowd, middle, one), List.of(CROWD, MIDDLE, ONE), 20, 56);
        Scale x = Scale.over(0, MOST, left, WIDTH - RIGHT - left);
        for (double tick : x.ticks()) {
            svg.line(x.at(tick), TOP - 8, x.at(tick), bottom, tick == 0 ? Palette.AXIS : Palette.GRID, 1);
            svg.text(x.at(tick), bottom + 20, percent(tick), Style.of(13, Anchor.MIDDLE).faint());
        }
        for (int i = 0; i < rows.size(); i++) {
            draw(svg, rows.get(i), x, TOP + STEP * i);
        }
        return svg.document();
    }

    private static void draw(Svg svg, Row row, Scale x, double y) {
        double from = x.at(row.low);
        double to = x.at(Math.min(row.high, MOST));
        svg.text(x.at(0) - 10, y + BAR / 2 + 5, row.label, Style.of(15, Anchor.END));
        svg.rect(from, y, to - from, BAR, CROWD, "%s to %s".formatted(percent(row.low), percent(row.high)));
        if (row.high > MOST) {
            svg.text(to - 6, y + BAR / 2 + 5, "to %s \u2192".formatted(percent(row.high)), Style.of(12, Anchor.END));
        }
        svg.rect(x.at(row.middle) - 2, y - 4, 4, BAR + 8, MIDDLE, percent(row.middle));
        svg.rect(x.at(row.one) - 5, y + BAR / 2 - 5, 10, 10, ONE, percent(row.one));
        svg.text(x.at(row.one), y - 6, percent(row.one), Style.of(13, Anchor.MIDDLE).in(ONE).inBold());
    }

    private static String percent(double share) {
        return Math.round(100 * share) + "%";
    }
}
