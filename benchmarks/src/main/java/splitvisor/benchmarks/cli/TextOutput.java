package splitvisor.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;

/// A text file that grows while a machine runs; `-` is stderr. What could not be written is told when it is closed.
final class TextOutput implements AutoCloseable {

    private static final String STDERR = "-";

    private final String option;
    private final String file;
    private final PrintWriter writer;

    TextOutput(String option, String file, PrintWriter writer) {
        this.option = option;
        this.file = file;
        this.writer = writer;
    }

    /// Whether it can be opened; a file that is there stays as it is. Null is no file.
    static void check(String option, String file) throws Failure {
        if (file != null && !file.equals(STDERR)) {
            Output.check(option, Path.of(file));
        }
    }

    /// Opens it, or returns null for null.
    static TextOutput open(String option, String file, PrintWriter err) throws Failure {
        try {
            return file == null ? null : new TextOutput(option, file, file.equals(STDERR) ? err : new PrintWriter(
                    Files.newBufferedWriter(Path.of(file), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw Output.unwritable(option, file, e);
        }
    }

    PrintWriter writer() {
        return writer;
    }

    @Override
    public void close() throws Failure {
        if (file.equals(STDERR)) {
            writer.flush();
            return;
        }
        writer.close();
        if (writer.checkError()) {
            throw new Failure(
                    ExitCode.UNWRITABLE, "%s: cannot write all of %s; is its disk full?".formatted(option, file));
        }
    }
}
