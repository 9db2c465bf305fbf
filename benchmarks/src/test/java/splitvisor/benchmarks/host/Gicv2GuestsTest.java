package splitvisor.benchmarks.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.Failure;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.isa.Assembler;
import splitvisor.highvisor.user.Vmm;

/// Guests of a GICv2: the distributor is the kernel's, the CPU interface the hardware's. On the bare machine and in
/// both hosts they see the same, in the same order. A program leaves its answer in X20; the handler shifts what
/// GICC_IAR said into it, a byte each, and a digit 0 after each end.
class Gicv2GuestsTest {

    private static final String FRAME = """
                    .equ    GICD, 0x08000000
                    .equ    GICC, 0x08010000
            start:  adr     x0, vectors
                    msr     vbar_el1, x0
                    mov     x20, #0
                    mov     x21, #0                 // EOImode: the handler also deactivates
                    ldr     x26, =GICD
                    ldr     x27, =GICC
                    mov     w2, #1
                    str     w2, [x26]
                    mov     w2, #0xffff
                    str     w2, [x26, #0x100]       // SGIs enabled
                    mov     w2, #0xf8
                    str     w2, [x27, #4]           // GICC_PMR
                    mov     w2, #1
                    str     w2, [x27]               // GICC_CTLR
            %s
                    mov     x22, x20
                    bl      report
                    ldr     w0, =0x84000008
                    hvc     #0
                    b       .

            // Sends itself the SGI in w0.
            send:   mov     w1, #0x2000000
                    orr     w1, w1, w0
                    str     w1, [x26, #0xf00]       // GICD_SGIR
                    dsb     sy
                    ret

            // Gives the interrupt in w0 the priority in w1.
            prio:   add     x2, x26, #0x400
                    strb    w1, [x2, w0, uxtw]
                    ret

            irq:    ldr     w12, [x27, #0xc]        // GICC_IAR
                    lsl     x20, x20, #8
                    orr     x20, x20, x12
                    str     w12, [x27, #0x10]       // GICC_EOIR
                    lsl     x20, x20, #4
                    cbz     x21, 1f
                    add     x13, x27, #0x1000
                    str     w12, [x13]              // GICC_DIR
            1:      eret

                    .balign 0x800
            vectors:
                    .space  0x280
                    b       irq
                    .ltorg
            """;

    private record Program(String behaviour, String body, long x20) {
        byte[] image() {
            return Assembler.assemble(FRAME.formatted(body) + GuestParts.REPORT, Vmm.IMAGE).bytes();
        }
    }

    private static final List<Program> PROGRAMS = List.of(
            new Program("an SGI to oneself", """
                    msr daifclr, #2
                    mov w0, #3
                    bl send
                    isb
                    """, 0x030),
            new Program("SGIs sent together come by priority", """
                    mov w0, #1
                    mov w1, #0x80
                    bl prio
                    mov w0, #2
                    mov w1, #0x20
                    bl prio
                    mov w0, #1
                    bl send
                    mov w0, #2
                    bl send
                    msr daifclr, #2
                    isb
                    """, 0x020_010L),
            new Program("six pending SGIs, more than there are list registers, come by priority and all", """
                    mov w9, #6
                    1: mov w0, w9
                    mov w10, #8
                    sub w10, w10, w9
                    lsl w1, w10, #4
                    bl prio
                    sub w9, w9, #1
                    cbnz w9, 1b
                    mov w9, #1
                    2: mov w0, w9
                    bl send
                    add w9, w9, #1
                    cmp w9, #7
                    b.ne 2b
                    msr daifclr, #2
                    mov x9, #200
                    3: subs x9, x9, #1
                    b.ne 3b
                    msr daifset, #2
                    """, 0x0060_0500_4003_0020L << 12 | 0x010L),
            new Program("with EOImode the interrupt is over when it is deactivated", """
                    mov x21, #1
                    mov w2, #0x201
                    str w2, [x27]
                    msr daifclr, #2
                    mov w0, #3
                    bl send
                    mov w0, #4
                    bl send
                    isb
                    """, 0x030_040L),
            new Program("an SPI set pending by software, for this CPU", """
                    mov w3, #0x200
                    str w3, [x26, #0x104]           // INTID 41
                    mov w3, #1
                    strb w3, [x26, #0x829]          // GICD_ITARGETSR
                    msr daifclr, #2
                    mov w3, #0x200
                    str w3, [x26, #0x204]
                    dsb sy
                    isb
                    """, 0x290),
            new Program("the priority mask holds back, the running priority shows", """
                    mov w0, #3
                    mov w1, #0x80
                    bl prio
                    mov w2, #0x80
                    str w2, [x27, #4]
                    mov w0, #3
                    bl send
                    ldr w20, [x27, #0xc]            // masked: spurious
                    mov w2, #0xf8
                    str w2, [x27, #4]
                    ldr w12, [x27, #0xc]
                    lsl x20, x20, #16
                    orr x20, x20, x12
                    ldr w13, [x27, #0x14]           // GICC_RPR
                    str w12, [x27, #0x10]
                    lsl x20, x20, #16
                    orr x20, x20, x13
                    """, 0x03ff_0003_0080L),
            new Program("WFI ends with a pending interrupt", """
                    mov w0, #3
                    bl send
                    wfi
                    mov x20, #0xd
                    msr daifclr, #2
                    isb
                    """, 0xd030));

    static Stream<Arguments> programsAndSettings() {
        return PROGRAMS.stream()
                .flatMap(program -> Setting.all().map(setting -> Arguments.of(program, setting)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("programsAndSettings")
    void interruptsComeAsOnTheBareMachine(Program program, Setting setting) throws Failure {
        Host host = setting.boot(2);
        host.spawn(new Vmm(Vmm.Options.of("probe", program.image(), 2 << 20).withGic(2)));
        host.run(Runs.LIMIT);
        assertEquals("%016x".formatted(program.x20), host.kernel().console());
    }

    /// The same where the kernel has no GIC and the VMM emulates it, on a host with either.
    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("programsAndSettings")
    void interruptsComeFromAGicInUserSpaceAsWell(Program program, Setting setting) throws Failure {
        for (int hostGic : new int[] {2, 3}) {
            Host host = setting.boot(hostGic);
            host.spawn(new Vmm(
                    Vmm.Options.of("probe", program.image(), 2 << 20).withGic(Vmm.GICV2_IN_VMM)));
            host.run(Runs.LIMIT);
            assertEquals("%016x".formatted(program.x20), host.kernel().console());
        }
    }

    static Stream<Program> programs() {
        return PROGRAMS.stream();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theBareMachineDelivers(Program program) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        Machine machine = new Machine(Runs.PROFILE, 2 << 20, new Machine.Options(1, 2, 1, console, null));
        machine.memory.load(Vmm.IMAGE, program.image());
        machine.cpu().reset(1, Vmm.IMAGE);
        machine.timeLine.limit(Runs.LIMIT);
        machine.run();
        assertEquals("%016x".formatted(program.x20), console.toString(StandardCharsets.US_ASCII));
    }
}
