package splitvisor.benchmarks.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.boot.TwoBoards.Outcome;
import splitvisor.cpu.isa.Assembler;

/// The bare-metal guests of `cpu-model`, and the operations that `compare` measures, on QEMU's `virt` and on our
/// board: the same image, the same console, the same log of exceptions.
@Tag("qemu")
class GuestsOnQemuTest {

    private static final long LOAD = 0x4008_0000L;
    private static final Path GUESTS = Path.of("../cpu-model/src/test/resources/guests");
    private static final String OPERATIONS = "/splitvisor/benchmarks/guests/operations.s";

    /// What prints the number of the interrupt of the EL2 virtual timer, which QEMU 7.2 connects to none.
    private static final String CNTHV = "(?m)^(CNTHV|CNTV_EL0) .*$";

    /// A guest on a board.
    private record Guest(String name, int el, int pes, int gic, boolean log, String input, byte[] image) {

        @Override
        public String toString() {
            return "%s at EL%d, GICv%d".formatted(name, el, gic);
        }
    }

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
        TwoBoards boards = new TwoBoards(directory, guest.el, guest.pes, guest.gic, guest.input);
        Outcome there = boards.onQemu(image, disk("there"));
        Outcome here = boards.onOurs(image, disk("here"));
        assertEquals(there.console().replaceAll(CNTHV, ""), here.console().replaceAll(CNTHV, ""));
        if (guest.log) {
            assertEquals(
                    String.join("\n", ExceptionLog.comparable(there.log())),
                    String.join("\n", ExceptionLog.comparable(here.log())));
        }
        assertEquals(-1, Files.mismatch(directory.resolve("there"), directory.resolve("here")));
    }

    private Path disk(String name) throws IOException {
        byte[] disk = new byte[4096];
        byte[] text = "a text of a disk".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, disk, 512, text.length);
        return Files.write(directory.resolve(name), disk);
    }
}
