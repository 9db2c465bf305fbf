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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import splitvisor.cpu.timer.Exit;
import splitvisor.cpu.virtio.VirtioBlock;

/// Bare-metal guests on the whole board: each has its source and the console it shall produce in
/// `src/test/resources/guests`.
class GuestTest {

    private static final List<Guest> GUESTS =
            List.of(
                    Guest.of("timers-el2"),
                    Guest.of("timers-vhe"),
                    Guest.of("timers-el1").startingAt(1),
                    Guest.of("priorities"),
                    Guest.of("holes"),
                    Guest.of("holes").startingAt(1),
                    Guest.of("priorities").startingAt(1),
                    Guest.of("virtual"),
                    Guest.of("echo").receiving("hello, world 123\nend."),
                    Guest.of("echo").receiving("hello, world 123\nend.").startingAt(1),
                    Guest.of("smp").withPes(4),
                    Guest.of("smp").withPes(4).startingAt(1),
                    Guest.of("timers-gicv2").withGic(2).startingAt(1),
                    Guest.of("gicv2").withPes(2).withGic(2));

    @TestFactory
    Stream<DynamicTest> consoleAndEndAreAsExpected() {
        return GUESTS.stream()
                .map(
                        guest ->
                                DynamicTest.dynamicTest(
                                        guest.name() + " at EL" + guest.startEl(),
                                        () -> {
                                            Guest.Run run = guest.run();
                                            assertEquals(guest.expected(), run.console());
                                            assertEquals(Exit.POWERED_OFF, run.exit());
                                        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void blockDeviceReadsAndWritesItsFile(int startEl, @TempDir Path folder) throws IOException {
        byte[] disk = new byte[4096];
        put(disk, 512, "a text of a disk");
        Path file = Files.write(folder.resolve("disk"), disk);
        Guest guest = Guest.of("virtio").startingAt(startEl);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            VirtioBlock block = new VirtioBlock(channel, false);
            assertEquals(guest.expected(), guest.run(machine -> machine.attach(block)).console());
        }
        put(disk, 1024, "ksid a fo txet a\n");
        assertArrayEquals(disk, Files.readAllBytes(file));
    }

    private static void put(byte[] disk, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, disk, at, text.length());
    }

    @Test
    void severalPesTakeTheSameTurnsInEveryRun() {
        Guest guest = Guest.of("smp").withPes(4);
        List<Long> once = instructions(guest.run());
        assertEquals(once, instructions(guest.run()));
    }

    private static List<Long> instructions(Guest.Run run) {
        return run.machine().cpus.stream().map(cpu -> cpu.instructions).toList();
    }
}
