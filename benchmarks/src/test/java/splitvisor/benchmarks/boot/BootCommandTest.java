package splitvisor.benchmarks.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import splitvisor.benchmarks.cli.BootCommand;
import splitvisor.benchmarks.cli.Shell;

class BootCommandTest {

    @TempDir
    private Path directory;

    private final StringWriter err = new StringWriter();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    private static String resource(String name) throws IOException {
        try (InputStream in = BootCommandTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int boot(String source, String... options) throws IOException {
        Path image = directory.resolve("image.elf");
        Files.write(image, Elf.of(source));
        String[] args = new String[options.length + 2];
        args[0] = "boot";
        System.arraycopy(options, 0, args, 1, options.length);
        args[args.length - 1] = image.toString();
        BootCommand command = new BootCommand(InputStream.nullInputStream(), console);
        return new Shell(new PrintWriter(new StringWriter()), new PrintWriter(err), false, command).run(args);
    }

    @Test
    void theExceptionLogIsQemusLineByLine() throws IOException {
        assertEquals(0, boot(resource("exceptions.s"), "--el", "2", "-d", "int"));
        assertEquals("hello\n", console.toString(StandardCharsets.UTF_8));
        assertEquals(resource("exceptions.qemu.log"), err.toString());
    }

    @Test
    void theTraceHasOneLinePerInstruction() throws IOException {
        Path trace = directory.resolve("trace");
        String powerOff = "ldr x0, =0x84000008\n nop\n hvc #0\n";
        assertEquals(0, boot(powerOff, "--trace", trace.toString()));
        List<String> lines = Files.readAllLines(trace);
        assertEquals(3, lines.size());
        assertEquals("0 EL1 0000000040080004 d503201f nop", lines.get(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b .                  | 5 | the limit of instructions was reached
            wfi                  | 8 | every PE waits for an interrupt or event that cannot come
            .word 0x9ac13020     | 4 | instruction 9ac13020 is not modelled
            """)
    void whatStopsAGuestIsOneLineAndAnExitCode(String source, int code, String line) throws IOException {
        assertEquals(code, boot(source, "--max-instructions", "1000"));
        assertTrue(err.toString().startsWith("splitvisor boot: " + line), err.toString());
        assertEquals(1, err.toString().lines().count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --cpus | 9 | 2 | splitvisor boot: 9 PEs; a machine has 1 to 8
            --gic | 4 | 2 | splitvisor boot: GIC version 4; there are 2 and 3
            --el | 3 | 2 | splitvisor boot: start at EL3; use 1 or 2
            -d | cpu | 2 | splitvisor boot: -d: unknown value 'cpu'; use one of: int
            --memory | 12Q | 2 | splitvisor boot: invalid value for option '--memory': '12Q' is not a size
            --memory | 4K | 2 | splitvisor boot: 4096 bytes of memory: it must be a multiple of 4K, from 1M to 2047M
            --memory | 0 | 2 | splitvisor boot: 0 bytes of memory: it must be a multiple of 4K, from 1M to 2047M
            --memory | -5M | 2 | splitvisor boot: -5242880 bytes of memory: it must be a multiple of 4K, from 1M
            --initrd | no | 3 | splitvisor boot: cannot read no: no such file or directory
            --initrd | . | 3 | splitvisor boot: cannot read .: is a directory
            --disk | no | 3 | splitvisor boot: --disk: cannot read and write no
            """)
    void aWrongRequestIsOneLineAndAnExitCode(String option, String value, int code, String line) throws IOException {
        assertEquals(code, boot("b .", option, value));
        assertTrue(err.toString().startsWith(line), err.toString());
        assertEquals(1, err.toString().lines().count());
    }
}
