package splitvisor.benchmarks.survival;

import splitvisor.cpu.isa.Assembler;
import splitvisor.highvisor.user.Vmm;

/// A well-behaved guest that looks after itself: memory behind tables of its own, system registers, general-purpose
/// and FP registers hold values that are its own (X0 says whose), and it checks them round after round, with
/// hypercalls, devices, yields and timers between. It powers off when all is well, and asks for a reset when not.
final class Witness {

    private static final long RAM = 1 << 20;

    private static final String SOURCE = """
                    .equ    ROUNDS, %d
            start:  mov     x19, x0                 // whose it is
                    adr     x0, vectors
                    msr     vbar_el1, x0
                    mov     x0, #0x300000
                    msr     cpacr_el1, x0
                    ldr     x1, =0x40010000         // tables: devices, RAM, and RAM again a GiB higher
                    mov     x2, #0x401
                    str     x2, [x1]
                    ldr     x2, =0x40000705
                    str     x2, [x1, #8]
                    str     x2, [x1, #16]
                    ldr     x2, =0xff00
                    msr     mair_el1, x2
                    ldr     x2, =0x0000000280803519
                    msr     tcr_el1, x2
                    orr     x1, x1, #(7 << 48)      // ASID 7, as the other's
                    msr     ttbr0_el1, x1
                    isb
                    mrs     x2, sctlr_el1
                    ldr     x3, =0x1005
                    orr     x2, x2, x3
                    msr     sctlr_el1, x2
                    isb
                    add     x21, x19, #0x123
                    mul     x22, x21, x21
                    msr     tpidr_el1, x21
                    msr     tpidr_el0, x22
                    msr     contextidr_el1, x19
                    msr     far_el1, x21
                    dup     v3.2d, x21
                    dup     v31.2d, x22
                    ldr     x23, =0x80020000
                    mov     x24, #0
            fill:   add     x0, x22, x24
                    str     x0, [x23, x24]
                    add     x24, x24, #0x1000
                    cmp     x24, #0x40, lsl #12
                    b.ne    fill
                    mov     x25, #ROUNDS

            round:  ldr     w0, =0x84000000         // PSCI_VERSION
                    hvc     #0
                    ldr     w1, =0x10001
                    cmp     w0, w1
                    b.ne    bad
                    ldr     x2, =0x0a000000
                    ldr     w0, [x2]                // a device of the VMM
                    ldr     w1, =0x74726976
                    cmp     w0, w1
                    b.ne    bad
                    ldr     x2, =0x08000008
                    ldr     w0, [x2]                // a device of KVM: GICD_IIDR, whose implementer is Arm
                    and     w0, w0, #0xfff
                    ldr     w1, =0x43b
                    cmp     w0, w1
                    b.ne    bad
                    mrs     x0, tpidr_el1
                    cmp     x0, x21
                    b.ne    bad
                    mrs     x0, tpidr_el0
                    cmp     x0, x22
                    b.ne    bad
                    mrs     x0, contextidr_el1
                    cmp     x0, x19
                    b.ne    bad
                    mrs     x0, far_el1
                    cmp     x0, x21
                    b.ne    bad
                    umov    x0, v3.d[1]
                    cmp     x0, x21
                    b.ne    bad
                    umov    x0, v31.d[0]
                    cmp     x0, x22
                    b.ne    bad
                    mov     x24, #0
                    ldr     x26, =0x40020000
            check:  add     x0, x22, x24
                    ldr     x1, [x23, x24]
                    ldr     x2, [x26, x24]
                    cmp     x0, x1
                    b.ne    bad
                    cmp     x0, x2
                    b.ne    bad
                    add     x24, x24, #0x1000
                    cmp     x24, #0x40, lsl #12
                    b.ne    check
                    mrs     x27, cntvct_el0
                    mov     x1, #20
                    msr     cntv_tval_el0, x1
                    mov     x1, #1
                    msr     cntv_ctl_el0, x1
                    isb
            sleep:  wfi
                    mrs     x1, cntv_ctl_el0
                    tbz     x1, #2, sleep
                    msr     cntv_ctl_el0, xzr
                    mrs     x1, cntvct_el0
                    sub     x1, x1, x27
                    cmp     x1, #20
                    b.lo    bad
                    wfe
                    subs    x25, x25, #1
                    b.ne    round
                    ldr     w0, =0x84000008
                    hvc     #0
            bad:    ldr     w0, =0x84000009
                    hvc     #0
                    b       .
                    .ltorg
                    .balign 0x800
            vectors:
                    .rept   16
                    b       bad
                    .space  124
                    .endr
            """;

    private Witness() {}

    /// A VMM with the witness of the given number, and a GIC of the given version.
    static Vmm vmm(int number, int rounds, int gic) {
        String source = SOURCE.replace(".rept   16", "").replace(".endr", "").replace(
                "        b       bad\n                    .space  124\n", "b bad\n.space 124\n".repeat(16));
        byte[] image = Assembler.assemble(source.formatted(rounds), Vmm.IMAGE).bytes();
        return new Vmm(Vmm.Options.of("witness" + number, image, RAM, number).withGic(gic));
    }
}
