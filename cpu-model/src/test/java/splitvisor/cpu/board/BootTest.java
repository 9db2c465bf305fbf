package splitvisor.cpu.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.timer.Exit;

class BootTest {

    private static final long RAM = 0x4000_0000L;
    private static final int SMALL = 16 << 20;

    // movz x1, #0x900, lsl #16; movz w2, #'!'; str w2, [x1]; movz w0, #0x8400, lsl #16; add w0, w0, #8; smc #0
    private static final int[] POWER_OFF = {0xd2a12001, 0x52800422, 0xb9000022, 0x52b08000, 0x11002000, 0xd4000003};

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void rawImageRunsFromItsUsualAddressUntilItPowersOff() throws Exception {
        Boot boot = prepare(code(), null, SMALL);
        assertEquals(RAM + 0x8_0000, boot.machine().cpu().pc);
        assertEquals(Exit.POWERED_OFF, boot.run());
        assertEquals("!", console.toString(StandardCharsets.US_ASCII));
        assertEquals(6, boot.machine().cpu().instructions);
    }

    @Test
    void treeFollowsTheRamDiskInTheMiddleOfRam() throws Exception {
        byte[] disk = {1, 2, 3};
        Boot boot = prepare(code(), disk, SMALL);
        long middle = RAM + SMALL / 2;
        assertArrayEquals(disk, bytes(boot, middle, 3));
        assertEquals(middle + 0x20_0000, boot.machine().cpu().x[0]);
        assertEquals(0xedfe_0dd0L, boot.machine().memory.readRam(middle + 0x20_0000, 2));
        assertEquals(RAM + (128 << 20), prepare(code(), null, 512 << 20).machine().cpu().x[0]);
    }

