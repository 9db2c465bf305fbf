package splitvisor.benchmarks.lab;

import splitvisor.highvisor.user.Vmm;

/// A guest that shares its PE with others, all with the same addresses, virtual and physical, and the same ASID: its
/// registers and what lies behind its addresses are its own, and it looks after them round after round, with
/// hypercalls, yields and work of its own between.
final class NeighbourGuest {

    private static final long RAM = 6 << 20;

    /// X19: whose it is; X25: rounds left. X1 at entry: the physical address of what lies at 0x80000000.
    private static final String SOURCE = """
                    mov     x19, x0
                    mov     x25, x1
                    b       setup
            other:  mov     x19, x0                 // a second vCPU: X0 is its argument
                    ldr     x25, =%d

            setup:  ldr     x0, =0x40100000         // tables of its own, by who it is: L1, then L2 behind it
                    add     x0, x0, x19, lsl #16
                    mov     x2, #0x401
                    str     x2, [x0]                // GiB 0: devices
                    ldr     x2, =0x40000705
                    str     x2, [x0, #8]            // GiB 1: RAM
                    add     x3, x0, #0x1000
                    orr     x2, x3, #3
                    str     x2, [x0, #16]           // GiB 2: 2 MiB of RAM, by who it is
                    ldr     x2, =0x40200705
                    and     x4, x19, #1
                    add     x2, x2, x4, lsl #21
                    str     x2, [x3]
                    ldr     x2, =0xff00
                    msr     mair_el1, x2
                    ldr     x2, =0x0000000280803519
                    msr     tcr_el1, x2
                    orr     x0, x0, #(7 << 48)      // ASID 7, as the others'
                    msr     ttbr0_el1, x0
                    isb
                    mrs     x2, sctlr_el1
                    ldr     x3, =0x1005
                    orr     x2, x2, x3
                    msr     sctlr_el1, x2
                    isb
                    mov     x2, #0x300000
                    msr     cpacr_el1, x2
                    isb
                    mov     x2, #0x123
                    mul     x21, x19, x2
                    msr     tpidr_el1, x21
                    msr     tpidr_el0, x21
                    msr     contextidr_el1, x21
                    dup     v3.2d, x21
                    ldr     x22, =0x7fffffff00000000
                    add     x22, x22, x19
                    msr     cntv_cval_el0, x22
                    mov     x2, #3                  // enabled and masked
                    msr     cntv_ctl_el0, x2
                    mov     x23, #0x80
                    add     x23, x23, x19, lsl #4
                    msr     icc_pmr_el1, x23
                    ldr     x24, =0x80020000
                    str     x21, [x24]

            round:  ldr     w0, =0x84000000
                    hvc     #0
                    wfe
                    mov     x2, #2000
            work:   subs    x2, x2, #1
                    b.ne    work
                    adr     x27, lost
                    ldr     x0, [x24]
                    cmp     x0, x21
                    b.ne    bad
                    mrs     x0, tpidr_el1
                    cmp     x0, x21
                    b.ne    bad
                    umov    x0, v3.d[1]
                    cmp     x0, x21
                    b.ne    bad
                    adr     x27, timer
                    mrs     x0, cntv_cval_el0
                    cmp     x0, x22
                    b.ne    bad
                    adr     x27, mask
                    mrs     x0, icc_pmr_el1
                    cmp     x0, x23
                    b.ne    bad
                    subs    x25, x25, #1
                    b.ne    round
            """;

    private static final String TEXTS = """
            lost:   .asciz  "memory, TPIDR_EL1 or V3 is not what this VM left there"
            timer:  .asciz  "CNTV_CVAL_EL0 is not what this VM left there"
            mask:   .asciz  "ICC_PMR_EL1 is not what this VM left there"
                    .balign 8
            """;

    private NeighbourGuest() {}

    /// A VM with one vCPU.
    static Vmm.Options of(int who, long rounds) {
        String source = SOURCE.formatted(rounds) + "        b       good\n" + TEXTS;
        return LabGuest.of("neighbour" + who, source, RAM, who, rounds);
    }

    /// A VM with two vCPUs, which are each other's neighbours.
    static Vmm.Options twins(long rounds) {
        String source = """
                        ldr     x0, =0xc4000003         // PSCI CPU_ON
                        mov     x1, #1
                        adr     x2, other
                        mov     x3, #2
                        hvc     #0
                        mov     x0, #1
                        ldr     x1, =%d
                """.formatted(rounds) + SOURCE.formatted(rounds) + """
                        cmp     x19, #1
                        b.eq    good
                done:   wfi
                        b       done
                """ + TEXTS;
        return LabGuest.of("twins", source, RAM).withVcpus(2);
    }
}
