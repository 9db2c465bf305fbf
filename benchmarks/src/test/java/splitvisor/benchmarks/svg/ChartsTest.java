package splitvisor.benchmarks.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartsTest {

    @ParameterizedTest
    @CsvSource({"0, 6500, 0, 8000, 2000", "0, 1, 0, 1, 0.2", "1, 4.2, 1, 5, 1", "0, 13872, 0, 15000, 5000"})
    void anAxisEndsAtRoundNumbers(double low, double high, double from, double to, double step) {
        Scale scale = Scale.over(low, high, 0, 100);
        assertEquals(from, scale.from(), 1e-9);
        assertEquals(to, scale.to(), 1e-9);
        assertEquals(step, scale.step(), 1e-9);
        assertEquals(100, scale.at(to), 1e-9);
    }

    @Test
    void longNamesBreakBehindSpacesAndUnderscores() {
        assertEquals(List.of("io_", "latency_", "out"), Wrap.lines("io_latency_out", 60, 14));
        assertEquals(List.of("Virtual", "IRQ"), Wrap.lines("Virtual IRQ", 60, 14));
        assertEquals(List.of("hyp_call"), Wrap.lines("hyp_call", 80, 14));
    }

    @Test
    void textOfAPictureIsEscaped() {
        Svg svg = new Svg(10, 10, "a < b & \"c\"");
        assertTrue(svg.document().contains("<title>a &lt; b &amp; &quot;c&quot;</title>"));
    }

    @Test
    void namesOfCurvesThatEndTogetherDoNotOverlap() {
        List<LineChart.Curve> curves = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            curves.add(new LineChart.Curve("curve" + i, List.of(1.0, 2.0 + i / 1000.0)));
        }
        String svg = new LineChart("t", "x", "y", List.of(0.0, 4.0), curves).svg();
        Matcher names = Pattern.compile("<text x=\"[0-9.]+\" y=\"([0-9.]+)\"[^>]*>curve[0-9]<").matcher(svg);
        List<Double> ys = new ArrayList<>();
        while (names.find()) {
            ys.add(Double.valueOf(names.group(1)));
        }
        assertEquals(6, ys.size());
        ys.sort(null);
        for (int i = 1; i < ys.size(); i++) {
            assertTrue(ys.get(i) - ys.get(i - 1) >= 18, ys.toString());
        }
    }

    @Test
    void partsOfAStackedBarLieBesideEachOther() {
        String svg = new StackedBars(
                "t", "cycles", List.of("a", "b"), List.of(new StackedBars.Bar("bar", List.of(300.0, 100.0)))).svg();
        Matcher parts = Pattern.compile("<rect x=\"([0-9.]+)\" y=\"[0-9.]+\" width=\"([0-9.]+)\"[^>]*><title>bar")
                .matcher(svg);
        assertTrue(parts.find());
        double end = Double.parseDouble(parts.group(1)) + Double.parseDouble(parts.group(2));
        double width = Double.parseDouble(parts.group(2));
        assertTrue(parts.find());
        assertEquals(end, Double.parseDouble(parts.group(1)), 0.02);
        assertEquals(width / 3, Double.parseDouble(parts.group(2)), 0.02);
        assertTrue(svg.contains(">400<"));
    }

    /// What a rung took is the difference of the totals that can be read, not of those behind them.
    @Test
    void theLabelsOfALadderAddUp() {
        String svg = new Ladder("t", "cycles", List.of(
                new Ladder.Rung("from", 100.4, true),
                new Ladder.Rung("one", 50.6, false),
                new Ladder.Rung("two", 51.4, false),
                new Ladder.Rung("three", 60.4, false),
                new Ladder.Rung("to", 60.4, true))).svg();
        List<String> labels = Pattern.compile(">([−+±][0-9]+|= [0-9]+)<").matcher(svg).results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(List.of("−49", "= 51", "±0", "= 51", "+9", "= 60"), labels);
    }

    /// A name has its colour wherever it stands among the others.
    @Test
    void aNameHasOneColourInAllFigures() {
        List<String> orders = List.of("GP Regs, VGIC Regs", "VGIC Regs, GP Regs");
        for (String order : orders) {
            List<String> classes = List.of(order.split(", "));
            String svg = new StackedBars(
                    "t", "cycles", classes, List.of(new StackedBars.Bar("bar", List.of(300.0, 100.0)))).svg();
            assertTrue(svg.matches("(?s).*fill=\"#c9a800\"><title>bar, VGIC Regs.*"), svg);
        }
        String curve = new LineChart("t", "x", "y", List.of(0.0, 4.0),
                List.of(new LineChart.Curve("isb", List.of(1.0, 2.0)),
                        new LineChart.Curve("device read", List.of(1.0, 3.0)))).svg();
        assertTrue(curve.matches("(?s).*fill=\"#c9a800\"[^>]*>device read<.*"), curve);
    }

    @Test
    void allNumbersOfAPictureHaveAsManyDecimals() {
        List<String> colors = List.of("#000000", "#111111");
        BarChart.Group cycles =
                new BarChart.Group("EL2", List.of(new BarChart.Bar(92.0, ""), new BarChart.Bar(9.96, "")));
        String svg = new BarChart("t", "cycles", List.of("published", "ours"), colors, List.of(cycles)).svg();
        assertTrue(svg.contains(">92<") && svg.contains(">10<"), svg);
        BarChart.Group times = new BarChart.Group("app", List.of(new BarChart.Bar(1.0, ""), new BarChart.Bar(1.5, "")));
        svg = new BarChart("t", "times", List.of("published", "ours"), colors, List.of(times)).svg();
        assertTrue(svg.contains(">1.00<") && svg.contains(">1.50<"), svg);
    }

    @Test
    void aBarWithoutAValueSaysWhy() {
        BarChart.Group group =
                new BarChart.Group("IPI", List.of(new BarChart.Bar(9.0, ""), new BarChart.Bar(null, "not yet")));
        List<String> colors = List.of("#000000", "#111111");
        String svg = new BarChart("t", "cycles", List.of("published", "ours"), colors, List.of(group)).svg();
        assertTrue(svg.contains(">not yet<"));
        assertEquals(1, svg.split("<title>IPI", -1).length - 1);
    }
}
