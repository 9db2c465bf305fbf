package splitvisor.benchmarks.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.cli.BootCommand;
import splitvisor.benchmarks.cli.Shell;
import splitvisor.cpu.isa.Assembler;

/// The bare-metal guests of `cpu-model`, and the operations that `compare` measures, on QEMU's `virt` and on our
/// board: the same image, the same console, the same log of exceptions.
///
/// QEMU counts instructions as time, so that its runs are repeatable, but for several PEs, whose turns would be too
/// long.
@Tag("qemu")
class GuestsOnQemuTest {

    private static final long LOAD = 0x4008_0000L;
    private static final Path GUESTS = Path.of("../cpu-model/src/test/resources/guests");
    private static final String OPERATIONS = "/splitvisor/benchmarks/guests/operations.s";

    /// Tells a guest that hangs; decides nothing else.
    private static final int MINUTES = 3;

    /// What prints the number of the interrupt of the EL2 virtual timer, which QEMU 7.2 connects to none.
    private static final String CNTHV = "(?m)^(CNTHV|CNTV_EL0) .*$";

    /// A guest on a board.
    private record Guest(String name, int el, int pes, int gic, boolean log, String input, byte[] image) {

        @Override
        public String toString() {
            return "%s at EL%d, GICv%d".formatted(name, el, gic);
        }
    }

    private record Outcome(String console, String log) {}

    @TempDir
    private Path directory;

    private static Stream<Guest> guests() throws IOException {
        return Files.readAllLines(GUESTS.resolve("boards.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(GuestsOnQemuTest::guest);
    }

    private static Guest guest(String line) {
        String[] parts = line.split(" +", 6);
        String input = parts.length < 6 ? "" : parts[5].translateEscapes();
        int el = Integer.parseInt(parts[1]);
        int pes = Integer.parseInt(parts[2]);
        boolean log = parts[4].equals("log");
        return new Guest(parts[0], el, pes, Integer.parseInt(parts[3]), log, input, image("prelude", parts[0]));
    }

    /// The operations whose answers are not the hypervisor's own.
    private static Stream<Guest> operations() {
        return Stream.of("hyp_call", "mmio_read_user", "stage2_fault", "el0_syscall").map(GuestsOnQemuTest::operation);
    }

    private static Guest operation(String name) {
        String start = "    ldr x0, =%s\n    mov x1, #8\n".formatted(name);
        byte[] image = Assembler.assemble(start + resource(OPERATIONS), LOAD).bytes();
        return new Guest(name, 1, 1, 3, true, "", image);
    }

    private static byte[] image(String... sources) {
        StringBuilder all = new StringBuilder();
        for (String source : sources) {
            try {
                all.append(Files.readString(GUESTS.resolve(source + ".s")));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return Assembler.assemble(all.toString(), LOAD).bytes();
    }

    private static String resource(String name) {
        try (var in = GuestsOnQemuTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"guests", "operations"})
    void consoleAndExceptionsAreQemus(Guest guest) throws Exception {
        Path image = Files.write(directory.resolve("image"), guest.image);
        Outcome there = onQemu(guest, image, disk("there"));
        Outcome here = onOurBoard(guest, image, disk("here"));
        assertEquals(there.console.replaceAll(CNTHV, ""), here.console.replaceAll(CNTHV, ""));
        if (guest.log) {
            assertEquals(
                    String.join("\n", ExceptionLog.comparable(there.log)),
                    String.join("\n", ExceptionLog.comparable(here.log)));
        }
        assertEquals(-1, Files.mismatch(directory.resolve("there"), directory.resolve("here")));
    }

    private Path disk(String name) throws IOException {
        byte[] disk = new byte[4096];
        byte[] text = "a text of a disk".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, disk, 512, text.length);
        return Files.write(directory.resolve(name), disk);
    }

    private Outcome onQemu(Guest guest, Path image, Path disk) throws IOException, InterruptedException {
        Path console = directory.resolve("console");
        Path log = directory.resolve("log");
        String machine = "virt,gic-version=%d,virtualization=%s".formatted(guest.gic, guest.el == 2 ? "on" : "off");
        List<String> command = new ArrayList<>(List.of(
                "qemu-system-aarch64", "-M", machine, "-cpu", "neoverse-n1", "-smp", "" + guest.pes, "-m", "64M",
                "-display", "none", "-monitor", "none", "-net", "none", "-serial", "stdio", "-d", "int", "-D",
                log.toString(), "-drive", "if=none,format=raw,id=disk,file=" + disk, "-device",
                "virtio-blk-device,drive=disk", "-kernel", image.toString()));
        List<String> onePe = List.of("-icount", "shift=0,sleep=off");
        command.addAll(guest.pes == 1 ? onePe : List.of("-accel", "tcg,thread=single"));
        Process qemu = new ProcessBuilder(command)
                .redirectOutput(console.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        qemu.getOutputStream().write(guest.input.getBytes(StandardCharsets.US_ASCII));
        qemu.getOutputStream().close();
        if (!qemu.waitFor(MINUTES, TimeUnit.MINUTES)) {
            qemu.destroyForcibly().waitFor();
            throw new AssertionError("does not end on QEMU; so far: " + Files.readString(console));
        }
        return new Outcome(Files.readString(console), Files.readString(log));
    }

    private static Outcome onOurBoard(Guest guest, Path image, Path disk) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        StringWriter log = new StringWriter();
        BootCommand boot = new BootCommand(
                new ByteArrayInputStream(guest.input.getBytes(StandardCharsets.US_ASCII)), console);
        int exit = new Shell(new PrintWriter(new StringWriter()), new PrintWriter(log), false, boot)
                .run("boot", "--el", "" + guest.el, "--cpus", "" + guest.pes, "--gic", "" + guest.gic,
                        "--memory", "64M", "--disk", disk.toString(), "-d", "int", image.toString());
        assertEquals(0, exit, log::toString);
        return new Outcome(console.toString(StandardCharsets.US_ASCII), log.toString());
    }
}
