package splitvisor.benchmarks.svg;

import java.util.Locale;
import splitvisor.benchmarks.svg.Svg.Anchor;
import splitvisor.benchmarks.svg.Svg.Style;

/// A schematic picture: boxes, frames around them, arrows between them. Text in backquotes is set as code.
public final class Diagram {

    /// Whose a thing is; the same colours in all pictures of the book.
    public enum Tone {
        GUEST("#d8efe6", "#009e73"),
        HOST("#d6e6f3", "#0072b2"),
        HYP("#fbe3cf", "#d55e00"),
        USER("#fdf3d3", "#b98a00"),
        MACHINE("#ececec", "#666666"),
        PLAIN("#ffffff", "#444444");

        private final String fill;
        private final String stroke;

        Tone(String fill, String stroke) {
            this.fill = fill;
            this.stroke = stroke;
        }
    }

    private static final double LINE = 20;
    private static final double SIZE = 15;
    private static final double HEAD = 9;
    private static final String MONO = "font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\"";

    private final Svg svg;

    public Diagram(double width, double height, String title) {
        svg = new Svg(width, height, title);
        svg.text(20, 30, title, Style.of(19, Anchor.START).inBold());
    }

    /// A box with lines of text in its middle, the first in bold unless it is the only one.
    public Diagram box(double x, double y, double w, double h, Tone tone, String... lines) {
        shape(x, y, w, h, tone);
        double top = y + h / 2 - (lines.length - 1) * LINE / 2 + 5;
        for (int i = 0; i < lines.length; i++) {
            text(x + w / 2, top + i * LINE, lines[i], Anchor.MIDDLE, i == 0 && lines.length > 1 ? SIZE : SIZE - 1,
                    i == 0 && lines.length > 1);
        }
        return this;
    }

    /// A dashed frame with a name at its upper left.
    public Diagram frame(double x, double y, double w, double h, Tone tone, String name) {
        svg.element(("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"9\" fill=\"none\" stroke=\"%s\" "
                        + "stroke-width=\"1.6\" stroke-dasharray=\"7 5\"/>")
                .formatted(Svg.n(x), Svg.n(y), Svg.n(w), Svg.n(h), tone.stroke));
        text(x + 12, y + 21, name, Anchor.START, SIZE, true);
        return this;
    }

    /// An ellipse around (x, y), for a set.
    public Diagram set(double x, double y, double rx, double ry, Tone tone) {
        svg.element(("<ellipse cx=\"%s\" cy=\"%s\" rx=\"%s\" ry=\"%s\" fill=\"%s\" fill-opacity=\"0.75\" "
                        + "stroke=\"%s\" stroke-width=\"1.6\"/>")
                .formatted(Svg.n(x), Svg.n(y), Svg.n(rx), Svg.n(ry), tone.fill, tone.stroke));
        return this;
    }

    /// An arrow through points, x and y in turn.
    public Diagram arrow(Tone tone, double... points) {
        line(tone, points);
        int n = points.length;
        head(tone, points[n - 4], points[n - 3], points[n - 2], points[n - 1]);
        return this;
    }

    /// An arrow with a head at either end.
    public Diagram both(Tone tone, double... points) {
        head(tone, points[2], points[3], points[0], points[1]);
        return arrow(tone, points);
    }

    /// A line through points.
    public Diagram line(Tone tone, double... points) {
        svg.curve(points, tone.stroke);
        return this;
    }

    /// A thin dashed line.
    public Diagram dashed(double x1, double y1, double x2, double y2) {
        svg.element(("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"#999999\" stroke-width=\"1.3\" "
                        + "stroke-dasharray=\"5 5\"/>")
                .formatted(Svg.n(x1), Svg.n(y1), Svg.n(x2), Svg.n(y2)));
        return this;
    }

    /// Text that begins at (x, y).
    public Diagram note(double x, double y, String... lines) {
        for (int i = 0; i < lines.length; i++) {
            text(x, y + i * LINE, lines[i], Anchor.START, SIZE - 1, false);
        }
        return this;
    }

    /// Text around x.
    public Diagram label(double x, double y, String... lines) {
        for (int i = 0; i < lines.length; i++) {
            text(x, y + i * LINE, lines[i], Anchor.MIDDLE, SIZE - 1, false);
        }
        return this;
    }

    /// A heading around x.
    public Diagram heading(double x, double y, String line) {
        text(x, y, line, Anchor.MIDDLE, SIZE + 1, true);
        return this;
    }

    public String svg() {
        return svg.document();
    }

    private void shape(double x, double y, double w, double h, Tone tone) {
        svg.element(("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"7\" fill=\"%s\" stroke=\"%s\" "
                        + "stroke-width=\"1.6\"/>")
                .formatted(Svg.n(x), Svg.n(y), Svg.n(w), Svg.n(h), tone.fill, tone.stroke));
    }

    private void head(Tone tone, double fromX, double fromY, double x, double y) {
        double length = Math.hypot(x - fromX, y - fromY);
        double dx = (x - fromX) / length * HEAD;
        double dy = (y - fromY) / length * HEAD;
        svg.element("<polygon points=\"%s,%s %s,%s %s,%s\" fill=\"%s\"/>".formatted(
                Svg.n(x + dx * 0.2), Svg.n(y + dy * 0.2),
                Svg.n(x - dx - dy * 0.6), Svg.n(y - dy + dx * 0.6),
                Svg.n(x - dx + dy * 0.6), Svg.n(y - dy - dx * 0.6), tone.stroke));
    }

    private void text(double x, double y, String line, Anchor anchor, double size, boolean bold) {
        StringBuilder spans = new StringBuilder();
        String[] parts = line.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = Svg.escape(parts[i]);
            spans.append(i % 2 == 0 ? part : "<tspan %s font-size=\"%s\">%s</tspan>".formatted(
                    MONO, Svg.n(size - 1.5), part));
        }
        svg.element(("<text x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\" fill=\"%s\"%s xml:space=\"preserve\">"
                        + "%s</text>")
                .formatted(Svg.n(x), Svg.n(y), Svg.n(size), anchor.name().toLowerCase(Locale.ROOT), Style.INK,
                        bold ? " font-weight=\"bold\"" : "", spans));
    }
}
