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

/// Guests that take interrupts: on the bare machine and in both hosts they see the same, in the same order.
/// A program leaves its answer in X20; the handler shifts each INTID it takes into it, a byte each.
class InterruptGuestsTest {

    private static final String FRAME = """
                    .equ    GICD, 0x08000000
                    .equ    GICR, 0x080a0000
                    .equ    SGIS, 0x080b0000
            start:  adr     x0, vectors
                    msr     vbar_el1, x0
                    mov     x20, #0
                    mov     x21, #0                 // EOImode: the handler also deactivates
                    mov     x24, #0                 // an SGI that the handler sends, once
                    ldr     x1, =GICD
                    mov     w2, #0x12
                    str     w2, [x1]                // ARE_NS, EnableGrp1
                    mov     w2, #-1
                    str     w2, [x1, #0x84]         // SPIs in Group 1
                    ldr     x1, =SGIS
                    str     w2, [x1, #0x80]
                    mov     w2, #0xffff
                    str     w2, [x1, #0x100]        // SGIs enabled
                    mov     x2, #0xf8
                    msr     icc_pmr_el1, x2
                    mov     x2, #1
                    msr     icc_igrpen1_el1, x2
                    isb
            %s
                    mov     x22, x20
                    bl      report
                    ldr     w0, =0x84000008
                    hvc     #0
                    b       .

            // Sends itself the SGI in w0.
            send:   lsl     x1, x0, #24
                    orr     x1, x1, #1
                    msr     icc_sgi1r_el1, x1
                    isb
                    ret

            // Gives the SGI or PPI in w0 the priority in w1.
            prio:   ldr     x2, =SGIS
                    add     x2, x2, #0x400
                    strb    w1, [x2, w0, uxtw]
                    ret

            // Keeps what a nested interrupt would overwrite on a small stack in x28.
            irq:    sub     x28, x28, #32
                    mrs     x10, elr_el1
                    mrs     x11, spsr_el1
                    stp     x10, x11, [x28]
                    stp     x12, x30, [x28, #16]
                    mrs     x12, icc_iar1_el1
                    lsl     x20, x20, #8
                    orr     x20, x20, x12
                    cbz     x24, 1f
                    lsl     x13, x24, #24
                    orr     x13, x13, #1
                    mov     x24, #0
                    msr     icc_sgi1r_el1, x13
                    isb
                    msr     daifclr, #2             // nests, if it is more urgent
                    nop
                    msr     daifset, #2
            1:      cmp     x12, #40                // a level SPI: lower its line
                    b.ne    2f
                    ldr     x13, =GICD
                    mov     w14, #0x100
                    str     w14, [x13, #0x284]      // GICD_ICPENDR1
            2:      msr     icc_eoir1_el1, x12
                    isb
                    lsl     x20, x20, #4            // a digit 0 after each handler's end
                    cbz     x21, 3f
                    msr     icc_dir_el1, x12
                    isb
            3:      ldp     x12, x30, [x28, #16]
                    ldp     x10, x11, [x28], #32
                    msr     elr_el1, x10
                    msr     spsr_el1, x11
                    eret

                    .balign 0x800
            vectors:
                    .space  0x280
                    b       irq
                    .ltorg
            """;

    private record Program(String behaviour, String body, long x20) {
        byte[] image() {
            String source = FRAME.formatted("        ldr x28, =0x40100000\n" + body) + GuestParts.REPORT;
            return Assembler.assemble(source, Vmm.IMAGE).bytes();
        }
    }

