package splitvisor.benchmarks.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.Failure;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.isa.Assembler;
import splitvisor.highvisor.user.Vmm;

/// The bare-metal guests of the board's own tests, as KVM guests: they print what they print bare.
class BoardGuestsTest {

    private static final Path SOURCES = Path.of("../cpu-model/src/test/resources/guests");
    private static final long RAM = 4 << 20;
    private static final long LIMIT = 100_000_000;

    private static String text(String file) throws IOException {
        return Files.readString(SOURCES.resolve(file), StandardCharsets.UTF_8);
    }

    /// A guest, on how many vCPUs and PEs, and what it receives.
    private record Guest(String name, int cpus, int hostCpus, String input) {

        @Override
        public String toString() {
            return "%s, %d vCPUs on %d PEs".formatted(name, cpus, hostCpus);
        }
    }

    private static final List<Guest> GUESTS = List.of(
            new Guest("timers-el1", 1, 1, ""),
            new Guest("priorities", 1, 1, ""),
            new Guest("echo", 1, 1, "hello, world 123\nend."),
            new Guest("smp", 4, 4, ""),
            new Guest("smp", 4, 2, ""),
            new Guest("smp", 4, 1, ""),
            new Guest("mmu", 1, 1, ""),
            new Guest("locks", 4, 4, ""),
            new Guest("locks", 4, 2, ""),
            new Guest("fp-switch", 1, 1, ""));

    static Stream<Arguments> guestsAndHosts() {
        return GUESTS.stream().flatMap(guest -> Setting.all().map(setting -> Arguments.of(guest, setting)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("guestsAndHosts")
    void theConsoleIsTheBareOne(Guest guest, Setting setting) throws Exception {
        assertEquals(text(guest.name + ".expected"), run(setting, guest, List.of()));
    }

    @ParameterizedTest
    @MethodSource("splitvisor.benchmarks.host.Setting#all")
    void theBlockDeviceReadsAndWritesItsFile(Setting setting, @TempDir Path folder) throws Exception {
        byte[] disk = new byte[4096];
        put(disk, 512, "a text of a disk");
        Path file = Files.write(folder.resolve("disk"), disk);
        assertEquals(text("virtio.expected"), run(setting, new Guest("virtio", 1, 1, ""), List.of(file)));
        put(disk, 1024, "ksid a fo txet a\n");
        assertArrayEquals(disk, Files.readAllBytes(file));
    }

    /// fp-switch preempts its tasks after some tens of ticks of the physical timer. In split mode accesses to that
    /// timer trap, and at 25 MHz they alone take longer; so the ticks are longer here.
    private static CostProfile profile(Guest guest) {
        CostProfile profile = Runs.PROFILE;
        return guest.name.equals("fp-switch") ? profile.withClocks(profile.coreHz(), 5_000_000) : profile;
    }

    /// Takes the virtual timer's interrupt awake and asleep by turns: when the vCPU blocks, a timer of the host's wakes
    /// it, and the interrupt must be there although its line had gone up before.
    private static final String SLEEPER = """
            main:
                mov x29, x30
                bl gic_init
                mov x20, #0
                mov x21, #5
            1:  mov x1, #200
                bl start
                msr daifclr, #2
            2:  cmp x20, x22
                b.ne 2b
                msr daifset, #2
                mov x1, #2000
                bl start
            3:  wfi
                msr daifclr, #2
                isb
                msr daifset, #2
                cmp x20, x22
                b.ne 3b
                subs x21, x21, #1
                b.ne 1b
                show "woken ", x20
                ret x29
            start:
                msr cntv_tval_el0, x1
                mov x1, #1
                msr cntv_ctl_el0, x1
                isb
                add x22, x20, #1
                ret
            irq:
                mrs x2, icc_iar1_el1
                msr cntv_ctl_el0, xzr
                isb
                msr icc_eoir1_el1, x2
                add x20, x20, #1
                ret
            fiq:
                b unexpected
            """;

    @ParameterizedTest
    @MethodSource("splitvisor.benchmarks.host.Setting#all")
    void everySleepEnds(Setting setting) throws Exception {
        assertEquals("woken a\n", run(setting, new Guest("sleeper", 1, 1, ""), SLEEPER, List.of()));
    }

    /// As Linux's driver does: empties the receiver, clears its interrupt, and only then listens.
    private static final String DRAIN = """
                mov x3, #32
            9:  ldr w1, [x0]
                subs x3, x3, #1
                b.ne 9b
                mov w1, #0x50
                str w1, [x0, #UART_ICR]
            """;

    @ParameterizedTest
    @MethodSource("splitvisor.benchmarks.host.Setting#all")
    void typingAheadDoesNotSilenceAGuestThatEmptiesItsReceiver(Setting setting) throws Exception {
        String listens = "    mov w1, #0x50                       // receive";
        String source = text("echo.s").replaceFirst(Pattern.quote(listens), DRAIN + listens);
        String console = run(setting, new Guest("drain", 1, 1, "x".repeat(100) + "."), source, List.of());
        assertTrue(console.endsWith("XX.\ngood bye\n"), console);
    }

    private static String run(Setting setting, Guest guest, List<Path> disks) throws Exception {
        return run(setting, guest, text(guest.name + ".s"), disks);
    }

    private static String run(Setting setting, Guest guest, String source, List<Path> disks) throws Exception {
        byte[] image = Assembler.assemble(text("prelude.s") + source, Vmm.IMAGE).bytes();
        Vmm.Options options = Vmm.Options.of("vmm", image, RAM)
                .withDrives(disks.stream().map(Path::toString).toList())
                .withVcpus(guest.cpus);
        Vmm vmm = new Vmm(guest.input.isEmpty() ? options : options.withInput());
        InputStream line = new ByteArrayInputStream(guest.input.getBytes(StandardCharsets.US_ASCII));
        Host.Shape shape = new Host.Shape(guest.hostCpus, 3, 0, line, setting.generation());
        Host booted = Host.of(setting.host(), profile(guest), shape, null);
        for (Path disk : disks) {
            booted.kernel().addFile(
                    disk.toString(), FileChannel.open(disk, StandardOpenOption.READ, StandardOpenOption.WRITE));
        }
        booted.spawn(vmm);
        try {
            booted.run(LIMIT);
        } catch (Failure e) {
            throw new AssertionError(e.getMessage() + " after:\n" + booted.kernel().console(), e);
        }
        assertEquals(Vmm.Outcome.POWERED_OFF, vmm.outcome(), () -> booted.kernel().log().toString());
        return booted.kernel().console();
    }

    private static void put(byte[] disk, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, disk, at, text.length());
    }
}
