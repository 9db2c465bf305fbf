package splitvisor.benchmarks.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import splitvisor.benchmarks.cli.BootCommand;
import splitvisor.benchmarks.cli.RunCommand;
import splitvisor.benchmarks.cli.Shell;

class RunCommandTest {

    /// Prints the first word of the device tree, its magic number.
    private static final String PROGRAM = """
            start:  ldr     w20, [x0]
                    ldr     x1, =0x09000000
                    mov     x3, #28
            1:      lsr     w4, w20, w3
                    and     w4, w4, #15
                    cmp     w4, #10
                    add     w5, w4, #'0'
                    add     w6, w4, #('a' - 10)
                    csel    w4, w5, w6, lo
                    str     w4, [x1]
                    subs    x3, x3, #4
                    b.pl    1b
                    ldr     w0, =0x84000008
                    hvc     #0
            """;

    @TempDir
    private Path directory;

    private final StringWriter err = new StringWriter();
    private String typed = "";
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    private int splitvisor(String source, String... command) throws IOException {
        Path image = directory.resolve("image.elf");
        Files.write(image, Elf.of(source));
        return splitvisor(image, command);
    }

    private int splitvisor(Path image, String... command) {
        String[] args = java.util.Arrays.copyOf(command, command.length + 1);
        args[command.length] = image.toString();
        BootCommand boot = new BootCommand(input(), console);
        PrintWriter out = new PrintWriter(new StringWriter());
        return new Shell(out, new PrintWriter(err), false, boot, new RunCommand(input(), console)).run(args);
    }

    private InputStream input() {
        return new ByteArrayInputStream(typed.getBytes(StandardCharsets.US_ASCII));
    }

