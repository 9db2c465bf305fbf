package splitvisor.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;

/// What a command writes: a file when its work is done, a remark on stderr before.
final class Output {

    private Output() {}

    /// One line of the command's, which is no failure.
    static void remark(CommandSpec command, Optional<String> line) {
        PrintWriter err = command.commandLine().getErr();
        line.ifPresent(text -> err.print("%s: %s\n".formatted(command.qualifiedName(), text)));
        err.flush();
    }

    /// Whether it can be written, found out before the work: a file that is there is opened and left as it is, one that
    /// is not is made and removed again. A pipe is not touched, since its reader would see it end.
    static void check(String option, Path file) throws Failure {
        boolean there = Files.exists(file);
        if (there && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            return;
        }
        try {
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
            if (!there) {
                Files.delete(file.toRealPath()); // a link stays
            }
        } catch (IOException e) {
            throw unwritable(option, file, e);
        }
    }

    /// Writes it.
    static void write(String option, Path file, String content) throws Failure {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw unwritable(option, file, e);
        }
    }

    static Failure unwritable(String option, Object file, IOException e) {
        return new Failure(ExitCode.UNWRITABLE, "%s: cannot write %s: %s".formatted(option, file, Reason.of(e)));
    }
}
