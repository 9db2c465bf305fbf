package splitvisor.benchmarks.reproduce;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// Numbers as pages show them.
final class Numbers {

    private static final BigDecimal WHOLE_FROM = BigDecimal.TEN;

    private Numbers() {}

    /// A relative error, `+3%`.
    static String percent(BigDecimal fraction) {
        String text = String.format(Locale.ROOT, "%+.0f%%", fraction.movePointRight(2).doubleValue());
        return text.matches("[-+]0%") ? "±0%" : text;
    }

    /// A count of cycles: whole from ten on, exact below.
    static String cycles(BigDecimal value) {
        if (value.abs().compareTo(WHOLE_FROM) < 0) {
            BigDecimal rounded = value.setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
            return rounded.toPlainString();
        }
        return String.format(Locale.ROOT, "%,d", value.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /// A number with six significant decimals at most, for data files.
    static String plain(double value) {
        return new BigDecimal(value).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
