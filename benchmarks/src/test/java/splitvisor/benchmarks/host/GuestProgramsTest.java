package splitvisor.benchmarks.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.Failure;
import splitvisor.cpu.isa.Assembler;
import splitvisor.highvisor.user.Vmm;

/// Guests that probe what KVM must get right, one behaviour each, in every host. A program leaves its
/// answer in X20; an exception that reaches the guest's own EL1 is written into X21 as its ESR and
/// skipped.
class GuestProgramsTest {

    private static final String FRAME = """
            start:  adr     x0, vectors
                    msr     vbar_el1, x0
                    mov     x20, #0
                    mov     x21, #0
            %s
                    mov     x22, x20
                    bl      report
                    mov     x22, x21
                    bl      report
                    ldr     w0, =0x84000008
                    hvc     #0
                    b       .
            skip:   mrs     x21, esr_el1
                    mrs     x9, elr_el1
                    add     x9, x9, #4
                    msr     elr_el1, x9
                    eret
                    .balign 0x800
            vectors:
                    .space  0x200
                    b       skip
                    .ltorg
            """;

    private record Program(String behaviour, String body, long x20, long x21) {}

    /// Maps the first GiB as device memory, the second as normal memory, and the third as the same memory.
    private static final String MMU_ON = """
            ldr x1, =0x40110000     // the root, level 1
            ldr x2, =0x0000000000000401
            str x2, [x1]
            ldr x2, =0x0000000040000705
            str x2, [x1, #8]
            str x2, [x1, #16]
            ldr x2, =0xff00
            msr mair_el1, x2
            ldr x2, =0x0000000280803519
            msr tcr_el1, x2
            msr ttbr0_el1, x1
            isb
            mrs x2, sctlr_el1
            ldr x3, =0x1005
            orr x2, x2, x3
            msr sctlr_el1, x2
            isb
            ldr x3, =0x40120000
            ldr x4, =0x12345678
            str x4, [x3]
            ldr x3, =0x80120000
            ldr x20, [x3]
            """;

