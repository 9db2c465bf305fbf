// Lab 1: exception levels. Starts at EL2, MMU off, with `splitvisor boot --el 2 levels.s` or under the check.

        .equ    HCR, 1 << 31 | 1 << 26 | 1 << 19 | 1 << 18 | 1 << 13    // RW, TVM, TSC, TID3, TWI
        .equ    HCR_HOST, 1 << 31 | 1 << 27                             // RW, TGE
        .equ    FRAME, 256

        .globl  _start
_start: adr     x0, stack
        mov     sp, x0
        adr     x0, vectors
        msr     vbar_el2, x0
        ldr     x0, =HCR
        msr     hcr_el2, x0
        ldr     x0, =0x30d00980         // SCTLR_EL1: what is RES1, MMU and caches off
        msr     sctlr_el1, x0
        mov     x0, #0x3c5              // EL1h, D, A, I and F masked
        msr     spsr_el2, x0
        adr     x0, guest
        msr     elr_el2, x0
        eret

        .balign 2048
vectors:
        .rept   8                       // from EL2 itself: a mistake of ours
        b       .
        .balign 128
        .endr
        b       lower_sync              // 0x400: synchronous, from EL1 or EL0
        .balign 128
        .rept   7
        b       .
        .balign 128
        .endr

lower_sync:
        sub     sp, sp, #FRAME
        stp     x0, x1, [sp]
        stp     x2, x3, [sp, #16]
        stp     x4, x5, [sp, #32]
        stp     x6, x7, [sp, #48]
        stp     x8, x9, [sp, #64]
        stp     x10, x11, [sp, #80]
        stp     x12, x13, [sp, #96]
        stp     x14, x15, [sp, #112]
        stp     x16, x17, [sp, #128]
        stp     x18, x19, [sp, #144]
        stp     x20, x21, [sp, #160]
        stp     x22, x23, [sp, #176]
        stp     x24, x25, [sp, #192]
        stp     x26, x27, [sp, #208]
        stp     x28, x29, [sp, #224]
        str     x30, [sp, #240]
        mrs     x19, esr_el2
        mrs     x20, elr_el2
        adr     x0, log
        ldr     x1, [x0]                // how many there are
        add     x2, x0, x1, lsl #4
        stp     x19, x20, [x2, #8]
        add     x1, x1, #1
        str     x1, [x0]
        lsr     x21, x19, #26           // EC
        cmp     x21, #0x16              // HVC64
        b.eq    hypercall
        cmp     x21, #0x15              // SVC64
        b.eq    system_call
        add     x20, x20, #4            // trapped or UNDEFINED: never executed
        msr     elr_el2, x20
        cmp     x21, #0x18              // SYS64
        b.ne    return
        tbz     x19, #0, return         // a write: dropped
        ubfx    x22, x19, #5, #5        // Rt; the frame has a slot for XZR too
        str     xzr, [sp, x22, lsl #3]
return: ldp     x2, x3, [sp, #16]
        ldp     x4, x5, [sp, #32]
        ldp     x6, x7, [sp, #48]
        ldp     x8, x9, [sp, #64]
        ldp     x10, x11, [sp, #80]
        ldp     x12, x13, [sp, #96]
        ldp     x14, x15, [sp, #112]
        ldp     x16, x17, [sp, #128]
        ldp     x18, x19, [sp, #144]
        ldp     x20, x21, [sp, #160]
        ldp     x22, x23, [sp, #176]
        ldp     x24, x25, [sp, #192]
        ldp     x26, x27, [sp, #208]
        ldp     x28, x29, [sp, #224]
        ldr     x30, [sp, #240]
        ldp     x0, x1, [sp], #FRAME
        eret

hypercall:
        and     x22, x19, #0xffff
        cmp     x22, #2
        b.ne    return
        ldr     x0, =HCR_HOST
        msr     hcr_el2, x0
        mov     x0, #0x3c0              // EL0, masked
        msr     spsr_el2, x0
        adr     x0, user
        msr     elr_el2, x0
        b       return

system_call:
        tst     x19, #0xffff
        b.ne    return
        ldr     w0, =0x84000008         // PSCI SYSTEM_OFF
        smc     #0
        b       .

        .ltorg
        .balign 16
        .space  1024
stack:

        .balign 8
log:    .xword  0                       // how many records
        .space  64 * 16                 // each: ESR_EL2, ELR_EL2

// ---------------------------------------------------------------------------------------------------------------
// Who traps where, before you run it: for each instruction of the guest the exception level that takes the exception,
// 1 or 2, and the exception class (ESR_ELx.EC) that it finds; 0, 0 where there is none.

predictions:
        .byte   0, 0x00                 // EL1: wfe, with the event register set
        .byte   2, 0x01                 // EL1: wfi
        .byte   2, 0x18                 // EL1: mrs x3, id_aa64mmfr0_el1
        .byte   0, 0x00                 // EL1: mrs x4, midr_el1
        .byte   2, 0x18                 // EL1: msr ttbr0_el1, x5
        .byte   0, 0x00                 // EL1: mrs x6, ttbr0_el1
        .byte   0, 0x00                 // EL1: msr vbar_el1, x0
        .byte   2, 0x17                 // EL1: smc #0
        .byte   1, 0x15                 // EL1: svc #1
        .byte   1, 0x00                 // EL1: mrs x7, hcr_el2
        .byte   1, 0x07                 // EL1: fmov d0, xzr
        .byte   2, 0x16                 // EL1: hvc #1
        .byte   1, 0x15                 // EL0: svc #2
        .byte   1, 0x00                 // EL0: mrs x6, ttbr0_el1
        .byte   1, 0x00                 // EL0: hvc #3
        .byte   1, 0x01                 // EL0: wfi
        .byte   2, 0x15                 // EL0, HCR_EL2.TGE: svc #4
        .byte   2, 0x00                 // EL0, HCR_EL2.TGE: mrs x6, ttbr0_el1

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
