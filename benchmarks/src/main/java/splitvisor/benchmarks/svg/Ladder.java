package splitvisor.benchmarks.svg;

import java.util.List;
import java.util.Locale;
import splitvisor.benchmarks.svg.Svg.Anchor;
import splitvisor.benchmarks.svg.Svg.Style;

/// The way from one total to another, one change per rung: a bar for what is left, and what the rung took away.
///
/// @param unit what the axis counts
/// @param rungs from top to bottom
public record Ladder(String title, String unit, List<Rung> rungs) {

    private static final double WIDTH = 1000;
    private static final double RIGHT = 160;
    private static final double BAR = 30;
    private static final double STEP = 44;
    private static final double TOP = 62;

    /// One rung.
    ///
    /// @param left what is left after it
    /// @param total whether it is a total; else it took away, or added, what lies between it and the rung above
    public record Rung(String label, double left, boolean total) {}

    /// The picture.
    public String svg() {
        double left = 24 + rungs.stream().mapToDouble(r -> Svg.width(r.label, 15)).max().orElse(0);
        double bottom = TOP + STEP * rungs.size();
        Svg svg = new Svg(WIDTH, bottom + 50, title);
        svg.text(20, 30, title, Style.of(19, Anchor.START).inBold());
        Scale x = Scale.over(0, rungs.stream().mapToDouble(Rung::left).max().orElse(1), left, WIDTH - RIGHT - left);
        for (double tick : x.ticks()) {
            svg.line(x.at(tick), TOP - 8, x.at(tick), bottom, tick == 0 ? Palette.AXIS : Palette.GRID, 1);
            svg.text(x.at(tick), bottom + 20, x.label(tick), Style.of(13, Anchor.MIDDLE).faint());
        }
        svg.text(WIDTH - RIGHT, bottom + 40, unit, Style.of(13, Anchor.END).faint());
        for (int i = 0; i < rungs.size(); i++) {
            Rung rung = rungs.get(i);
            double y = TOP + i * STEP;
            Style label = Style.of(15, Anchor.END);
            svg.text(x.at(0) - 10, y + BAR / 2 + 5, rung.label, rung.total ? label.inBold() : label);
            String number = BarChart.number(rung.left, x);
            String fill = rung.total ? "#0072b2" : "#a6cee3";
            svg.rect(x.at(0), y, x.at(rung.left) - x.at(0), BAR, fill, rung.label + ": " + number);
            if (rung.total) {
                svg.text(x.at(rung.left) + 8, y + BAR / 2 + 5, number, Style.of(15, Anchor.START).inBold());
            } else {
                change(svg, rung, rungs.get(i - 1).left, x, y);
            }
        }
        return svg.document();
    }

    /// What was taken away, as the difference of the totals shown: rounded by itself it would not always be that.
    private static void change(Svg svg, Rung rung, double before, Scale x, double y) {
        long taken = Math.round(before) - Math.round(rung.left);
        String change = taken == 0 ? "±0" : String.format(Locale.ROOT, "%s%,d", taken > 0 ? "−" : "+", Math.abs(taken));
        String color = taken < 0 ? "#d55e00" : "#009e73";
        double from = x.at(Math.min(before, rung.left));
        double end = x.at(Math.max(before, rung.left));
        svg.rect(from, y + BAR / 4, end - from, BAR / 2, color, rung.label + ": " + change);
        svg.text(end + 8, y + BAR / 2 + 5, change, Style.of(14, Anchor.START).in(color).inBold());
        double behind = end + 14 + 1.1 * Svg.width(change, 14);
        String left = "= " + BarChart.number(rung.left, x);
        svg.text(behind, y + BAR / 2 + 5, left, Style.of(14, Anchor.START).faint());
    }
}
