package splitvisor.benchmarks.lab;

import splitvisor.highvisor.user.Vmm;

/// Guests of lab 2: each meets one kind of what traps, and ends in a reset if it does not see what it must.
final class EmulationGuest {

    /// Waits 64 us by WFI.
    private static final String NAP = """
            nap:    mrs     x5, cntfrq_el0
                    mov     x6, #15625
                    udiv    x5, x5, x6
                    mrs     x6, cntvct_el0
                    add     x6, x6, x5
                    msr     cntv_cval_el0, x6
                    mov     x7, #1
                    msr     cntv_ctl_el0, x7
                    isb
                    wfi
            1:      mrs     x8, cntv_ctl_el0
                    tbz     x8, #2, 1b              // ISTATUS
                    msr     cntv_ctl_el0, xzr
                    isb
                    ret
            """;

    private EmulationGuest() {}

    /// Calls by HVC that are known and unknown, each followed by an instruction that must not be missed, and an
    /// interrupt that comes between two instructions with a call's arguments in the registers.
    static Vmm.Options calls() {
        return LabGuest.of("calls", """
                        mov     x28, #3
                round:  ldr     w0, =0x84000000         // PSCI_VERSION
                        hvc     #0
                        add     x27, x27, #1
                        ldr     w1, =0x10001
                        cmp     w0, w1
                        b.ne    bad
                        ldr     w0, =0xc6000007         // nobody's function
                        hvc     #0
                        add     x27, x27, #1
                        cmn     x0, #1                  // NOT_SUPPORTED
                        b.ne    bad
                        ldr     x3, =0x0a000000         // a device of the VMM's
                        ldr     w2, [x3]
                        ldr     w1, =0x74726976
                        cmp     w2, w1
                        b.ne    bad
                        subs    x28, x28, #1
                        b.ne    round
                        cmp     x27, #6
                        b.ne    bad
                        ldr     w0, =0x84000000
                        hvc     #0
                        ldr     w0, =0x84000000
                        mrs     x5, cntfrq_el0
                        lsr     x5, x5, #16             // 15 us
                        mrs     x6, cntvct_el0
                        add     x6, x6, x5
                        msr     cntv_cval_el0, x6
                        mov     x7, #1
                        msr     cntv_ctl_el0, x7
                        isb
                1:      mrs     x8, cntv_ctl_el0
                        tbz     x8, #2, 1b              // ISTATUS
                        msr     cntv_ctl_el0, xzr
                        b       good
                """);
    }

    /// Waits for its timer, again and again.
    static Vmm.Options waits() {
        return LabGuest.of("waits", """
                        mov     x28, #3
                round:  bl      nap
                        add     x27, x27, #1
                        subs    x28, x28, #1
                        b.ne    round
                        cmp     x27, #3
                        b.ne    bad
                        b       good
                """ + NAP);
    }

    /// Spins by WFE when it has napped, so that others have begun. The event register is set at every entry, so
    /// only the second one waits, and traps.
    static Vmm.Options yields() {
        return LabGuest.of("yields", """
                        bl      nap
                        mov     x28, #40
                round:  wfe
                        wfe
                        add     x27, x27, #1
                        subs    x28, x28, #1
                        b.ne    round
                        b       good
                """ + NAP);
    }

    /// Reads identification registers into registers of all kinds.
    static Vmm.Options identity() {
        return LabGuest.of("identity", """
                        mrs     x0, id_aa64pfr0_el1
                        ubfx    x1, x0, #24, #4         // GIC
                        cmp     x1, #1
                        b.ne    bad
                        mrs     x9, id_aa64isar0_el1
                        mrs     x30, id_aa64mmfr0_el1
                        mrs     xzr, id_aa64mmfr1_el1
                        mrs     x17, id_aa64dfr0_el1
                        ubfx    x1, x17, #8, #4         // PMUVer
                        cbnz    x1, bad
                        b       good
                """);
    }

    /// Accesses that have no effect, and reads that give zero.
    static Vmm.Options nothing() {
        return LabGuest.of("nothing", """
                        mov     x4, #0x44
                        mov     x5, #0x55
                        mrs     x4, s3_0_c0_c7_7
                        cbnz    x4, bad
                        msr     actlr_el1, x5
                        mov     x6, #0x66
                        mrs     x6, actlr_el1
                        cbnz    x6, bad
                        dc      isw, x5
                        dc      csw, x5
                        dc      cisw, xzr
                        cmp     x5, #0x55
                        b.ne    bad
                        b       good
                """);
    }

    /// Executes what a guest's CPU does not have, with a vector that steps over it.
    static Vmm.Options undefined() {
        return LabGuest.of("undefined", """
                        ldr     x9, =0x40080800
                        msr     vbar_el1, x9
                        ldr     w0, =0x84000000         // PSCI_VERSION, which firmware would answer
                        smc     #0
                        cmn     x0, #1
                        b.ne    bad
                        mov     x3, #3
                        mrs     x3, pmcr_el0            // no PMU
                        msr     pmcr_el0, x3
                        mrs     x4, pmccntr_el0
                        cmp     x3, #3
                        b.ne    bad
                        cmp     x27, #3
                        b.ne    bad
                        brk     #0                      // goes to EL2, see ArmedTraps
                        cmp     x27, #4
                        b.ne    bad
                        b       good

                        .org    0x800 + 0x200           // synchronous, current EL with SP_ELx
                        mrs     x10, esr_el1
                        ldr     x11, =0x2000000         // EC UNKNOWN
                        cmp     x10, x11
                        b.ne    bad
                        mrs     x10, elr_el1
                        add     x10, x10, #4
                        msr     elr_el1, x10
                        add     x27, x27, #1
                        eret
                """);
    }

    /// Sets its MMU up, register by register, and then writes the same registers with the caches on. What it reads of
    /// them traps all the time, see [ArmedTraps].
    static Vmm.Options translation() {
        return LabGuest.of("translation", """
                        ldr     x1, =0x40101000         // one table of level 1
                        ldr     x2, =0x40000701         // 1 GiB at 1 GiB: normal, inner shareable, AF
                        str     x2, [x1, #8]
                        mov     x2, #0xff
                        msr     mair_el1, x2
                        ldr     x2, =0x80803519         // TCR: T0SZ 25, write-back, shareable, TTBR1 off
                        msr     tcr_el1, x2
                        msr     ttbr1_el1, x1
                        msr     ttbr1_el1, xzr
                        msr     ttbr0_el1, x1
                        mov     x2, #0x1234
                        msr     contextidr_el1, x2
                        msr     far_el1, x2
                        isb
                        mrs     x3, ttbr0_el1
                        cmp     x3, x1
                        b.ne    bad
                        mrs     x4, sctlr_el1
                        orr     x4, x4, #1 << 12        // I: not what KVM waits for
                        msr     sctlr_el1, x4
                        orr     x4, x4, #1              // M: neither
                        msr     sctlr_el1, x4
                        isb
                        msr     far_el1, xzr            // still traps
                        orr     x4, x4, #1 << 2         // C
                        msr     sctlr_el1, x4
                        isb
                        mov     x5, #0x55
                        msr     contextidr_el1, x5
                        mrs     x6, contextidr_el1
                        cmp     x6, #0x55
                        b.ne    bad
                        ldr     w0, =0x84000000
                        hvc     #0
                        b       good
                """);
    }
}
