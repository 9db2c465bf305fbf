package splitvisor.benchmarks.svg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import splitvisor.benchmarks.svg.Svg.Anchor;
import splitvisor.benchmarks.svg.Svg.Style;

/// Curves over one axis, each named where it ends.
///
/// @param xs the places on the horizontal axis, ascending
public record LineChart(String title, String xLabel, String yLabel, List<Double> xs, List<Curve> curves) {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 500;
    private static final double LEFT = 70;
    private static final double TOP = 74;
    private static final double BOTTOM = 56;
    private static final double SIZE = 14;
    private static final double APART = 19;

    /// One curve; `ys` has a value for each place.
    public record Curve(String name, List<Double> ys) {}

    /// The picture.
    public String svg() {
        double right = 36 + 1.06 * curves.stream()
                .mapToDouble(c -> Svg.width(c.name, SIZE))
                .max()
                .orElse(0);
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        double low = all().min(Comparator.naturalOrder()).orElse(0.0);
        double high = all().max(Comparator.naturalOrder()).orElse(1.0);
        Scale x = Scale.over(xs.getFirst(), xs.getLast(), LEFT, WIDTH - LEFT - right);
        Scale y = Scale.over(Math.min(low, 1), high, HEIGHT - BOTTOM, -(HEIGHT - BOTTOM - TOP));
        svg.text(20, 30, title, Style.of(19, Anchor.START).inBold());
        svg.text(20, TOP - 16, yLabel, Style.of(13, Anchor.START).faint());
        for (double tick : y.ticks()) {
            svg.line(LEFT, y.at(tick), WIDTH - right, y.at(tick), Palette.GRID, 1);
            svg.text(LEFT - 8, y.at(tick) + 4.5, y.label(tick), Style.of(13, Anchor.END).faint());
        }
        for (double tick : x.ticks()) {
            svg.line(x.at(tick), HEIGHT - BOTTOM, x.at(tick), HEIGHT - BOTTOM + 5, Palette.AXIS, 1);
            svg.text(x.at(tick), HEIGHT - BOTTOM + 21, x.label(tick), Style.of(13, Anchor.MIDDLE).faint());
        }
        svg.line(LEFT, HEIGHT - BOTTOM, WIDTH - right, HEIGHT - BOTTOM, Palette.AXIS, 1);
        svg.text((LEFT + WIDTH - right) / 2, HEIGHT - 12, xLabel, Style.of(14, Anchor.MIDDLE));
        double[] labels = labels(y);
        for (int c = 0; c < curves.size(); c++) {
            draw(svg, c, x, y, labels[c]);
        }
        return svg.document();
    }

    private java.util.stream.Stream<Double> all() {
        return curves.stream().flatMap(c -> c.ys.stream());
    }

    private void draw(Svg svg, int c, Scale x, Scale y, double label) {
        Curve curve = curves.get(c);
        double[] points = new double[2 * xs.size()];
        for (int i = 0; i < xs.size(); i++) {
            points[2 * i] = x.at(xs.get(i));
            points[2 * i + 1] = y.at(curve.ys.get(i));
        }
        String color = Palette.of(curve.name, c);
        svg.curve(points, color);
        double end = x.at(xs.getLast());
        svg.line(end, y.at(curve.ys.getLast()), end + 10, label, color, 1);
        svg.text(end + 14, label + 5, curve.name, Style.of(SIZE, Anchor.START).in(color).inBold());
    }

    /// Where the names stand: beside the ends of the curves, pushed apart where they would overlap.
    private double[] labels(Scale y) {
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < curves.size(); c++) {
            order.add(c);
        }
        order.sort(Comparator.comparingDouble((Integer c) -> y.at(curves.get(c).ys.getLast()))
                .thenComparingInt(c -> c));
        double[] labels = new double[curves.size()];
        double free = TOP - 4;
        for (int c : order) {
            labels[c] = Math.max(y.at(curves.get(c).ys.getLast()), free);
            free = labels[c] + APART;
        }
        double limit = HEIGHT - BOTTOM;
        for (int c : order.reversed()) {
            labels[c] = Math.min(labels[c], limit);
            limit = labels[c] - APART;
        }
        return labels;
    }
}
