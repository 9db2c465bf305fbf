package splitvisor.benchmarks.lab;

import splitvisor.highvisor.user.Vmm;

/// Guests of the labs that use their timers. Ticks are the system counter's.
final class TimerGuest {

    private static final String BEGIN = """
                    mov     w2, #0x48000000         // PPIs 27 and 30, the virtual and the physical timer's
                    str     w2, [x27, #0x100]
                    msr     daifclr, #2
            """;

    private static final String END = """
                    b       good

            // The virtual timer, x0 ticks from now.
            armv:   mrs     x2, cntvct_el0
                    add     x2, x2, x0
                    msr     cntv_cval_el0, x2
                    mov     x2, #1
                    msr     cntv_ctl_el0, x2
                    isb
                    ret

            // The physical timer, x0 ticks from now.
            armp:   mrs     x2, cntpct_el0
                    add     x2, x2, x0
                    msr     cntp_cval_el0, x2
                    mov     x2, #1
                    msr     cntp_ctl_el0, x2
                    isb
                    ret

            // x0 ticks pass.
            pass:   mrs     x2, cntvct_el0
                    add     x2, x2, x0
            1:      mrs     x3, cntvct_el0
                    cmp     x3, x2
                    b.lo    1b
                    ret

            // A call of the VMM's: the vCPU is put, and loaded again.
            user:   ldr     x3, =0x0a000000
                    ldr     w2, [x3]
                    ret
            """;

    /// Switches the timer off whose interrupt it is.
    private static final String HANDLER = """
                    cmp     x12, #27
                    b.ne    1f
                    msr     cntv_ctl_el0, xzr
                    b       2f
            1:      cmp     x12, #30
                    b.ne    bad
                    msr     cntp_ctl_el0, xzr
            2:      isb
            """;

    private TimerGuest() {}

    private static Vmm.Options of(String name, String body) {
        return InterruptGuest.of(name, BEGIN + body + END, HANDLER);
    }

    /// Calls the VMM with the virtual timer set, not for now.
    static Vmm.Options registers() {
        return of("registers", """
                        ldr     x0, =5000
                        bl      armv
                        bl      call
                        bl      user
                        mov     x2, #3
                        msr     cntv_ctl_el0, x2
                        isb
                        bl      user
                        bl      user
                        mrs     x3, cntv_ctl_el0
                        cmp     x3, #3
                        b.ne    bad
                        msr     cntv_ctl_el0, xzr
                        isb
                """);
    }

    /// Has the virtual timer expire while it runs, twice, and while the VMM does.
    static Vmm.Options running() {
        return of("running", """
                        mov     x0, #60
                        bl      armv
                        mov     x0, #600
                        bl      pass
                """ + InterruptGuest.expect(1) + """
                        bl      call
                        mov     x0, #60
                        bl      armv
                        mov     x0, #600
                        bl      pass
                """ + InterruptGuest.expect(2) + """
                        mov     x0, #10
                        msr     daifset, #2
                        bl      armv
                        bl      user                    // it is due before this comes back
                        msr     daifclr, #2
                        isb
                """ + InterruptGuest.expect(3));
    }

    /// Waits for the virtual timer, three times, the last time masked, and for the sooner of two timers.
    static Vmm.Options waiting() {
        return of("waiting", """
                        mov     x0, #400
                        bl      armv
                        wfi
                """ + InterruptGuest.expect(1) + """
                        mov     x0, #900
                        bl      armv
                        wfi
                """ + InterruptGuest.expect(2) + """
                        msr     daifset, #2
                        mov     x0, #400
                        bl      armv
                        wfi
                        mrs     x3, cntv_ctl_el0
                        cmp     x3, #5                  // ISTATUS: it was due
                        b.ne    bad
                        msr     daifclr, #2
                        isb
                """ + InterruptGuest.expect(3) + """
                        mov     x0, #3000
                        bl      armp
                        mov     x0, #600
                        bl      armv
                        wfi
                """ + InterruptGuest.expect(4) + """
                        wfi
                """ + InterruptGuest.expect(5));
    }

    /// The virtual timer is due with IMASK set, across calls; then without.
    static Vmm.Options masked() {
        return of("masked", """
                        mrs     x2, cntvct_el0
                        msr     cntv_cval_el0, x2
                        mov     x2, #3
                        msr     cntv_ctl_el0, x2
                        isb
                        mov     x0, #200
                        bl      pass
                        bl      call
                        bl      user
                """ + InterruptGuest.expect(0) + """
                        mov     x0, #400
                        bl      armp                    // something to wait for
                        wfi
                """ + InterruptGuest.expect(1) + """
                        mov     x2, #1
                        msr     cntv_ctl_el0, x2
                        isb
                        mov     x0, #600
                        bl      pass
                """ + InterruptGuest.expect(2));
    }

    /// The physical timer: while it runs, while the VMM does, and taken back while the interrupt is masked.
    static Vmm.Options physical() {
        return of("physical", """
                        mov     x0, #150
                        bl      armp
                        mov     x0, #600
                        bl      pass
                """ + InterruptGuest.expect(1) + """
                        mov     x0, #200
                        bl      armp
                        bl      user
                        mov     x0, #600
                        bl      pass
                """ + InterruptGuest.expect(2) + """
                        msr     daifset, #2
                        mov     x0, #0
                        bl      armp
                        mov     x0, #300
                        bl      pass                    // it is due
                        mrs     x2, cntpct_el0
                        add     x2, x2, #800
                        msr     cntp_cval_el0, x2       // and now it is not
                        isb
                        bl      call
                        msr     daifclr, #2
                        isb
                """ + InterruptGuest.expect(2) + """
                        mov     x0, #1500
                        bl      pass
                """ + InterruptGuest.expect(3) + """
                        mov     x0, #700
                        bl      armp
                        wfi
                """ + InterruptGuest.expect(4));
    }

    /// Takes turns with another VM, also while its interrupt is active.
    static Vmm.Options sharing(int number) {
        return InterruptGuest.of("vm" + number, BEGIN + """
                        mov     x22, #3
                again:  mov     x0, #%d
                        bl      armv
                        wfe
                        wfe                             // the other's turn
                        mov     x0, #600
                        bl      pass
                        subs    x22, x22, #1
                        b.ne    again
                """.formatted(100 + 40 * number) + InterruptGuest.expect(3) + END, HANDLER + """
                        wfe
                        wfe
                """);
    }

    /// Waits for its timer, and is woken by a device long before.
    static Vmm.Options woken() {
        return InterruptGuest.of("woken", BEGIN + """
                        mov     w2, #0x10000            // INTID 48, the wire's
                        str     w2, [x26, #0x104]
                        ldr     x0, =1000000
                        bl      armv
                        wfi
                """ + InterruptGuest.expect(1) + """
                        bl      user                    // it goes on, and is not waited for
                        msr     cntv_ctl_el0, xzr
                        isb
                """ + END, """
                        cmp     x12, #48
                        b.ne    bad
                """).withSignals(Vmm.Signals.WIRE);
    }

    /// Wakes the one before.
    static Vmm.Options waking() {
        return LabGuest.of("waking", """
                        ldr     x1, =0x0b000000
                        str     w1, [x1]
                        b       good
                """).withSignals(Vmm.Signals.WIRE);
    }
}