    @Test
    void linuxImageGoesWhereItsHeaderAsks() throws Exception {
        byte[] image = linuxImage(0, 0x10_0000);
        assertEquals(RAM + 0x20_0000, prepare(image, null, SMALL).machine().cpu().pc);
        assertEquals(RAM + 0x8_0000, prepare(linuxImage(0x8_0000, 0x1000), null, SMALL).machine().cpu().pc);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(image);
        }
        assertEquals(RAM + 0x20_0000, prepare(packed.toByteArray(), null, SMALL).machine().cpu().pc);
    }

    @Test
    void elfIsLoadedAtItsPhysicalAddressesWithTheTreeAtTheStartOfRam() throws Exception {
        Boot boot = prepare(elf(header -> {}), null, SMALL);
        assertEquals(RAM + 0x1_0000, boot.machine().cpu().pc);
        assertEquals(RAM, boot.machine().cpu().x[0]);
        assertEquals(Exit.POWERED_OFF, boot.run());
    }

    @Test
    void elfAtTheStartOfRamHasTheTreeElsewhere() throws Exception {
        Boot boot = prepare(elf(header -> header.putLong(64 + 24, RAM)), null, SMALL);
        assertEquals(RAM + SMALL / 2, boot.machine().cpu().x[0]);
    }

    @Test
    void badInputIsOneLineThatSaysWhatIsWrong() throws Exception {
        Object[][] cases = {
            {new byte[0], SMALL, "is empty"},
            {Arrays.copyOf(elf(header -> {}), 40), SMALL, "cut off after 40 bytes"},
            {Arrays.copyOf(elf(header -> {}), 125), SMALL, "segment 0 is outside the file"},
            {elf(header -> header.putShort(18, (short) 62)), SMALL, "machine 62"},
            {elf(header -> header.put(4, (byte) 1)), SMALL, "not a 64-bit little-endian"},
            {elf(header -> header.putLong(32, 1 << 20)), SMALL, "program headers are outside"},
            {elf(header -> header.putInt(64, 2)), SMALL, "no segment to load"},
            {elf(header -> header.putLong(64 + 40, 1)), SMALL, "larger in the file"},
            {elf(header -> header.putLong(24, 0x1000)), SMALL, "entry point 0x1000 is not in RAM"},
            {elf(header -> header.putLong(64 + 24, 0x1000)), SMALL, "needs 0x18 bytes at 0x1000"},
            {elf(header -> header.putLong(64 + 40, -1L >>> 1)), SMALL, "the image needs"},
            {new byte[2 << 20], 1 << 20, "the image needs 0x200000 bytes at 0x40080000"},
            {code(), 1 << 20, "the device tree needs"},
            {linuxImage(0, 8), SMALL, "Image header is inconsistent"},
            {new byte[] {0x1f, (byte) 0x8b, 8, 0}, SMALL, "cannot be unpacked"},
        };
        for (Object[] test : cases) {
            BootException e =
                    assertThrows(
                            BootException.class,
                            () -> prepare((byte[]) test[0], null, (int) test[1]),
                            (String) test[2]);
            assertTrue(e.getMessage().contains((String) test[2]), e.getMessage());
            assertEquals(1, e.getMessage().lines().count());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-4096, 0, 4096, SMALL + 1, Integer.MAX_VALUE})
    void anAmountOfRamThatNoMachineHasIsOneLine(int bytes) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> prepare(code(), null, bytes));
        assertEquals(
                bytes + " bytes of memory: it must be a multiple of 4K, from 1M to 2047M", e.getMessage());
    }

    @Test
    void assemblyIsAssembledForWhereARawImageGoes() throws Exception {
        Boot boot = prepareSource(".quad .\n");
        assertEquals(RAM + 0x8_0000, boot.machine().cpu().pc);
        assertEquals(RAM + 0x8_0000, boot.machine().memory.readRam(RAM + 0x8_0000, 3));
    }

    @Test
    void whatIsWrongWithAssemblyIsOneLineWithItsPlace() {
        Map<String, String> wrong = Map.of(
                "nop\nb nowhere\n", "guest.s: line 2, column 3: ",
                "// nothing\n", "guest.s is empty",
                ".byte '\u00ff'", "guest.s: it is not UTF-8 text");
        wrong.forEach((source, message) -> {
            BootException e = assertThrows(BootException.class, () -> prepareSource(source), message);
            assertTrue(e.getMessage().contains(message), e.getMessage());
            assertEquals(1, e.getMessage().lines().count());
        });
    }

    private Boot prepareSource(String source) throws BootException, IOException {
        Path file = Files.write(folder.resolve("guest.s"), source.getBytes(StandardCharsets.ISO_8859_1));
        return Boot.prepare(new Boot.Request(Profiles.flat(1, 1), SMALL, options(), file, null, ""));
    }

    @Test
    void ramDiskThatDoesNotFitIsOneLine() {
        BootException e = assertThrows(BootException.class, () -> prepare(code(), new byte[SMALL / 2 + 1], SMALL));
        assertTrue(e.getMessage().contains("the initial RAM disk needs 0x800001 bytes at 0x40800000"), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    @Test
    void twoPiecesInOnePlaceAreOneLine() {
        byte[] image = elf(header -> header.putLong(64 + 24, RAM + SMALL / 2));
        BootException e = assertThrows(BootException.class, () -> prepare(image, new byte[8], SMALL));
        assertTrue(e.getMessage().contains(
                "the initial RAM disk, from 0x40800000 to 0x40800008, overlaps the piece of the image at 0x40800000"),
                e.getMessage());
    }

    @Test
    void commandLineThatDoesNotFitIsOneLine() throws Exception {
        Path file = Files.write(folder.resolve("image"), code());
        Boot.Request request =
                new Boot.Request(Profiles.flat(1, 1), SMALL, options(), file, null, "x".repeat(16 << 20));
        BootException e = assertThrows(BootException.class, () -> Boot.prepare(request));
        assertTrue(e.getMessage().contains("the device tree needs 0x1"), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    @Test
    void missingFileIsNamed() {
        Boot.Request request =
                new Boot.Request(Profiles.flat(1, 1), SMALL, options(), folder.resolve("none"), null, "");
        assertTrue(assertThrows(BootException.class, () -> Boot.prepare(request)).getMessage().contains("none"));
    }

    @Test
    void endlessGuestEndsAtTheLimit() throws Exception {
        Boot boot = prepare(words(0x14000000), null, SMALL); // b .
        boot.machine().timeLine.limit(1_000_000);
        assertEquals(Exit.LIMIT, boot.run());
        assertEquals(1_000_000, boot.machine().cpu().instructions);
    }

    private Boot prepare(byte[] image, byte[] disk, int ramSize) throws BootException, IOException {
        Path file = Files.write(folder.resolve("image"), image);
        Path initrd = disk == null ? null : Files.write(folder.resolve("disk"), disk);
        return Boot.prepare(
                new Boot.Request(
                        Profiles.flat(1_000_000_000, 10_000_000), ramSize, options(), file, initrd, "quiet"));
    }

    private Machine.Options options() {
        return new Machine.Options(1, 3, 2, console, null);
    }

    private static byte[] bytes(Boot boot, long pa, int size) {
        PhysicalMemory memory = boot.machine().memory;
        return Arrays.copyOfRange(memory.ram(), memory.offset(pa), memory.offset(pa) + size);
    }

    private static byte[] code() {
        return words(POWER_OFF);
    }

    private static byte[] words(int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(words);
        return bytes.array();
    }

    private static byte[] linuxImage(long textOffset, long size) {
        ByteBuffer image = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        image.putLong(8, textOffset).putLong(16, size).putInt(56, 0x644d_5241);
        return image.array();
    }

    /// An executable with [#POWER_OFF] as its one segment, at RAM + 0x10000, and a change to its headers.
    private static byte[] elf(Consumer<ByteBuffer> change) {
        byte[] code = code();
        ByteBuffer file = ByteBuffer.allocate(120 + code.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1});
        file.putShort(16, (short) 2).putShort(18, (short) 183).putLong(24, RAM + 0x1_0000);
        file.putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) 1);
        file.putInt(64, 1).putLong(64 + 8, 120).putLong(64 + 24, RAM + 0x1_0000);
        file.putLong(64 + 32, code.length).putLong(64 + 40, code.length);
        file.position(120);
        file.put(code);
        change.accept(file);
        return file.array();
    }
}
