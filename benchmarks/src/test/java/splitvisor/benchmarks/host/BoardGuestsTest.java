package splitvisor.benchmarks.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import splitvisor.cpu.isa.Assembler;
import splitvisor.highvisor.user.Vmm;

/// The bare-metal guests of the board's own tests, as KVM guests: they print what they print bare.
class BoardGuestsTest {

    private static final Path GUESTS = Path.of("../cpu-model/src/test/resources/guests");
    private static final long RAM = 4 << 20;
    private static final long LIMIT = 40_000_000;

    private static String text(String file) throws IOException {
        return Files.readString(GUESTS.resolve(file), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"split,priorities", "vhe,priorities"})
    void theConsoleIsTheBareOne(String host, String guest) throws Exception {
        assertEquals(text(guest + ".expected"), run(host, guest, List.of(), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "vhe"})
    void whatIsTypedReachesTheGuest(String host) throws Exception {
        assertEquals(text("echo.expected"), run(host, "echo", List.of(), "hello, world 123\nend."));
    }

    private static String run(String host, String guest, List<Path> disks, String input) throws Exception {
        byte[] image = Assembler.assemble(text("prelude.s") + text(guest + ".s"), Vmm.IMAGE).bytes();
        Vmm.Options options = Vmm.Options.of("vmm", image, RAM)
                .withDrives(disks.stream().map(Path::toString).toList());
        Vmm vmm = new Vmm(input.isEmpty() ? options : options.withInput());
        InputStream line = new ByteArrayInputStream(input.getBytes(StandardCharsets.US_ASCII));
        Host booted = Host.of(host, Runs.PROFILE, new Host.Shape(1, 3, 0, line), null);
        for (Path disk : disks) {
            booted.kernel().addFile(
                    disk.toString(), FileChannel.open(disk, StandardOpenOption.READ, StandardOpenOption.WRITE));
        }
        booted.spawn(vmm);
        try {
            booted.run(LIMIT);
        } catch (Exception e) {
            System.out.println(booted.kernel().console());
            throw e;
        }
        assertEquals(Vmm.Outcome.POWERED_OFF, vmm.outcome(), () -> booted.kernel().log().toString());
        return booted.kernel().console();
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "vhe"})
    void theBlockDeviceReadsAndWritesItsFile(String host, @TempDir Path folder) throws Exception {
        byte[] disk = new byte[4096];
        put(disk, 512, "a text of a disk");
        Path file = Files.write(folder.resolve("disk"), disk);
        assertEquals(text("virtio.expected"), run(host, "virtio", List.of(file), ""));
        put(disk, 1024, "ksid a fo txet a\n");
        assertArrayEquals(disk, Files.readAllBytes(file));
    }

    private static void put(byte[] disk, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, disk, at, text.length());
    }
}
