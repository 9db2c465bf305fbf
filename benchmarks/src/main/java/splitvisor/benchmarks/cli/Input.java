package splitvisor.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;

/// A file that a command reads.
final class Input {

    private Input() {}

    /// Its text.
    ///
    /// @param what the option or parameter that names it
    /// @param hint what to give instead, or empty
    static String text(String what, String file, String hint) throws Failure {
        if (file.isBlank()) {
            throw new Failure(ExitCode.USAGE, "%s: an empty name; %s"
                    .formatted(what, hint.isEmpty() ? "give the name of a file" : hint));
        }
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new Failure(ExitCode.UNREADABLE, "%s: cannot read %s: %s%s"
                    .formatted(what, file, Reason.of(e), hint.isEmpty() ? "" : "; " + hint));
        }
    }
}