    private static final List<Program> PROGRAMS = List.of(
            new Program("an SGI to oneself", """
                    msr daifclr, #2
                    mov w0, #3
                    bl send
                    """, 0x030),
            new Program("a masked SGI waits for the mask to go", """
                    mov w0, #3
                    bl send
                    mov x20, #0xa
                    msr daifclr, #2
                    isb
                    """, 0xa030),
            new Program("SGIs sent together come by priority", """
                    mov w0, #1
                    mov w1, #0x80
                    bl prio
                    mov w0, #2
                    mov w1, #0x20
                    bl prio
                    mov w0, #3
                    mov w1, #0x40
                    bl prio
                    mov w0, #1
                    bl send
                    mov w0, #2
                    bl send
                    mov w0, #3
                    bl send
                    msr daifclr, #2
                    isb
                    """, 0x020_030_010L),
            new Program("seven pending SGIs, more than there are list registers, come by priority and all", """
                    mov w9, #7
                    1: mov w0, w9
                    mov w10, #8
                    sub w10, w10, w9
                    lsl w1, w10, #4                 // 1 is least urgent, 7 most
                    bl prio
                    sub w9, w9, #1
                    cbnz w9, 1b
                    mov w9, #1
                    2: mov w0, w9
                    bl send
                    add w9, w9, #1
                    cmp w9, #8
                    b.ne 2b
                    msr daifclr, #2
                    mov x9, #200
                    3: subs x9, x9, #1                 // the last ones come after a maintenance interrupt
                    b.ne 3b
                    msr daifset, #2
                    """, 0x0050_0400_3002_0010L),
            new Program("the priority mask holds back what is not more urgent", """
                    mov w0, #1
                    mov w1, #0x80
                    bl prio
                    mov x2, #0x80
                    msr icc_pmr_el1, x2
                    msr daifclr, #2
                    mov w0, #1
                    bl send
                    mov x20, #0xb
                    mov x2, #0x88
                    msr icc_pmr_el1, x2
                    isb
                    """, 0xb010),
            new Program("a more urgent interrupt nests", """
                    mov w0, #1
                    mov w1, #0x80
                    bl prio
                    mov w0, #2
                    mov w1, #0x20
                    bl prio
                    mov x24, #2
                    msr daifclr, #2
                    mov w0, #1
                    bl send
                    """, 0x01_02_00L),
            new Program("a less urgent one waits for the end of the handler", """
                    mov w0, #1
                    mov w1, #0x20
                    bl prio
                    mov w0, #2
                    mov w1, #0x80
                    bl prio
                    mov x24, #2
                    msr daifclr, #2
                    mov w0, #1
                    bl send
                    """, 0x010_020L),
            new Program("with EOImode the interrupt is over when it is deactivated", """
                    mov x21, #1
                    mov x2, #2
                    msr icc_ctlr_el1, x2
                    isb
                    msr daifclr, #2
                    mov w0, #3
                    bl send
                    mov w0, #4
                    bl send
                    """, 0x030_040L),
            new Program("what is disabled comes when it is enabled", """
                    ldr x2, =SGIS
                    mov w3, #8
                    str w3, [x2, #0x180]            // GICR_ICENABLER0
                    msr daifclr, #2
                    mov w0, #3
                    bl send
                    mov x20, #0xc
                    str w3, [x2, #0x100]
                    isb
                    """, 0xc030),
            new Program("an SPI set pending by software", """
                    ldr x2, =GICD
                    mov w3, #0x200
                    str w3, [x2, #0x104]            // INTID 41
                    msr daifclr, #2
                    str w3, [x2, #0x204]
                    isb
                    """, 0x290),
            new Program("the last of the board's SPIs", """
                    ldr x2, =GICD
                    mov w3, #-1
                    str w3, [x2, #0xa0]
                    mov w3, #0x80000000
                    str w3, [x2, #0x120]            // INTID 287
                    msr daifclr, #2
                    str w3, [x2, #0x220]
                    isb
                    """, 0x11f0),
            new Program("there are as many SPIs as on the board", """
                    ldr x2, =GICD
                    mov w3, #-1
                    str w3, [x2, #0x124]
                    ldr w20, [x2, #0x124]
                    ldr w3, [x2, #4]                // GICD_TYPER.ITLinesNumber
                    and w3, w3, #31
                    orr w20, w20, w3
                    """, 8),
            new Program("pending state can be read and taken back", """
                    ldr x2, =GICD
                    mov w3, #0x200
                    str w3, [x2, #0x104]
                    str w3, [x2, #0x204]
                    ldr w20, [x2, #0x204]
                    str w3, [x2, #0x284]
                    ldr w4, [x2, #0x204]
                    orr w20, w20, w4
                    msr daifclr, #2
                    isb
                    """, 0x200),
            new Program("an interrupt survives a hypercall in its handler's time", """
                    mov w0, #3
                    bl send
                    mrs x12, icc_iar1_el1
                    mov w0, #0x84000000
                    hvc #0
                    ldr x2, =SGIS
                    ldr w20, [x2, #0x300]           // GICR_ISACTIVER0
                    msr icc_eoir1_el1, x12
                    isb
                    ldr w3, [x2, #0x300]
                    lsl x20, x20, #32
                    orr x20, x20, x3
                    """, 8L << 32),
            new Program("WFI ends with a pending interrupt, masked or not", """
                    mov w0, #3
                    bl send
                    wfi
                    mov x20, #0xd
                    msr daifclr, #2
                    isb
                    """, 0xd030),
            new Program("Group 0 and the running priority", """
                    mov w0, #3
                    bl send
                    mrs x12, icc_iar1_el1
                    mrs x20, icc_rpr_el1
                    msr icc_eoir1_el1, x12
                    isb
                    mrs x3, icc_rpr_el1
                    lsl x20, x20, #8
                    orr x20, x20, x3
                    mrs x3, icc_iar1_el1
                    lsl x20, x20, #16
                    orr x20, x20, x3
                    """, 0xff_03ff));

    static Stream<Arguments> programsAndSettings() {
        return PROGRAMS.stream()
                .flatMap(program -> Setting.all().map(setting -> Arguments.of(program, setting)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("programsAndSettings")
    void interruptsComeAsOnTheBareMachine(Program program, Setting setting) throws Failure {
        byte[] image = program.image();
        Host host = setting.boot();
        host.spawn(new Vmm(Vmm.Options.of("probe", image, 2 << 20)));
        host.run(Runs.LIMIT);
        assertEquals("%016x".formatted(program.x20), host.kernel().console());
    }

    static Stream<Program> programs() {
        return PROGRAMS.stream();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theBareMachineDelivers(Program program) {
        assertEquals("%016x".formatted(program.x20), bare(program.image()));
    }

    private static String bare(byte[] image) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        Machine machine = new Machine(Runs.PROFILE, 2 << 20, new Machine.Options(1, 3, 1, console, null));
        machine.memory.load(Vmm.IMAGE, image);
        machine.cpu().reset(1, Vmm.IMAGE);
        machine.timeLine.limit(Runs.LIMIT);
        machine.run();
        return console.toString(StandardCharsets.US_ASCII);
    }
}
