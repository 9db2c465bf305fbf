package splitvisor.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;

/// A disk that is full, or a reader that is gone.
class UnwritableOutputTest {

    /// Prints a line for ever, by the PL011.
    private static final String TALKER = """
                ldr     x1, =0x09000000
            1:  mov     w2, #'x'
                str     w2, [x1]
                mov     w2, #'\\n'
                str     w2, [x1]
                b       1b
            """;

    /// One that takes nothing.
    private static final class Full extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private int splitvisor(String command, Path image, String... options) {
        InputStream nothing = InputStream.nullInputStream();
        Shell shell = new Shell(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                false,
                new BootCommand(nothing, new Full()),
                new RunCommand(nothing, new Full()));
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(command.equals("run") ? List.of("--host", "vhe") : List.of());
        line.addAll(List.of(options));
        line.add(image.toString());
        return shell.run(line.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"boot", "run"})
    void aConsoleThatCannotBeWrittenEndsTheCommand(String command) throws IOException {
        Path image = Files.writeString(folder.resolve("talker.s"), TALKER);
        assertEquals(ExitCode.UNWRITABLE.code(), splitvisor(command, image, "--max-instructions", "10000000"));
        assertEquals(
                "splitvisor %s: the guest's console cannot be written: no space left on device\n".formatted(command),
                err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"boot", "run"})
    void nothingIsOverwrittenWhenTheImageIsMissing(String command) throws IOException {
        Path page = Files.writeString(folder.resolve("page"), "a page");
        Path trace = Files.writeString(folder.resolve("trace"), "a trace");
        String[] options = {"--html", page.toString(), "--trace", trace.toString()};
        assertEquals(ExitCode.UNREADABLE.code(), splitvisor(command, folder.resolve("none"), options));
        assertEquals("a page", Files.readString(page));
        assertEquals("a trace", Files.readString(trace));
    }

    @Test
    void aFileThatFailsOnTheWayIsToldWhenItIsClosed() {
        TextOutput file = new TextOutput("--trace", "log", new PrintWriter(new Full()));
        file.writer().print("a line\n");
        Failure failure = assertThrows(Failure.class, file::close);
        assertEquals(ExitCode.UNWRITABLE, failure.code());
        assertEquals("--trace: cannot write all of log; is its disk full?", failure.getMessage());
    }

    @Test
    void aNameThatTheFileSystemCannotHaveIsAUsageError() throws IOException {
        Path image = Files.writeString(folder.resolve("talker.s"), TALKER);
        assertEquals(ExitCode.USAGE.code(), splitvisor("boot", image, "--html", "a\0b"));
        assertTrue(err.toString().endsWith("cannot be a file's name in this locale; use LC_ALL=C.UTF-8; see "
                + "'splitvisor boot --help'\n"), err.toString());
        err.getBuffer().setLength(0);
        assertEquals(ExitCode.USAGE.code(), splitvisor("run", image, "--trace", "a\0b"));
        assertTrue(err.toString().endsWith("cannot be a file's name in this locale; use LC_ALL=C.UTF-8\n"));
    }
}
