package splitvisor.benchmarks.lab;

import java.util.Random;
import splitvisor.highvisor.user.Vmm;

/// Guests of the labs that take interrupts, on a GICv3. The handler counts them in X20 and does then what the guest's
/// part of it says, with the INTID in X12.
final class InterruptGuest {

    private static final String FRAME = """
                    .equ    GICD, 0x08000000
                    .equ    SGIS, 0x080b0000
                    .equ    UART, 0x09000000
                    adr     x0, vectors
                    msr     vbar_el1, x0
                    ldr     x28, =0x40100000        // a stack, for nested interrupts
                    mov     x20, #0
                    mov     x24, #0
                    ldr     x26, =GICD
                    ldr     x27, =SGIS
                    mov     w2, #0x12               // ARE_NS, EnableGrp1
                    str     w2, [x26]
                    mov     w2, #0xfe
                    str     w2, [x27, #0x100]       // SGIs 1 to 7 enabled
                    mov     x2, #0xf8
                    msr     icc_pmr_el1, x2
                    mov     x2, #1
                    msr     icc_igrpen1_el1, x2
                    isb
            %s
                    b       good

            // Sends itself the SGI in w0.
            send:   lsl     x1, x0, #24
                    orr     x1, x1, #1
                    msr     icc_sgi1r_el1, x1
                    isb
                    ret

            // Gives the SGI or PPI in w0 the priority in w1.
            prio:   add     x2, x27, #0x400
                    strb    w1, [x2, w0, uxtw]
                    ret

            // A call of the host's, which does nothing.
            call:   ldr     w0, =0x84000000         // PSCI_VERSION
                    hvc     #0
                    ret

            // Time for interrupts to come.
            rest:   mov     x9, #%d
            1:      subs    x9, x9, #1
                    b.ne    1b
                    ret

            irq:    sub     x28, x28, #32
                    mrs     x10, elr_el1
                    mrs     x11, spsr_el1
                    stp     x10, x11, [x28]
                    stp     x12, x30, [x28, #16]
                    mrs     x12, icc_iar1_el1
                    add     x20, x20, #1
            %s
                    msr     icc_eoir1_el1, x12
                    isb
                    ldp     x12, x30, [x28, #16]
                    ldp     x10, x11, [x28], #32
                    msr     elr_el1, x10
                    msr     spsr_el1, x11
                    eret

                    .balign 0x800
            vectors:
                    .space  0x280
                    b       irq
            """;

    private static final int REST = 100;
    private static final int STEPS = 24;
    private static final int SGIS = 7;

    /// It expires masked and is set anew, which takes the interrupt back; then it comes after all, the fourth.
    private static final String MOVED = """
                    msr     daifset, #2
                    mrs     x2, cntvct_el0
                    msr     cntv_cval_el0, x2
                    mov     x2, #1
                    msr     cntv_ctl_el0, x2
                    bl      rest                    // the line is high, and INTID 27 pending
                    mrs     x2, cntvct_el0
                    add     x2, x2, #200
                    msr     cntv_cval_el0, x2       // the line is low
                    isb
                    bl      call
                    msr     daifclr, #2
                    isb
                    cmp     x20, #3
                    b.ne    bad
            moved:  cmp     x20, #4
                    b.ne    moved
            """;

    private InterruptGuest() {}

    /// A guest by what it does, and what its handler does.
    static Vmm.Options of(String name, String body, String handler) {
        return LabGuest.of(name, FRAME.formatted(body, REST, handler));
    }

    /// When some time has passed, that many interrupts have been taken in all.
    static String expect(int count) {
        return """
                bl      rest
                cmp     x20, #%d
                b.ne    bad
                """.formatted(count);
    }

    /// SGIs to itself: unmasked, masked while it calls the host, disabled when pending and before.
    static Vmm.Options edges() {
        return of("edges", """
                        mov     w0, #3
                        mov     w1, #0x80
                        bl      prio
                        mov     w0, #5
                        mov     w1, #0x40
                        bl      prio
                        msr     daifclr, #2
                        mov     w0, #3
                        bl      send
                        bl      call                    // it has been taken and is over
                        mov     w0, #3
                        bl      send
                        msr     daifset, #2
                        mov     w0, #5
                        bl      send
                        bl      call                    // it waits
                        bl      call
                        msr     daifclr, #2
                        isb
                        msr     daifset, #2
                        mov     w0, #3
                        bl      send
                        mov     w3, #8
                        str     w3, [x27, #0x180]       // GICR_ICENABLER0: 3, which is pending
                        msr     daifclr, #2
                        isb
                """ + expect(3) + """
                        bl      call
                        str     w3, [x27, #0x100]
                """ + expect(4) + """
                        str     w3, [x27, #0x180]       // 3 waits to be enabled
                        mov     w0, #3
                        bl      send
                        bl      call
                        str     w3, [x27, #0x100]
                """ + expect(5), "");
    }

