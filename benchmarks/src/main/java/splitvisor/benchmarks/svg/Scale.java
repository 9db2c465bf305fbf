package splitvisor.benchmarks.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A linear axis from a lower to an upper bound, with ticks at round numbers. `StrictMath`, since `Math` may round as
/// the processor does.
record Scale(double from, double to, double step, double start, double length) {

    private static final int TICKS = 6;

    /// An axis that covers `low` to `high`, drawn from `start` over `length` (negative: upwards).
    static Scale over(double low, double high, double start, double length) {
        double raw = Math.max(high - low, 1e-9) / TICKS;
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(raw)));
        double step = power * (raw / power > 5 ? 10 : raw / power > 2 ? 5 : raw / power > 1 ? 2 : 1);
        return new Scale(Math.floor(low / step) * step, Math.ceil(high / step - 1e-9) * step, step, start, length);
    }

    /// Where a value is drawn.
    double at(double value) {
        return start + (value - from) / (to - from) * length;
    }

    /// The values of the ticks.
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; from + i * step <= to + step / 1000; i++) {
            ticks.add(from + i * step);
        }
        return ticks;
    }

    /// A tick's label, with as many decimals as the step needs.
    String label(double value) {
        int decimals = step >= 1 ? 0 : (int) Math.ceil(-StrictMath.log10(step) - 1e-9);
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
