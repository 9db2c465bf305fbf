// Where every program begins: at EL1, or at EL2 as a VHE host that uses EL1's names. Then a stack for each PE, vectors that
// call handle() with all general registers, main(), PSCI SYSTEM_OFF.

    .equ FRAME, 272

    .macro enter
    mrs x1, CurrentEL
    cmp x1, #8
    b.ne 1f
    mrs x1, mpidr_el1
    msr vmpidr_el2, x1
    mrs x1, midr_el1
    msr vpidr_el2, x1
    ldr x1, =0x488000000                // E2H, RW, TGE
    msr hcr_el2, x1
    isb
1:  ldr x1, =0x30d00980                 // SPAN; MMU off
    msr sctlr_el1, x1
    mov x1, #3 << 20
    msr cpacr_el1, x1
    adr x1, vectors
    msr vbar_el1, x1
    isb
    mrs x2, mpidr_el1
    and x2, x2, #0xff
    adrp x1, stacks
    add x1, x1, #0x4000
    add x1, x1, x2, lsl #14
    mov sp, x1
    .endm

    .text
    .global _start, secondary, psci
_start:
    enter
    bl main
    ldr w0, =0x84000008
    bl psci
    b .

secondary:                              // where CPU_ON starts a PE; X0: its context
    enter
    bl secondary_main
    b .

psci:                                   // the call in X0 to X3, by the conduit of this EL
    mrs x9, CurrentEL
    cmp x9, #8
    b.eq 1f
    hvc #0
    ret
1:  smc #0
    ret

    .macro pairs operation
    \operation x2, x3, [sp, #16]
    \operation x4, x5, [sp, #32]
    \operation x6, x7, [sp, #48]
    \operation x8, x9, [sp, #64]
    \operation x10, x11, [sp, #80]
    \operation x12, x13, [sp, #96]
    \operation x14, x15, [sp, #112]
    \operation x16, x17, [sp, #128]
    \operation x18, x19, [sp, #144]
    \operation x20, x21, [sp, #160]
    \operation x22, x23, [sp, #176]
    \operation x24, x25, [sp, #192]
    \operation x26, x27, [sp, #208]
    \operation x28, x29, [sp, #224]
    .endm

    .balign 0x800
vectors:
    .irp number, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
    .balign 0x80
    sub sp, sp, #FRAME
    stp x0, x1, [sp]
    mov x1, #\number
    b taken
    .endr

taken:
    pairs stp
    mrs x2, elr_el1
    mrs x3, spsr_el1
    stp x30, x2, [sp, #240]
    str x3, [sp, #256]
    mov x0, sp
    bl handle
    ldp x30, x2, [sp, #240]
    ldr x3, [sp, #256]
    msr elr_el1, x2
    msr spsr_el1, x3
    pairs ldp
    ldp x0, x1, [sp]
    add sp, sp, #FRAME
    eret

    .bss
    .balign 4096
stacks:
    .skip 8 * 0x4000