    /// The UART's line, high for three interrupts, and an SPI by software, also while interrupts are masked.
    static Vmm.Options levels() {
        return of("levels", """
                        ldr     x25, =UART
                        mov     w2, #0xa0
                        add     x3, x26, #0x400
                        strb    w2, [x3, #33]
                        strb    w2, [x3, #34]
                        str     wzr, [x26, #0xc08]      // GICD_ICFGR2: levels
                        mov     w2, #6
                        str     w2, [x26, #0x104]       // INTIDs 33 and 34
                        msr     daifclr, #2
                        mov     w2, #'.'
                        str     w2, [x25]               // what is sent is gone at once
                        mov     w2, #0x20
                        str     w2, [x25, #0x38]        // UARTIMSC.TXIM: the line rises
                """ + expect(3) + """
                        bl      call
                        mov     w2, #4
                        str     w2, [x26, #0x204]       // GICD_ISPENDR1: 34
                """ + expect(4) + """
                        bl      call
                """ + expect(4) + """
                        msr     daifset, #2
                        str     w2, [x26, #0x204]
                        bl      call                    // it is still to be taken
                        bl      call
                        msr     daifclr, #2
                        isb
                """ + expect(5) + """
                        bl      call
                """ + expect(5), """
                        bl      call                    // it is active meanwhile
                        cmp     x20, #3
                        b.ne    1f
                        str     wzr, [x25, #0x38]       // the line falls
                1:
                """);
    }

    /// The virtual timer, three times; then it expires masked and is set anew, which takes the interrupt back.
    static Vmm.Options timer() {
        return of("timer", """
                        mov     w0, #27
                        mov     w1, #0x60
                        bl      prio
                        mov     w2, #0x08000000
                        str     w2, [x27, #0x100]
                        msr     daifclr, #2
                        mov     x21, #0
                again:  add     x21, x21, #1
                        mrs     x2, cntvct_el0
                        add     x2, x2, #100
                        msr     cntv_cval_el0, x2
                        mov     x2, #1
                        msr     cntv_ctl_el0, x2
                        isb
                wait:   cmp     x20, x21
                        b.ne    wait
                        bl      call
                        cmp     x21, #3
                        b.ne    again
                """ + MOVED + expect(4), """
                        cmp     x12, #27
                        b.ne    bad
                        bl      call                    // it is active meanwhile
                        ldr     x13, =0x0a000000
                        ldr     w13, [x13]              // also while the vCPU is put, and loaded again
                        msr     cntv_ctl_el0, xzr
                        isb
                """);
    }

    /// An SGI that comes again while it is active, and one that is more urgent.
    static Vmm.Options active() {
        return of("active", """
                        mov     w0, #1
                        mov     w1, #0x80
                        bl      prio
                        mov     w0, #2
                        mov     w1, #0x20
                        bl      prio
                        msr     daifclr, #2
                        mov     w0, #1
                        bl      send
                """ + expect(3), """
                        cbnz    x24, 2f
                        mov     x24, #1
                        bl      call
                        mov     w0, #1
                        bl      send
                        mov     w0, #2
                        bl      send
                        msr     daifclr, #2             // the more urgent one comes right here
                        isb
                        msr     daifset, #2
                        cmp     x20, #2
                        b.ne    bad
                        bl      call
                2:
                """);
    }

    /// Seven SGIs wait at once, more than there are list registers: the later ones are the more urgent.
    static Vmm.Options overflow() {
        StringBuilder body = new StringBuilder();
        for (int intid = 1; intid <= SGIS; intid++) {
            body.append("        mov w0, #%d\n        mov w1, #%d\n        bl prio\n".formatted(
                    intid, 0x10 * (1 + SGIS - intid)));
        }
        for (int intid = 1; intid <= SGIS; intid++) {
            body.append("        mov w0, #%d\n        bl send\n".formatted(intid));
        }
        return of("overflow", body + """
                        mov     x21, #8
                        msr     daifclr, #2
                """ + expect(SGIS) + """
                        bl      call
                """ + expect(SGIS), """
                        sub     x21, x21, #1
                        cmp     x12, x21
                        b.ne    bad
                """);
    }

    /// What software can do to SGIs, in an order by chance that the seed decides.
    static Vmm.Options random(int seed) {
        Random random = new Random(seed);
        StringBuilder body = new StringBuilder();
        for (int intid = 1; intid <= SGIS; intid++) {
            body.append("        mov w0, #%d\n        mov w1, #%d\n        bl prio\n".formatted(
                    intid, 8 * (1 + (5 * intid + seed) % 20)));
        }
        for (int i = 0; i < STEPS; i++) {
            body.append(step(random));
        }
        return of("random" + seed, body + """
                        msr     daifclr, #2
                        bl      rest
                        bl      call
                """, "");
    }

    private static String step(Random random) {
        int intid = 1 + random.nextInt(SGIS);
        return switch (random.nextInt(7)) {
            case 0, 1, 2 -> "        mov w0, #%d\n        bl send\n".formatted(intid);
            case 3 -> "        mov w2, #%d\n        str w2, [x27, #0x200]\n".formatted(1 << intid); // ISPENDR0
            case 4 -> "        mov w2, #%d\n        str w2, [x27, #0x280]\n".formatted(1 << intid); // ICPENDR0
            case 5 -> "        msr daif%s, #2\n        isb\n".formatted(random.nextInt(3) > 0 ? "set" : "clr");
            default -> "        bl call\n";
        };
    }
}
