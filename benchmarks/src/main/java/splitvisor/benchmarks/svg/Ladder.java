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
    /// @param taken what it took away; negative: what it added; null on rungs that are totals
    public record Rung(String label, double left, Double taken) {}

    /// The picture.
    public String svg() {
        double left = 24 + rungs.stream().mapToDouble(r -> Svg.width(r.label, 15)).max().orElse(0);
        double bottom = TOP + STEP * rungs.size();
        Svg svg = new Svg(WIDTH, bottom + 50, title);
        svg.text(20, 30, title, Style.of(19, Anchor.START).inBold());
        double most = rungs.stream().mapToDouble(r -> Math.max(r.left, r.left + (r.taken == null ? 0 : r.taken))).max()
                .orElse(1);
        Scale x = Scale.over(0, most, left, WIDTH - RIGHT - left);
        for (double tick : x.ticks()) {
            svg.line(x.at(tick), TOP - 8, x.at(tick), bottom, tick == 0 ? Palette.AXIS : Palette.GRID, 1);
            svg.text(x.at(tick), bottom + 20, x.label(tick), Style.of(13, Anchor.MIDDLE).faint());
        }
        svg.text(WIDTH - RIGHT, bottom + 40, unit, Style.of(13, Anchor.END).faint());
        for (int i = 0; i < rungs.size(); i++) {
            draw(svg, rungs.get(i), x, TOP + i * STEP);
        }
        return svg.document();
    }

    private static void draw(Svg svg, Rung rung, Scale x, double y) {
        boolean total = rung.taken == null;
        Style label = Style.of(15, Anchor.END);
        svg.text(x.at(0) - 10, y + BAR / 2 + 5, rung.label, total ? label.inBold() : label);
        String left = BarChart.number(rung.left, x);
        svg.rect(x.at(0), y, x.at(rung.left) - x.at(0), BAR, total ? "#0072b2" : "#a6cee3", rung.label + ": " + left);
        double end = x.at(rung.left);
        if (!total) {
            double other = x.at(rung.left + rung.taken);
            String color = rung.taken < 0 ? "#d55e00" : "#009e73";
            double from = Math.min(end, other);
            svg.rect(from, y + BAR / 4, Math.abs(other - end), BAR / 2, color, rung.label + ": " + change(rung.taken));
            end = Math.max(end, other);
            svg.text(end + 8, y + BAR / 2 + 5, change(rung.taken), Style.of(14, Anchor.START).in(color).inBold());
            double behind = end + 14 + 1.1 * Svg.width(change(rung.taken), 14);
            svg.text(behind, y + BAR / 2 + 5, "= " + left, Style.of(14, Anchor.START).faint());
        } else {
            svg.text(end + 8, y + BAR / 2 + 5, left, Style.of(15, Anchor.START).inBold());
        }
    }

    private static String change(double taken) {
        return taken == 0 ? "±0" : String.format(Locale.ROOT, "%s%,.0f", taken > 0 ? "−" : "+", Math.abs(taken));
    }
}
