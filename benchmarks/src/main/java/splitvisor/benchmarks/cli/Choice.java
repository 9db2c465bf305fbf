package splitvisor.benchmarks.cli;

import java.util.List;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;

/// An option whose value is one of a few names.
final class Choice {

    private Choice() {}

    /// Refuses a value that is not among `known`, naming those.
    static void check(String option, String value, List<String> known) throws Failure {
        if (!known.contains(value)) {
            throw new Failure(
                    ExitCode.USAGE,
                    "%s: unknown value '%s'; use one of: %s".formatted(option, value, String.join(", ", known)));
        }
    }
}
