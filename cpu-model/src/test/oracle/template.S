// Position-independent code that one vector runs in: loads every register from the state that follows
// it, executes one instruction, stores every register. Copied to a page of its own; `slot` is replaced.

#define X 0
#define SP 248
#define NZCV 256
#define FPCR 264
#define FPSR 272
#define V 288

    .text
    .global template, template_end, slot, after, state, saved
    .balign 4096
template:
    adr x9, saved
    stp x19, x20, [x9]
    stp x21, x22, [x9, #16]
    stp x23, x24, [x9, #32]
    stp x25, x26, [x9, #48]
    stp x27, x28, [x9, #64]
    stp x29, x30, [x9, #80]
    mov x10, sp
    mrs x11, tpidr_el0
    stp x10, x11, [x9, #96]
    stp d8, d9, [x9, #112]
    stp d10, d11, [x9, #128]
    stp d12, d13, [x9, #144]
    stp d14, d15, [x9, #160]
    adr x30, state
    adr x29, vstate
    .irp n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
    ldr q\n, [x29, #16 * \n]
    .endr
    ldr x0, [x30, #FPCR]
    msr fpcr, x0
    ldr x0, [x30, #FPSR]
    msr fpsr, x0
    ldr x0, [x30, #NZCV]
    msr nzcv, x0
    ldr x0, [x30, #SP]
    mov sp, x0
    ldp x0, x1, [x30, #0]
    ldp x2, x3, [x30, #16]
    ldp x4, x5, [x30, #32]
    ldp x6, x7, [x30, #48]
    ldp x8, x9, [x30, #64]
    ldp x10, x11, [x30, #80]
    ldp x12, x13, [x30, #96]
    ldp x14, x15, [x30, #112]
    ldp x16, x17, [x30, #128]
    ldp x18, x19, [x30, #144]
    ldp x20, x21, [x30, #160]
    ldp x22, x23, [x30, #176]
    ldp x24, x25, [x30, #192]
    ldp x26, x27, [x30, #208]
    ldp x28, x29, [x30, #224]
    ldr x30, [x30, #240]
    b slot
    .org template + 0x400
slot:
    nop
after:
    msr tpidr_el0, x30
    adr x30, state
    stp x0, x1, [x30, #0]
    stp x2, x3, [x30, #16]
    stp x4, x5, [x30, #32]
    stp x6, x7, [x30, #48]
    stp x8, x9, [x30, #64]
    stp x10, x11, [x30, #80]
    stp x12, x13, [x30, #96]
    stp x14, x15, [x30, #112]
    stp x16, x17, [x30, #128]
    stp x18, x19, [x30, #144]
    stp x20, x21, [x30, #160]
    stp x22, x23, [x30, #176]
    stp x24, x25, [x30, #192]
    stp x26, x27, [x30, #208]
    stp x28, x29, [x30, #224]
    mrs x0, tpidr_el0
    mov x1, sp
    stp x0, x1, [x30, #240]
    mrs x0, nzcv
    str x0, [x30, #NZCV]
    mrs x0, fpsr
    str x0, [x30, #FPSR]
    adr x29, vstate
    .irp n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
    str q\n, [x29, #16 * \n]
    .endr
    msr fpcr, xzr
    adr x9, saved
    ldp d14, d15, [x9, #160]
    ldp d12, d13, [x9, #144]
    ldp d10, d11, [x9, #128]
    ldp d8, d9, [x9, #112]
    ldp x10, x11, [x9, #96]
    mov sp, x10
    msr tpidr_el0, x11
    ldp x29, x30, [x9, #80]
    ldp x27, x28, [x9, #64]
    ldp x25, x26, [x9, #48]
    ldp x23, x24, [x9, #32]
    ldp x21, x22, [x9, #16]
    ldp x19, x20, [x9]
    ret
    .org template + 0x800
saved:
    .org template + 0x900
state:
    .org template + 0x900 + V
vstate:
    .org template + 0x1000
template_end:
