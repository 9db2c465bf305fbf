package splitvisor.benchmarks.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import splitvisor.benchmarks.Failure;

/// The program in the JVM of a submission; see [Sandbox].
public final class Examiner {

    private Examiner() {}

    /// Arguments: the submission's folder, an empty folder to work in, the file for the report.
    public static void main(String[] args) throws IOException, Failure {
        Locale.setDefault(Locale.ROOT);
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        try (Writer report = Files.newBufferedWriter(Path.of(args[2]), StandardCharsets.UTF_8)) {
            Examination.examine(Submission.read(Path.of(args[0])), Path.of(args[1]), line -> {
                try {
                    report.write(line + "\n");
                    report.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        System.exit(0);
    }
}
