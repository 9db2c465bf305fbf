package splitvisor.benchmarks.calibrate;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import splitvisor.benchmarks.calibrate.Recipe.Assumed;
import splitvisor.benchmarks.calibrate.Recipe.Parameter;
import splitvisor.cpu.cost.CostGroup;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.Event;

/// The cost profile that a calibration makes, as the JSON that [CostProfile#parse] reads: two lines per cost.
final class ProfileText {

    private final Calibration calibration;
    private final Recipe recipe;
    private final List<String> keys = CostProfile.keys();

    private ProfileText(Calibration calibration) {
        this.calibration = calibration;
        this.recipe = calibration.recipe();
    }

    static String of(Calibration calibration) {
        ProfileText text = new ProfileText(calibration);
        int events = Event.values().length;
        int groups = CostGroup.values().length;
        String on = calibration.on().stream()
                .map(cell -> "\n    " + quoted(cell))
                .collect(Collectors.joining(",", "", calibration.on().isEmpty() ? "" : "\n  "));
        return """
                {
                  "name": %s,
                  "description": %s,
                  "coreHz": %d,
                  "counterHz": %d,
                  "gic": %d,
                  "calibratedOn": [%s],
                %s,
                %s,
                %s
                }
                """.formatted(
                quoted(text.recipe.profile()),
                quoted(text.recipe.description()),
                text.recipe.coreHz(),
                text.recipe.counterHz(),
                text.recipe.gic(),
                on,
                text.table("events", 0, events),
                text.table("sysregRead", events, events + groups),
                text.table("sysregWrite", events + groups, events + 2 * groups));
    }

    private String table(String name, int from, int to) {
        List<String> entries = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String cycles = BigDecimal.valueOf(calibration.centicycles(i), 2).stripTrailingZeros().toPlainString();
            int parameter = calibration.shape()[i] == 0 ? -1 : calibration.parameterOf()[i];
            entries.add("    %s: { \"cycles\": %s, \"provenance\": \"%s\",\n      \"source\": %s }"
                    .formatted(
                            quoted(keys.get(i).substring(name.length() + 1)),
                            cycles,
                            parameter < 0 && !restsOnNumbers(i) ? "assumed" : "calibrated",
                            quoted(parameter < 0 ? assumed(i) : calibrated(i, parameter))));
        }
        return "  \"%s\": {\n%s\n  }".formatted(name, String.join(",\n", entries));
    }

    /// Whether published numbers are in a cost that no parameter scales. Which costs of its shape were fitted a profile
    /// does not say, so all of them count.
    private boolean restsOnNumbers(int cost) {
        Assumed own = recipe.assumed().get(keys.get(cost));
        return own != null ? !own.from().isEmpty() : !CostProfile.builtIn(recipe.shape()).calibratedOn().isEmpty();
    }

    private String assumed(int cost) {
        Assumed own = recipe.assumed().get(keys.get(cost));
        return own != null ? own.source() : "as in " + recipe.shape();
    }

    private String calibrated(int cost, int parameter) {
        Parameter p = recipe.parameters().get(parameter);
        Assumed own = recipe.assumed().get(keys.get(cost));
        BigDecimal shape = BigDecimal.valueOf(calibration.shape()[cost], 2).stripTrailingZeros();
        String from = own != null ? own.source() : "its share in " + recipe.shape();
        return "parameter %s (%s) times %s: %s".formatted(p.name(), p.meaning(), shape.toPlainString(), from);
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
