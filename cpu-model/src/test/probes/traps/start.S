// Entry, vectors and the way into and out of a context. Runs at EL2 with the MMU off.

    .section .text.start
    .global _start
_start:
    ldr x0, =stack_top
    mov sp, x0
    ldr x0, =el2_vectors
    msr vbar_el2, x0
    isb
    bl main
    movz x0, #0x8400, lsl #16   // PSCI SYSTEM_OFF
    movk x0, #8
    smc #0
    b .

    .balign 0x800
el2_vectors:                    // every exception to EL2 ends the probe
    .rept 16
    b taken
    .balign 0x80
    .endr

    .balign 0x800
    .global el1_vectors
el1_vectors:                    // those to EL1 go on to EL2 with their vector's number
    .set vector, 0
    .rept 16
    hvc #(0x100 + vector)
    .set vector, vector + 1
    .balign 0x80
    .endr

// unsigned long run(unsigned *code, unsigned long spsr, unsigned long x0): enters `code` by ERET, or calls it at EL2
// when spsr is 0. Returns ESR_EL2 as the first exception to EL2 left it, or all ones when the call returned; what
// a call left in X0 is in `result`.
    .global run
run:
    stp x29, x30, [sp, #-0x60]!
    stp x19, x20, [sp, #0x10]
    stp x21, x22, [sp, #0x20]
    stp x23, x24, [sp, #0x30]
    stp x25, x26, [sp, #0x40]
    stp x27, x28, [sp, #0x50]
    mov x9, sp
    ldr x10, =stack_pointer
    str x9, [x10]
    cbz x1, 1f
    msr elr_el2, x0
    msr spsr_el2, x1
    mov x0, x2
    isb
    eret
1:  mov x3, x0
    mov x0, x2
    blr x3
    ldr x10, =result
    str x0, [x10]
    mov x0, #-1
    b 2f
taken:
    mrs x0, esr_el2
2:  msr spsel, #1
    msr daifset, #15
    ldr x10, =stack_pointer
    ldr x9, [x10]
    mov sp, x9
    ldp x19, x20, [sp, #0x10]
    ldp x21, x22, [sp, #0x20]
    ldp x23, x24, [sp, #0x30]
    ldp x25, x26, [sp, #0x40]
    ldp x27, x28, [sp, #0x50]
    ldp x29, x30, [sp], #0x60
    ret

    .balign 64
    .global stub
stub:                           // patched: the instruction under test, then the way out
    nop
    nop
    b .

    .bss
    .balign 16
stack_pointer: .quad 0
    .global result
result: .quad 0
    .space 0x4000
stack_top:
