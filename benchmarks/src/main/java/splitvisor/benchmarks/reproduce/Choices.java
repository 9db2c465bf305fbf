package splitvisor.benchmarks.reproduce;

import java.util.Locale;
import splitvisor.benchmarks.calibrate.Validation;

/// What to say about a [Validation].
final class Choices {

    /// The bounds of "most".
    static final double LOW = 0.05;
    static final double HIGH = 0.95;

    private static final double MIDDLE = 0.5;

    private Choices() {}

    /// The mean error of the middle one of all choices: what the recipe must not exceed.
    static double median(Validation validation) {
        return validation.quantile(MIDDLE);
    }

    /// Three sentences, on four lines.
    static String sentence(Validation validation) {
        return String.format(
                Locale.ROOT,
                """
                %s
                The cells to fit were chosen with the errors in view. Of the %,d choices of as many cells that the rules
                allow, %s predict the rest better, the median errs by %s, nine in ten by %s to %s; a number left out
                while all others are fitted is missed by %s.""",
                validation.recipe().freedomInWords(),
                validation.errors().length,
                percent(validation.better()),
                percent(median(validation)),
                percent(validation.quantile(LOW)),
                percent(validation.quantile(HIGH)),
                percent(validation.leaveOneOut()));
    }

    /// A share, `18%`.
    static String percent(double share) {
        return String.format(Locale.ROOT, "%,.0f%%", 100 * share);
    }
}