    private String printed() {
        return console.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"split", "vhe"})
    void aGuestPrintsWhatItPrintsBare(String host) throws IOException {
        assertEquals(0, splitvisor(PROGRAM, "boot"), err::toString);
        assertEquals("edfe0dd0", printed());
        console.reset();
        assertEquals(0, splitvisor(PROGRAM, "run", "--host", host), err::toString);
        assertEquals("edfe0dd0", printed());
    }

    @ParameterizedTest
    @CsvSource({"boot", "run --host split", "run --host vhe"})
    void assemblyIsAssembledAndLoadedAsARawImageIs(String command) throws IOException {
        Path source = Files.writeString(directory.resolve("guest.s"), PROGRAM);
        assertEquals(0, splitvisor(source, command.split(" ")), err::toString);
        assertEquals("edfe0dd0", printed());
    }

    @ParameterizedTest
    @CsvSource({"boot", "run --host vhe"})
    void anErrorInAssemblyIsOneLineWithFileAndLine(String command) throws IOException {
        Path source = Files.writeString(directory.resolve("guest.s"), "start: nop\n    addd x0, x0, #1\n");
        assertEquals(3, splitvisor(source, command.split(" ")));
        String message = "%s: line 2, column 5: ".formatted(source);
        assertTrue(err.toString().startsWith("splitvisor " + command.split(" ")[0] + ": " + message), err.toString());
        assertEquals(1, err.toString().lines().count());
    }

    /// The version of the GIC's system registers, 0 if there are none, as ID_AA64PFR0_EL1 says.
    private static final String GIC = """
            start:  mrs     x4, id_aa64pfr0_el1
                    ubfx    x4, x4, #24, #4
                    add     w4, w4, #'0'
                    ldr     x1, =0x09000000
                    str     w4, [x1]
                    ldr     w0, =0x84000008
                    hvc     #0
            """;

    @ParameterizedTest
    @CsvSource({
        "'', 1, 0",
        "--gic 2, 0, 0",
        "--profile hp-m400, 0, 0",
        "--profile hp-m400 --gic 2, 0, 0",
        "--profile hp-m400 --gic 3, 1, 1",
    })
    void theGicIsTheProfilesAndOneLineSaysWhereItIsAnother(String options, String gic, int lines) throws IOException {
        for (String command : new String[] {"boot", "run --host split", "run --host vhe"}) {
            console.reset();
            err.getBuffer().setLength(0);
            assertEquals(0, splitvisor(GIC, "%s %s".formatted(command, options).strip().split(" ")), err::toString);
            assertEquals(gic, printed(), command);
            assertEquals(lines, err.toString().lines().count(), err::toString);
        }
    }

    @Test
    void anUnknownHostIsOneLine() throws IOException {
        assertEquals(2, splitvisor("b .", "run", "--host", "xen"));
        assertEquals("splitvisor run: --host: unknown value 'xen'; use one of: split, vhe\n", err.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b .                         | 5 | the limit of 200000 instructions was reached at PC 0x40080000
            wfi                         | 8 | every PE waits for an interrupt or event that cannot come
            .word 0x9ac13020            | 4 | instruction 9ac13020 is not modelled
            """)
    void whatStopsAGuestIsOneLineAndAnExitCode(String source, int code, String line) throws IOException {
        String[] run = {"run", "--host", "vhe", "--memory", "1M", "--max-instructions", "200000"};
        assertEquals(code, splitvisor(source, run));
        assertTrue(err.toString().startsWith("splitvisor run: " + line), err.toString());
        assertEquals(1, err.toString().lines().count());
    }

    @Test
    void theTraceAndTheCountersGoToStderrAndToFiles() throws IOException {
        Path trace = directory.resolve("trace");
        Path json = directory.resolve("stats.json");
        String[] run = {
            "run", "--host", "split", "--kvm-trace", trace.toString(), "--stats", "--stats-json", json.toString()
        };
        assertEquals(0, splitvisor(PROGRAM, run), err::toString);
        assertEquals("edfe0dd0", printed());
        assertEquals(8, Files.readAllLines(trace).stream().filter(line -> line.contains("mmio write len 4")).count());
        assertTrue(err.toString().startsWith("KVM's counters:\n"), err.toString());
        assertTrue(Files.readString(json).contains("\"mmio_exit_user\" : 8"));
    }

    @Test
    void aTraceFileThatCannotBeWrittenIsOneLine() throws IOException {
        Path nowhere = directory.resolve("no/trace");
        assertEquals(6, splitvisor("b .", "run", "--host", "vhe", "--kvm-trace", nowhere.toString()));
        assertEquals(
                "splitvisor run: --kvm-trace: cannot write %s: no such file or directory\n".formatted(nowhere),
                err.toString());
    }

    /// The device behind the last transport: what it is, and its capacity in sectors.
    private static final String DISK = """
            ldr x1, =0x09000000
            ldr x2, =0x0a003e00
            ldr w3, [x2, #8]
            add w3, w3, #'0'
            str w3, [x1]
            ldr w3, [x2, #0x100]
            add w3, w3, #'0'
            str w3, [x1]
            ldr x2, =0x0a003c00
            ldr w3, [x2, #8]
            add w3, w3, #'0'
            str w3, [x1]
            ldr w0, =0x84000008
            hvc #0
            """;

    @ParameterizedTest
    @CsvSource({"boot", "run --host split", "run --host vhe"})
    void drivesAndConsoleAreBehindTheLastTransports(String command) throws IOException {
        Path disk = Files.write(directory.resolve("disk"), new byte[3 * 512]);
        String line = command + " --virtio-console --disk " + disk;
        assertEquals(0, splitvisor(DISK, line.split(" ")), err::toString);
        assertEquals("233", printed());
    }

    @ParameterizedTest
    @CsvSource({"boot", "run --host vhe"})
    void aDriveThatIsNotThereIsOneLine(String command) throws IOException {
        assertEquals(3, splitvisor("b .", (command + " --disk nowhere").split(" ")));
        String line = "--disk: cannot read and write nowhere: no such file or directory\n";
        assertTrue(err.toString().endsWith(line), err.toString());
    }

    /// Prints what it receives until a dot, by polling.
    private static final String ECHO = """
            ldr x1, =0x09000000
            1: ldr w2, [x1, #0x18]
            tbnz w2, #4, 1b
            ldr w2, [x1]
            str w2, [x1]
            cmp w2, #'.'
            b.ne 1b
            ldr w0, =0x84000008
            hvc #0
            """;

    @ParameterizedTest
    @CsvSource({"boot", "run --host split", "run --host vhe"})
    void stdinReachesTheGuest(String command) throws IOException {
        typed = "ab c.";
        assertEquals(0, splitvisor(ECHO, (command + " --max-instructions 400000000").split(" ")), err::toString);
        assertEquals("ab c.", printed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --cpus | 9 | splitvisor run: 9 PEs; a machine has 1 to 8
            --host-cpus | 9 | splitvisor run: --host-cpus: 9 PEs; a machine has 1 to 8
            --host-cpus | 0 | splitvisor run: --host-cpus: 0 PEs; a machine has 1 to 8
            --memory | 3G | splitvisor run: 3221225472 bytes of memory: it must be a multiple of 4K, from 1M to 2047M
            --memory | 1048577 | splitvisor run: 1048577 bytes of memory: it must be a multiple of 4K, from 1M to 2047M
            --max-instructions | 0 | splitvisor run: --max-instructions: 0 is not a positive number
            --quantum | 99 | splitvisor run: --quantum: 99 cycles; use 100 or more
            """)
    void aWrongNumberIsOneLine(String option, String value, String line) throws IOException {
        assertEquals(2, splitvisor("b .", "run", "--host", "vhe", option, value));
        assertEquals(line + "\n", err.toString());
    }
}
