package splitvisor.benchmarks.svg;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An SVG picture as text. Coordinates have at most two decimals, attributes a fixed order: the same picture is the
/// same bytes.
final class Svg {

    /// Where a text's anchor is.
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String label;

        Anchor(String label) {
            this.label = label;
        }
    }

    private static final String FONT = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

    private final StringBuilder body = new StringBuilder();
    private final double width;
    private final double height;
    private final String title;

    Svg(double width, double height, String title) {
        this.width = width;
        this.height = height;
        this.title = title;
    }

    /// A filled rectangle; `tip` is shown when the mouse rests on it.
    void rect(double x, double y, double w, double h, String fill, String tip) {
        body.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\""
                .formatted(n(x), n(y), n(w), n(h), fill));
        body.append(tip.isEmpty() ? "/>\n" : "><title>%s</title></rect>\n".formatted(escape(tip)));
    }

    void line(double x1, double y1, double x2, double y2, String stroke, double strokeWidth) {
        body.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>\n"
                .formatted(n(x1), n(y1), n(x2), n(y2), stroke, n(strokeWidth)));
    }

    /// A curve through points, x and y in turn.
    void curve(double[] points, String stroke) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            list.append(i == 0 ? "" : " ").append(n(points[i])).append(',').append(n(points[i + 1]));
        }
        body.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\"/>\n"
                .formatted(list, stroke));
    }

    void text(double x, double y, String text, Style style) {
        body.append("<text x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\" fill=\"%s\"%s>%s</text>\n"
                .formatted(
                        n(x),
                        n(y),
                        n(style.size()),
                        style.anchor().label,
                        style.fill(),
                        style.bold() ? " font-weight=\"bold\"" : "",
                        escape(text)));
    }

    /// Text that runs upwards from (x, y).
    void upwards(double x, double y, String text, Style style) {
        body.append("<g transform=\"translate(%s %s) rotate(-90)\">".formatted(n(x), n(y)));
        text(0, 0, text, style);
        body.append("</g>\n");
    }

    /// An element that this class has no method for.
    void element(String markup) {
        body.append(markup).append('\n');
    }

    /// The whole document.
    String document() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%s" height="%s" role="img" \
                font-family="%s">
                <title>%s</title>
                <rect width="%s" height="%s" fill="#ffffff"/>
                %s</svg>
                """.formatted(
                n(width), n(height), n(width), n(height), FONT, escape(title), n(width), n(height), body);
    }

    /// How a text looks.
    record Style(double size, Anchor anchor, String fill, boolean bold) {

        static final String INK = "#222222";
        static final String FAINT = "#666666";

        static Style of(double size, Anchor anchor) {
            return new Style(size, anchor, INK, false);
        }

        Style faint() {
            return new Style(size, anchor, FAINT, bold);
        }

        Style inBold() {
            return new Style(size, anchor, fill, true);
        }

        Style in(String color) {
            return new Style(size, anchor, color, bold);
        }
    }

    /// About how wide a text is, rather more than less: no font is at hand, and none would be the reader's.
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Svg::advance).sum() * size;
    }

    private static double advance(int c) {
        boolean wide = Character.isUpperCase(c) || c == 'm' || c == 'w';
        return ".,:;|!'()[]/ iljtfrI-".indexOf(c) >= 0 ? 0.38 : wide ? 0.8 : 0.64;
    }

    static String n(double value) {
        return new BigDecimal(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