    private static final List<Program> PROGRAMS = List.of(
            new Program("an unknown hypercall answers NOT_SUPPORTED", """
                    ldr x0, =0x87000000
                    hvc #0
                    mov x20, x0
                    """, -1, 0),
            new Program("SMCCC_VERSION is 1.1", "ldr x0, =0x80000000\n hvc #0\n mov x20, x0", 0x1_0001, 0),
            new Program("a hypercall keeps all other registers", """
                    mov x1, #11
                    mov x17, #17
                    mov x29, #29
                    ldr x0, =0x84000000
                    hvc #0
                    add x20, x1, x17
                    add x20, x20, x29
                    """, 57, 0),
            new Program("SMC is not supported, and stepped over", "mov x0, #7\n smc #0\n mov x20, x0", -1, 0),
            new Program("what the CPU lacks is undefined", "mrs x20, s3_3_c15_c1_0\n mov x20, #2", 2, 0x0200_0000L),
            new Program("EL2's registers are undefined", "mrs x20, hcr_el2\n mov x20, #3", 3, 0x0200_0000L),
            new Program("user space's device answers a load", "ldr x1, =0x0a000000\n ldr w20, [x1]", 0x7472_6976L, 0),
            new Program("a byte load is zero-extended", "ldr x1, =0x0a000000\n ldrb w20, [x1]", 0x76, 0),
            new Program("a signed load is sign-extended to 64 bits", """
                    ldr x1, =0x08000421     // GICD_IPRIORITYR8, the byte of INTID 33
                    mov w2, #0xa8
                    strb w2, [x1]
                    ldrsb x20, [x1]
                    """, -0x58, 0),
            new Program("a signed load into a W register stops at 32 bits", """
                    ldr x1, =0x08000421
                    mov w2, #0xa8
                    strb w2, [x1]
                    ldrsb w20, [x1]
                    """, 0xffff_ffa8L, 0),
            new Program("a load into XZR steps over", "ldr x1, =0x0a000000\n ldr wzr, [x1]\n mov x20, #4", 4, 0),
            new Program("a fetch from nowhere is an external abort, taken from the same EL", """
                    adr x0, 2f
                    msr vbar_el1, x0
                    ldr x1, =0x20000000
                    blr x1
                    mov x20, #5
                    b 3f
                    .balign 0x800
                    2: .space 0x200
                    mrs x21, esr_el1
                    br x30
                    3: nop
                    """, 5, 0x8600_0010L),
            new Program("cache maintenance where no memory is is stepped over", """
                    ldr x1, =0x20000000
                    dc civac, x1
                    dc cvac, x1
                    dc ivac, x1
                    ic ivau, x1
                    ldr x1, =0x09000000     // nor where user space has a device
                    dc cvau, x1
                    mov x20, #7
                    """, 7, 0),
            new Program("a load beyond what stage 2 translates is an external abort", """
                    ldr x1, =0x10000000000
                    mov x20, #5
                    ldr x20, [x1, #8]
                    mrs x2, far_el1
                    add x20, x20, x2
                    """, 0x100_0000_000dL, 0x9600_0010L),
            new Program("so is a store without syndrome of its own", """
                    ldr x1, =0x800000000000
                    stp x1, x1, [x1]
                    mrs x20, far_el1
                    """, 0x8000_0000_0000L, 0x9600_0010L),
            new Program("so is cache maintenance", """
                    ldr x1, =0x10000000000
                    dc civac, x1
                    mrs x20, far_el1
                    """, 0x100_0000_0000L, 0x9600_0010L),
            new Program("so is a fetch", """
                    adr x0, 2f
                    msr vbar_el1, x0
                    ldr x1, =0x10000000000
                    blr x1
                    b 3f
                    .balign 0x800
                    2: .space 0x200
                    mrs x20, far_el1
                    mrs x21, esr_el1
                    br x30
                    3: nop
                    """, 0x100_0000_0000L, 0x8600_0010L),
            new Program("ID registers are the CPU's", "mrs x20, id_aa64mmfr0_el1\n and x20, x20, #15", 5, 0),
            new Program("the guest's MPIDR is its own", "mrs x20, mpidr_el1", 0x8000_0000L, 0),
            new Program("with its MMU on, both stages translate", MMU_ON, 0x1234_5678L, 0),
            new Program("a walk through tables where no memory is gives an external abort", MMU_ON + """
                    ldr x1, =0x0a200000     // nothing there
                    msr ttbr1_el1, x1
                    mrs x2, tcr_el1
                    bic x2, x2, #(1 << 23)  // EPD1: walks by TTBR1_EL1, which has 39 bits
                    mov x3, #(25 << 16)
                    orr x2, x2, x3
                    msr tcr_el1, x2
                    isb
                    ldr x3, =0xffffffc000000000
                    mov x20, #5
                    ldr x2, [x3]
                    """, 5, 0x9600_0010L),
            new Program("cache maintenance by set and way is stepped over", "dc cisw, xzr\n mov x20, #7", 7, 0),
            new Program("after it the next write of a virtual-memory register traps again", MMU_ON + """
                    bl timed
                    mov x20, x0
                    dc cisw, xzr
                    bl timed
                    orr x20, x20, x0, lsl #4
                    bl timed
                    orr x20, x20, x0, lsl #8
                    b 1f
                    timed: isb
                    mrs x1, cntvct_el0
                    isb
                    msr contextidr_el1, xzr
                    isb
                    mrs x2, cntvct_el0
                    sub x1, x2, x1
                    cmp x1, #8              // ticks: a trap takes more
                    cset x0, hi
                    ret
                    1: nop
                    """, 0x010, 0),
            new Program("ACTLR_EL1 reads as zero", "mov x20, #8\n msr actlr_el1, x20\n mrs x20, actlr_el1", 0, 0),
            new Program("limited ordering regions: there are none, as LORID_EL1 says, and writes do nothing", """
                    mov x20, #1
                    mrs x1, lorid_el1
                    cbnz x1, 1f
                    mov x2, #1
                    msr lorsa_el1, x2
                    msr lorea_el1, x2
                    msr lorn_el1, x2
                    msr lorc_el1, x2
                    mrs x3, lorsa_el1
                    mrs x4, lorea_el1
                    mrs x5, lorn_el1
                    mrs x20, lorc_el1
                    orr x20, x20, x3
                    orr x20, x20, x4
                    orr x20, x20, x5
                    1: nop
                    """, 0, 0),
            new Program("there are no error records", "mov x20, #1\n mrs x20, erridr_el1", 0, 0),
            new Program("SIMD registers are the guest's own, through hypercalls and user space", """
                    mov x0, #0x300000
                    msr cpacr_el1, x0
                    isb
                    movi v0.16b, #7
                    movi v31.16b, #9
                    ldr w0, =0x84000000
                    hvc #0
                    ldr x1, =0x0a000000
                    ldr w2, [x1]
                    umov x3, v0.d[1]
                    umov x4, v31.d[0]
                    eor x20, x3, x4
                    """, 0x0e0e_0e0e_0e0e_0e0eL, 0),
            new Program("FP and SIMD trap to the guest's own kernel first",
                    "movi v0.16b, #7\n mov x20, #9", 9, 0x1fe0_0000L),
            new Program("WFE goes on", "wfe\n mov x20, #6", 6, 0),
            new Program("a guest has no PMU and says so",
                    "mrs x20, id_aa64dfr0_el1\n ubfx x20, x20, #8, #4\n mrs x1, pmcr_el0", 0, 0x0200_0000L),
            new Program("an identification register to come reads as zero", "mrs x20, s3_0_c0_c7_7", 0, 0),
            new Program("breakpoint registers are kept through hypercalls", """
                    ldr x1, =0x12345678
                    msr dbgbvr5_el1, x1
                    ldr w0, =0x84000000
                    hvc #0
                    mrs x20, dbgbvr5_el1
                    """, 0x1234_5678L, 0),
            new Program("a breakpoint stops the guest in its own kernel, after hypercalls too", """
                    adr x1, 9f
                    msr dbgbvr0_el1, x1
                    mov x2, #0x1e3
                    msr dbgbcr0_el1, x2
                    mov x3, #0xa000
                    msr mdscr_el1, x3
                    msr daifclr, #8
                    isb
                    ldr w0, =0x84000000
                    hvc #0
                    mov x20, #5
                    9: mov x20, #6
                    """, 5, 0xc600_0022L),
            new Program("the counter runs", """
                    mrs x1, cntvct_el0
                    mov x3, #10000
                    1: subs x3, x3, #1
                    b.ne 1b
                    mrs x2, cntvct_el0
                    cmp x2, x1
                    cset x20, hi
                    """, 1, 0));

    static Stream<Arguments> programsAndHosts() {
        return PROGRAMS.stream().flatMap(program -> Setting.all().map(setting -> Arguments.of(program, setting)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("programsAndHosts")
    void theGuestSeesWhatTheArchitectureSays(Program program, Setting setting) throws Failure {
        byte[] image = Assembler.assemble(FRAME.formatted(program.body) + GuestParts.REPORT, Vmm.IMAGE).bytes();
        Vmm vmm = new Vmm(Vmm.Options.of("probe", image, 2 << 20));
        Host booted = setting.boot();
        booted.spawn(vmm);
        booted.run(Runs.LIMIT);
        assertEquals(Vmm.Outcome.POWERED_OFF, vmm.outcome(), () -> booted.kernel().log().toString());
        assertEquals("%016x%016x".formatted(program.x20, program.x21), booted.kernel().console());
    }
}
