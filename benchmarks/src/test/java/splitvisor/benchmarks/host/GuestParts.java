package splitvisor.benchmarks.host;

/// What the guests of several tests have in common, to be put behind their own source.
final class GuestParts {

    /// `bl report` writes X22 in hex to the UART.
    static final String REPORT = """
            report: ldr     x2, =0x09000000
                    mov     x3, #60
            1:      lsr     x4, x22, x3
                    and     x4, x4, #15
                    add     x5, x4, #'0'
                    add     x6, x4, #('a' - 10)
                    cmp     x4, #10
                    csel    x4, x5, x6, lo
                    str     w4, [x2]
                    subs    x3, x3, #4
                    b.pl    1b
                    ret
                    .ltorg
            """;

    private GuestParts() {}
}
