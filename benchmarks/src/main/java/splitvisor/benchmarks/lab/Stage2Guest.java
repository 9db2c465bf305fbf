package splitvisor.benchmarks.lab;

import splitvisor.highvisor.user.Vmm;

/// Guests of lab 5, for a [ProbeVmm].
final class Stage2Guest {

    /// Turns the MMU on: memory where it is, and the devices' IPAs from 0 on at 3 GiB, so that a virtual address is
    /// no IPA.
    private static final String MMU_ON = """
                    ldr     x1, =0x40101000         // one table of level 1
                    ldr     x2, =0x40000701         // 1 GiB at 1 GiB: normal, inner shareable, AF
                    str     x2, [x1, #8]
                    ldr     x2, =0x405              // 1 GiB at 3 GiB: device, AF
                    str     x2, [x1, #24]
                    ldr     x2, =0x04ff
                    msr     mair_el1, x2
                    ldr     x2, =0x80803519         // TCR: T0SZ 25, write-back, shareable, TTBR1 off
                    msr     tcr_el1, x2
                    msr     ttbr0_el1, x1
                    isb
                    mrs     x4, sctlr_el1
                    orr     x4, x4, #1              // M
                    orr     x4, x4, #1 << 2         // C
                    msr     sctlr_el1, x4
                    isb
                    ldr     x20, =0xca000000        // the device
                    add     x21, x20, #0x10         // where its answers are negative
            """;

    private Stage2Guest() {}

    private static byte[] image(String name, String source) {
        return LabGuest.of(name, source).memory().get(Vmm.IMAGE);
    }

    /// Touches pages in several tables of stage 2, and finds in each what it has written.
    static byte[] pages() {
        return image("pages", """
                        adr     x1, places
                1:      ldr     x2, [x1], #8
                        cbz     x2, 2f
                        str     x2, [x2]
                        b       1b
                2:      adr     x1, places
                3:      ldr     x2, [x1], #8
                        cbz     x2, good
                        ldr     x3, [x2]
                        cmp     x2, x3
                        b.ne    bad
                        b       3b
                        .balign 8
                places: .xword  0x40100000, 0x40101008, 0x401fff00, 0x40200000, 0x403ff010
                        .xword  0x40400ff8, 0x8040200000, 0x8040203ff8, 0x40201000, 0
                """);
    }

    /// Loads of each size and sign from places with every answer.
    static byte[] loads() {
        StringBuilder text = new StringBuilder(MMU_ON);
        for (String base : new String[] {"x20", "x21"}) {
            int n = 5;
            for (String load : new String[] {
                "ldrb w", "ldrsb w", "ldrsb x", "ldrh w", "ldrsh w", "ldrsh x", "ldr w", "ldrsw x", "ldr x"
            }) {
                text.append("        mov     x%d, #-1\n        %s%d, [%s]\n".formatted(n, load, n, base));
                n++;
            }
        }
        return image("loads", text + """
                        ldr     w14, [x20, #0x228]
                        ldrb    w15, [x21, #3]
                        ldr     xzr, [x20]
                        ldrsh   x30, [x21]
                        b       good
                """);
    }

    /// Stores of each size, to the VMM's device and to one of the kernel's.
    static byte[] stores() {
        return image("stores", MMU_ON + """
                        ldr     x5, =0xdeadbeefcafef00d
                        strb    w5, [x20]
                        strh    w5, [x20, #2]
                        str     w5, [x20, #4]
                        str     x5, [x20, #8]
                        str     xzr, [x21]
                        strb    wzr, [x21, #8]
                        ldr     x30, =0x1111222233334444
                        str     x30, [x21, #0x20]
                        ldr     x22, =0xc8000424        // GICD_IPRIORITYR9, an SPI's
                        mov     w6, #0x80
                        strb    w6, [x22, #1]
                        ldr     w7, [x22]
                        mov     w8, #0x8000
                        cmp     w7, w8
                        b.ne    bad
                        ldr     x23, =0xc800ffe8        // GICD_PIDR2
                        ldr     w7, [x23]
                        and     w7, w7, #0xf0
                        cmp     w7, #0x30
                        b.ne    bad
                        b       good
                """);
    }

    /// Branches to where no memory is, reads there, and has a table there, once each. X28: the class of the exception
    /// that comes of it; X30: where it goes on.
    static byte[] nowhere() {
        return image("nowhere", MMU_ON + """
                        ldr     x9, =0x40080800
                        msr     vbar_el1, x9
                        ldr     w7, [x20, #0x124]
                        str     w7, [x20, #0x128]
                        ldr     x8, =0xca000040
                        ldr     x2, =0x701              // executable memory is what stage 1 says it is
                        ldr     x1, =0x40101000
                        str     x2, [x1, #16]           // 1 GiB at 2 GiB: the same IPAs
                        dsb     ish
                        isb
                        mov     x28, #0x21              // IABT_CUR
                        ldr     x8, =0x8a000040
                        blr     x8
                        cmp     x27, #1
                        b.ne    bad
                        ldr     x2, =0x0a100003
                        str     x2, [x1, #32]           // the GiB at 4 GiB: a table where no memory is
                        dsb     ish
                        isb
                        mov     x28, #0x25              // DABT_CUR
                        adr     x30, walked
                        ldr     x8, =0x100000000
                        ldr     x9, [x8]
                        b       bad
                walked: cmp     x27, #2
                        b.ne    bad
                        b       good

                        .org    0x800 + 0x200           // synchronous, current EL with SP_ELx
                        mrs     x10, esr_el1
                        lsr     x10, x10, #26
                        cmp     x10, x28
                        b.ne    bad
                        msr     elr_el1, x30
                        add     x27, x27, #1
                        eret
                """);
    }

    /// Reads a device with an instruction that has no syndrome.
    static byte[] pair() {
        return image("pair", MMU_ON + """
                        ldp     x5, x6, [x20]
                        b       bad
                """);
    }
}
