package splitvisor.benchmarks.calibrate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import splitvisor.benchmarks.calibrate.Recipe.Parameter;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.benchmarks.papers.Result;
import splitvisor.benchmarks.report.TextTable;

/// What a calibration found, for people: the parameters, the cells it was fitted to, and the cells it predicts.
public final class CalibrationReport {

    private CalibrationReport() {}

    /// The report; every line ends in a line feed.
    public static String of(Calibration calibration, Laboratory laboratory) {
        Recipe recipe = calibration.recipe();
        Reproduction reproduction = Reproduction.of(Paper.of(recipe.paper()), calibration.profile(), laboratory);
        List<String> lines = new ArrayList<>();
        lines.add("profile %s, from the shape of %s".formatted(recipe.profile(), recipe.shape()));
        lines.add("");
        lines.addAll(parameters(calibration).lines());
        lines.add("");
        lines.add(recipe.freedomInWords());
        lines.add("");
        lines.addAll(cells(reproduction).lines());
        lines.add("");
        lines.add(reproduction.meanAbsoluteError()
                .map(error -> "mean absolute error of the %s that are predicted: %s"
                        .formatted(reproduction.predictedInWords(), percent(error).substring(1)))
                .orElse("no cell is predicted"));
        return String.join("\n", lines) + "\n";
    }

    private static TextTable parameters(Calibration calibration) {
        TextTable table =
                new TextTable().text("", "parameter").number("", "factor").number("", "costs").text("", "meaning");
        for (int p = 0; p < calibration.factors().length; p++) {
            Parameter parameter = calibration.recipe().parameters().get(p);
            int index = p;
            table.row(List.of(
                    parameter.name(),
                    String.format(Locale.ROOT, "%.4f", calibration.factors()[p]),
                    Long.toString(Arrays.stream(calibration.parameterOf()).filter(of -> of == index).count()),
                    parameter.meaning()));
        }
        return table;
    }

    private static TextTable cells(Reproduction reproduction) {
        TextTable table = new TextTable()
                .text("", "cell")
                .number("", "published")
                .number("", "ours")
                .number("", "error")
                .text("", "mark");
        for (Result result : reproduction.results()) {
            if (result.ours() != null) {
                table.row(List.of(
                        result.id(),
                        result.cell().value().toPlainString(),
                        result.ours().setScale(0, RoundingMode.HALF_UP).toPlainString(),
                        percent(result.error()),
                        result.mark().label()));
            }
        }
        return table;
    }

    private static String percent(BigDecimal fraction) {
        return String.format(Locale.ROOT, "%+.1f%%", fraction.movePointRight(2).doubleValue());
    }
}
