package splitvisor.benchmarks.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import splitvisor.cpu.isa.Assembler;
import splitvisor.highvisor.user.Vmm;

/// Guests that drive the VMM's devices, without interrupts, in every host.
class VmmDevicesTest {

    /// What a guest ends with: power-off.
    private static final String FRAME = """
            %s
            off:    ldr     w0, =0x84000008
                    hvc     #0
                    b       .
            """;

    private static String run(String host, String source, List<Path> disks, boolean virtioConsole)
            throws Exception {
        byte[] image = Assembler.assemble(FRAME.formatted(source) + GuestParts.REPORT, Vmm.IMAGE).bytes();
        Vmm.Options options = Vmm.Options.of("vmm", image, 2 << 20)
                .withDrives(disks.stream().map(Path::toString).toList());
        Vmm vmm = new Vmm(virtioConsole ? options.withVirtioConsole() : options);
        Host booted = Host.of(host, Runs.PROFILE, null);
        for (Path disk : disks) {
            booted.kernel().addFile(
                    disk.toString(), FileChannel.open(disk, StandardOpenOption.READ, StandardOpenOption.WRITE));
        }
        booted.spawn(vmm);
        booted.run(Runs.LIMIT);
        assertEquals(Vmm.Outcome.POWERED_OFF, vmm.outcome(), () -> booted.kernel().log().toString());
        return booted.kernel().console();
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "vhe"})
    void theClockShowsTheBoardsTime(String host) throws Exception {
        String console = run(host, "ldr x1, =0x09010000\n ldr w22, [x1]\n bl report", List.of(), false);
        assertEquals("%016x".formatted(1_767_225_600), console);
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "vhe"})
    void theUartIdentifiesItself(String host) throws Exception {
        String console = run(host, """
                ldr x1, =0x09000fe0
                ldr w22, [x1]
                ldr w2, [x1, #4]
                orr w22, w22, w2, lsl #8
                bl report
                """, List.of(), false);
        assertEquals("%016x".formatted(0x1011), console);
    }

    /// One descriptor chain: header, data, status; then the used ring is looked at until it has moved.
    private static final String BLOCK_REQUEST = """
                    ldr     x20, =0x0a003e00
                    ldr     w1, [x20, #8]       // DeviceID
                    cmp     w1, #2
                    b.ne    off
                    mov     w1, #7
                    str     w1, [x20, #0x70]
                    mov     w1, #4096
                    str     w1, [x20, #0x28]
                    str     wzr, [x20, #0x30]
                    mov     w1, #8
                    str     w1, [x20, #0x38]
                    mov     w1, #4096
                    str     w1, [x20, #0x3c]
                    ldr     x21, =0x40100000
                    lsr     x1, x21, #12
                    str     w1, [x20, #0x40]
                    ldr     x2, =0x40103000     // the header: type, sector
                    mov     w1, #%d
                    str     w1, [x2]
                    mov     x1, #%d
                    str     x1, [x2, #8]
                    str     x2, [x21]
                    mov     w1, #16
                    str     w1, [x21, #8]
                    ldr     w1, =0x00010001
                    str     w1, [x21, #12]
                    ldr     x23, =0x40104000    // the data
                    ldr     x1, =0x6463626134333231
                    str     x1, [x23]
                    str     x23, [x21, #16]
                    mov     w1, #512
                    str     w1, [x21, #24]
                    ldr     w1, =0x%x
                    str     w1, [x21, #28]
                    add     x1, x2, #32         // the status
                    mov     w3, #0x55
                    strb    w3, [x1]
                    str     x1, [x21, #32]
                    mov     w1, #1
                    str     w1, [x21, #40]
                    mov     w1, #2
                    str     w1, [x21, #44]
                    mov     w1, #1
                    strh    w1, [x21, #130]     // available: one
                    str     wzr, [x20, #0x50]
                    ldr     x1, =0x40101000
                    ldrh    w22, [x1, #2]       // used: one
                    ldrb    w3, [x2, #32]
                    orr     w22, w22, w3, lsl #16
                    bl      report
                    ldr     x22, [x23]
                    bl      report
                    ldr     w22, [x20, #0x70]
                    bl      report
            """;

    @ParameterizedTest
    @ValueSource(strings = {"split", "vhe"})
    void theBlockDeviceReadsAFileOfTheHost(String host, @TempDir Path folder) throws Exception {
        byte[] disk = new byte[4096];
        System.arraycopy("ABCDEFGH".getBytes(StandardCharsets.US_ASCII), 0, disk, 1024, 8);
        Path file = Files.write(folder.resolve("disk"), disk);
        String console = run(host, BLOCK_REQUEST.formatted(0, 2, 0x20003), List.of(file), false);
        assertEquals("%016x%016x%016x".formatted(1, 0x4847_4645_4443_4241L, 7), console);
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "vhe"})
    void theBlockDeviceWritesAFileOfTheHost(String host, @TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("disk"), new byte[4096]);
        String console = run(host, BLOCK_REQUEST.formatted(1, 3, 0x20001), List.of(file), true);
        assertEquals("%016x".formatted(1), console.substring(0, 16));
        byte[] written = Arrays.copyOfRange(Files.readAllBytes(file), 1536, 1544);
        assertArrayEquals("1234abcd".getBytes(StandardCharsets.US_ASCII), written);
    }

    /// A chain of descriptors without an end breaks the device (DEVICE_NEEDS_RESET), not the VMM.
    @ParameterizedTest
    @ValueSource(strings = {"split", "vhe"})
    void aRequestWithoutEndIsRefused(String host, @TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("disk"), new byte[4096]);
        String console = run(host, BLOCK_REQUEST.formatted(0, 0, 0x10003), List.of(file), false);
        assertEquals("%016x".formatted(0x47), console.substring(32));
    }
}
