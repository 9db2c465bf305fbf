package splitvisor.benchmarks.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import splitvisor.benchmarks.svg.Svg.Anchor;
import splitvisor.benchmarks.svg.Svg.Style;

/// Several runs below each other on one scale of time: in each a lane per exception level, and pieces of work in them.
public final class Lanes {

    /// Enough for the kinds of pieces; light and dark in turn.
    private static final List<String> COLORS = List.of(
            "#0072b2", "#56b4e9", "#009e73", "#f0e442", "#e69f00", "#d55e00", "#cc79a7", "#999999", "#5d3a9b");
    private static final double WIDTH = 1200;
    private static final double LEFT = 64;
    private static final double RIGHT = 24;
    private static final double LANE = 50;
    private static final double RUN = 62;
    private static final double TOP = 108;

    private final String title;
    private final List<String> kinds;
    private final List<Run> runs = new ArrayList<>();

    /// A piece of work.
    ///
    /// @param kind index into the kinds, which choose the colours
    public record Piece(int el, String name, int kind, double cycles) {}

    private record Run(String name, List<Piece> pieces) {
        double length() {
            return pieces.stream().mapToDouble(Piece::cycles).sum();
        }
    }

    public Lanes(String title, List<String> kinds) {
        this.title = title;
        this.kinds = kinds;
    }

    public Lanes run(String name, List<Piece> pieces) {
        runs.add(new Run(name, pieces));
        return this;
    }

    public String svg() {
        int levels = runs.stream().flatMap(r -> r.pieces.stream()).mapToInt(Piece::el).max().orElse(2);
        int lowest = runs.stream().flatMap(r -> r.pieces.stream()).mapToInt(Piece::el).min().orElse(0);
        int lanes = levels - lowest + 1;
        double height = TOP + runs.size() * (RUN + lanes * LANE);
        Svg svg = new Svg(WIDTH, height, title);
        svg.text(20, 30, title, Style.of(19, Anchor.START).inBold());
        List<String> colors = kinds.stream().map(kind -> color(kinds.indexOf(kind))).toList();
        Legend.draw(svg, kinds, colors, 20, 60);
        double longest = runs.stream().mapToDouble(Run::length).max().orElse(1);
        double scale = (WIDTH - LEFT - RIGHT) / longest;
        double y = TOP;
        for (Run run : runs) {
            draw(svg, run, y, scale, lowest, levels);
            y += RUN + lanes * LANE;
        }
        return svg.document();
    }

    private void draw(Svg svg, Run run, double top, double scale, int lowest, int highest) {
        svg.text(LEFT, top + 8, "%s: %s cycles".formatted(run.name, String.format(Locale.ROOT, "%,.0f", run.length())),
                Style.of(16, Anchor.START).inBold());
        double y = top + 22;
        for (int el = lowest; el <= highest; el++) {
            double lane = y + (highest - el) * LANE;
            svg.text(LEFT - 12, lane + LANE / 2 + 3, "EL" + el, Style.of(15, Anchor.END).inBold());
            svg.line(LEFT, lane + LANE - 4, WIDTH - RIGHT, lane + LANE - 4, Palette.GRID, 1);
        }
        double x = LEFT;
        Piece last = null;
        for (Piece piece : run.pieces) {
            double lane = y + (highest - piece.el) * LANE;
            double width = piece.cycles * scale;
            if (last != null && last.el != piece.el) {
                double from = y + (highest - Math.max(last.el, piece.el)) * LANE + LANE - 6;
                double to = y + (highest - Math.min(last.el, piece.el)) * LANE;
                svg.line(x, from, x, to, "#222222", 1.5);
            }
            String color = color(piece.kind);
            svg.rect(x, lane, Math.max(width - 0.6, 0.6), LANE - 6, color,
                    "%s, EL%d: %s cycles".formatted(piece.name, piece.el, cycles(piece.cycles)));
            if (width > 58) {
                inside(svg, piece, x, lane, width, color);
            }
            x += width;
            last = piece;
        }
    }

    /// Whole from ten on, exact below: some pieces are shorter than a cycle.
    private static String cycles(double cycles) {
        return String.format(Locale.ROOT, cycles >= 10 || cycles == Math.rint(cycles) ? "%,.0f" : "%.2f", cycles);
    }

    private static void inside(Svg svg, Piece piece, double x, double lane, double width, String color) {
        List<String> lines = Wrap.lines(piece.name, width - 4, 12);
        double at = lane + (LANE - 6) / 2 + 4 - (Math.min(lines.size(), 2) - 1) * 7.5;
        for (int i = 0; i < Math.min(lines.size(), 2); i++) {
            svg.text(x + width / 2, at + i * 15, lines.get(i), Style.of(12, Anchor.MIDDLE).in(Palette.inkOn(color)));
        }
    }

    private static String color(int kind) {
        return COLORS.get(kind % COLORS.size());
    }
}
