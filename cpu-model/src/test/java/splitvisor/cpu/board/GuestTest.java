package splitvisor.cpu.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.cpu.timer.Exit;
import splitvisor.cpu.virtio.VirtioBlock;

/// Bare-metal guests on the whole board: each has its source and the console it shall produce in
/// `src/test/resources/guests`.
class GuestTest {

    @TempDir
    private Path folder;

    private static List<Guest> guests() {
        return Guest.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guests")
    void consoleAndEndAreAsExpected(Guest guest) throws IOException {
        byte[] disk = new byte[4096];
        put(disk, 512, "a text of a disk");
        Path file = Files.write(folder.resolve("disk"), disk);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            VirtioBlock block = new VirtioBlock(channel, false);
            Guest.Run run = guest.run(machine -> machine.attach(block));
            assertEquals(guest.expected(), run.console());
            assertEquals(Exit.POWERED_OFF, run.exit());
        }
        if (guest.name().equals("virtio")) {
            put(disk, 1024, "ksid a fo txet a\n");
        }
        assertArrayEquals(disk, Files.readAllBytes(file));
    }

    private static void put(byte[] disk, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, disk, at, text.length());
    }

    @Test
    void severalPesTakeTheSameTurnsInEveryRun() {
        Guest guest = new Guest("smp", 4, 3, 2, "");
        List<Long> once = instructions(guest.run(machine -> {}));
        assertEquals(once, instructions(guest.run(machine -> {})));
    }

    private static List<Long> instructions(Guest.Run run) {
        return run.machine().cpus.stream().map(cpu -> cpu.instructions).toList();
    }
}
