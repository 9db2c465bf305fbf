// Lab 1: exception levels. Starts at EL2, MMU off, with `splitvisor boot --el 2 levels.s` or under the check.

// ---------------------------------------------------------------------------------------------------------------
// Yours, from here to the log.

        .globl  _start
_start:                                 // 1. VBAR_EL2, HCR_EL2, SCTLR_EL1
                                        // 2. SPSR_EL2, ELR_EL2, and ERET to guest
        wfi
        b       _start

vectors:                                // 3. 16 entries of 128 bytes; which of them does the guest's trap take?

lower_sync:                             // 4. note ESR_EL2 and ELR_EL2 in the log, decide by EC where to go on
                                        // 5. hvc #2: EL0 at user, without EL1
                                        // 6. svc #0 from there: power off, PSCI SYSTEM_OFF (0x84000008) by SMC

        .balign 8
log:    .xword  0                       // how many records
        .space  64 * 16                 // each: ESR_EL2, ELR_EL2

// ---------------------------------------------------------------------------------------------------------------
// Who traps where, before you run it: for each instruction of the guest the exception level that takes the exception,
// 1 or 2, and the exception class (ESR_ELx.EC) that it finds; 0, 0 where there is none.

predictions:
        .byte   0xff, 0xff              // EL1: wfe, with the event register set
        .byte   0xff, 0xff              // EL1: wfi
        .byte   0xff, 0xff              // EL1: mrs x3, id_aa64mmfr0_el1
        .byte   0xff, 0xff              // EL1: mrs x4, midr_el1
        .byte   0xff, 0xff              // EL1: msr ttbr0_el1, x5
        .byte   0xff, 0xff              // EL1: mrs x6, ttbr0_el1
        .byte   0xff, 0xff              // EL1: msr vbar_el1, x0
        .byte   0xff, 0xff              // EL1: smc #0
        .byte   0xff, 0xff              // EL1: svc #1
        .byte   0xff, 0xff              // EL1: mrs x7, hcr_el2
        .byte   0xff, 0xff              // EL1: fmov d0, xzr
        .byte   0xff, 0xff              // EL1: hvc #1
        .byte   0xff, 0xff              // EL0: svc #2
        .byte   0xff, 0xff              // EL0: mrs x6, ttbr0_el1
        .byte   0xff, 0xff              // EL0: hvc #3
        .byte   0xff, 0xff              // EL0: wfi
        .byte   0xff, 0xff              // EL0, HCR_EL2.TGE: svc #4
        .byte   0xff, 0xff              // EL0, HCR_EL2.TGE: mrs x6, ttbr0_el1

// ---------------------------------------------------------------------------------------------------------------
// The guest. Not yours to change: the check compares it with the original.

        .balign 2048
guest_vectors:                          // EL1's own: steps over everything but SVC
        .space  0x200
        b       guest_sync              // 0x200: from EL1 with SP_EL1
        .space  0x200 - 4
        b       guest_sync              // 0x400: from EL0
guest_sync:
        mrs     x9, esr_el1
        lsr     x10, x9, #26
        cmp     x10, #0x15              // SVC64
        b.eq    1f
        mrs     x10, elr_el1
        add     x10, x10, #4
        msr     elr_el1, x10
        eret
1:      and     x9, x9, #0xffff
        cmp     x9, #9
        b.eq    guest_host
        eret

guest:  adr     x0, guest_vectors
        msr     vbar_el1, x0
        msr     cpacr_el1, xzr          // FP and SIMD trap to EL1
        isb
        mov     x1, #0x1001
        mov     x2, #0x1002
        mov     x3, #0x1003
        mov     x5, #0x1005
        mov     x19, #0x1019
        mov     x20, #0x1020
        mov     x21, #0x1021
        mov     x22, #0x1022
        mov     x29, #0x1029
        mov     x30, #0x1030
        sevl
guest_wfe:
        wfe                             // the event register is set: it does not wait
guest_wfi:
        wfi
guest_id:
        mrs     x3, id_aa64mmfr0_el1
        mrs     xzr, id_aa64pfr0_el1
        mrs     x30, id_aa64isar0_el1
guest_midr:
        mrs     x4, midr_el1
guest_ttbr_write:
        msr     ttbr0_el1, x5
guest_ttbr_read:
        mrs     x6, ttbr0_el1
guest_vbar:
        msr     vbar_el1, x0
guest_smc:
        smc     #0
guest_svc:
        svc     #1
guest_el2:
        mrs     x7, hcr_el2
guest_fp:
        fmov    d0, xzr
guest_hvc:
        hvc     #1
        mov     x11, #0x3c0             // EL0, masked
        msr     spsr_el1, x11
        adr     x11, guest_user
        msr     elr_el1, x11
        eret

guest_user:                             // at EL0
        nop
user_svc:
        svc     #2
user_ttbr:
        mrs     x6, ttbr0_el1
user_hvc:
        hvc     #3
user_wfi:
        wfi
        svc     #9                      // back to EL1, to:
guest_host:
        hvc     #2                      // and now EL0 without EL1
        b       .

user:   nop                             // at EL0, with HCR_EL2.TGE
host_svc:
        svc     #4
host_ttbr:
        mrs     x6, ttbr0_el1
        svc     #0                      // the end
        b       .
guest_end:
