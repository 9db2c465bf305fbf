package splitvisor.benchmarks.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.Failure;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.isa.Assembler;
import splitvisor.highvisor.user.Vmm;

/// One CPU handles an SPI, another looks at its active state or changes it meanwhile: bare and in both hosts, with both
/// versions of the GIC.
class ActiveStateGuestsTest {

    private static final String V3 = """
            .macro initialise
            mov     w2, #0x12
            str     w2, [x26]               // ARE_NS, EnableGrp1
            mov     w2, #-1
            str     w2, [x26, #0x84]        // SPIs in Group 1
            mov     x2, #0xf8
            msr     icc_pmr_el1, x2
            mov     x2, #1
            msr     icc_igrpen1_el1, x2
            isb
            .endm
            .macro acknowledge
            mrs     x12, icc_iar1_el1
            .endm
            .macro end
            msr     icc_eoir1_el1, x12
            isb
            .endm
            """;

    private static final String V2 = """
            .macro initialise
            ldr     x27, =0x08010000
            mov     w2, #1
            str     w2, [x26]
            strb    w2, [x26, #0x828]       // INTID 40 for this CPU
            mov     w3, #0xf8
            str     w3, [x27, #4]           // GICC_PMR
            str     w2, [x27]               // GICC_CTLR
            .endm
            .macro acknowledge
            ldr     w12, [x27, #0xc]
            .endm
            .macro end
            str     w12, [x27, #0x10]
            dsb     sy
            .endm
            """;

    private static final String FRAME = """
            start:  ldr     x26, =0x08000000
                    adr     x19, flags
                    initialise
                    mov     w3, #0x20000
                    str     w3, [x26, #0xc08]       // INTID 40 is an edge
                    mov     w28, #0x100
                    str     w28, [x26, #0x104]
                    str     w28, [x26, #0x204]
                    ldr     x0, =0xc4000003         // CPU_ON
                    mov     x1, #1
                    adr     x2, second
                    hvc     #0
                    acknowledge
            %s
                    mov     x0, #1
                    str     x0, [x19]
            1:      yield
                    ldr     x0, [x19, #64]
                    cbz     x0, 1b
                    ldr     w0, =0x84000000         // an exit: list registers are folded back
                    hvc     #0
                    ldr     w22, [x26, #0x304]      // GICD_ISACTIVER1
                    ldr     x0, [x19, #72]
                    orr     x22, x0, x22, lsl #32
                    bl      report
                    ldr     w0, =0x84000008
                    hvc     #0
                    b       .
            second: ldr     x26, =0x08000000
                    adr     x19, flags
                    mov     w28, #0x100
            1:      yield
                    ldr     x0, [x19]
                    cbz     x0, 1b
            %s
                    str     x0, [x19, #72]
                    mov     x0, #1
                    stlr    x0, [x18]
            2:      yield
                    b       2b
                    .ltorg
                    .balign 64
            flags:  .space  128
            """;

    /// What the first CPU does between acknowledging and waiting, what the second does with the distributor, and how
    /// the active state is in the end, behind what the second has seen.
    private record Program(String behaviour, String first, String second, long seen) {

        byte[] image(int gic) {
            String others = second + "\n add x18, x19, #64";
            String source = (gic == 3 ? V3 : V2) + FRAME.formatted(first, others) + GuestParts.REPORT;
            return Assembler.assemble(source, Vmm.IMAGE).bytes();
        }
    }

    private static final List<Program> PROGRAMS = List.of(
            new Program("another CPU sees that it is active", "", "ldr w0, [x26, #0x304]", 0x100_0000_0100L),
            new Program("another CPU deactivates it", "", "str w28, [x26, #0x384]\n ldr w0, [x26, #0x304]", 0),
            new Program("another CPU sees that it has ended", "end", "ldr w0, [x26, #0x304]", 0),
            new Program(
                    "another CPU makes it active", "end", "str w28, [x26, #0x304]\n mov x0, #7", 0x100_0000_0007L));

    static Stream<Arguments> programsAndGics() {
        return PROGRAMS.stream()
                .flatMap(program -> IntStream.of(2, 3).mapToObj(gic -> Arguments.of(program, gic)));
    }

    static Stream<Arguments> programsAndSettings() {
        return programsAndGics()
                .flatMap(run -> Setting.all().map(setting -> Arguments.of(run.get()[0], run.get()[1], setting)));
    }

    @ParameterizedTest(name = "{2}, GICv{1}: {0}")
    @MethodSource("programsAndSettings")
    void vcpusSeeOneStateOfAnInterrupt(Program program, int gic, Setting setting) throws Failure {
        Host host =
                Host.of(setting.host(), Runs.PROFILE, new Host.Shape(2, gic, 0, null, setting.generation()), null);
        host.spawn(new Vmm(Vmm.Options.of("active", program.image(gic), 2 << 20)
                .withGic(gic)
                .withVcpus(2)));
        host.run(Runs.LIMIT);
        assertEquals("%016x".formatted(program.seen), host.kernel().console());
    }

    @ParameterizedTest(name = "GICv{1}: {0}")
    @MethodSource("programsAndGics")
    void soDoTheCpusOfTheBareMachine(Program program, int gic) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        Machine machine = new Machine(Runs.PROFILE, 2 << 20, new Machine.Options(2, gic, 1, console, null));
        machine.memory.load(Vmm.IMAGE, program.image(gic));
        machine.cpu().reset(1, Vmm.IMAGE);
        machine.timeLine.limit(Runs.LIMIT);
        machine.run();
        assertEquals("%016x".formatted(program.seen), console.toString(StandardCharsets.US_ASCII));
    }
}
