// GICv2: a timer interrupt, SGIs between two PEs with their sources, and a virtual interrupt through GICH and
// GICV.

    .equ GICH, 0x08030000
    .equ GICV, 0x08040000

main:
    bl gicv2_init
    ldr x0, =0xc4000003                 // CPU_ON
    mov x1, #1
    adr x2, secondary
    mov x3, #0
    bl psci
    adr x20, online
1:  ldr w1, [x20]
    cbz w1, 1b

    mrs x0, cntpct_el0
    add x0, x0, #200
    msr cnthp_cval_el2, x0
    mov x0, #1
    msr cnthp_ctl_el2, x0
    mov x19, #1
    bl await

    ldr x0, =GICD
    ldr w1, =0x01000003                 // SGI 3 to all others; PE 1 answers with SGI 4
    mov x19, #2
    str w1, [x0, #0xf00]
    bl await
    ldr x0, =GICD
    ldr w1, =0x02000005                 // SGI 5 to itself
    mov x19, #3
    str w1, [x0, #0xf00]
    bl await

    ldr x0, =GICH
    mov w1, #1
    str w1, [x0]
    ldr w1, =0x1a000805                 // SGI 5 from PE 2, priority 0xa0, pending
    str w1, [x0, #0x100]
    adr x0, guest
    msr elr_el2, x0
    mov x0, #0x3c5
    msr spsr_el2, x0
    isb
    eret

guest:
    ldr x0, =STACKS + 0x8000
    mov sp, x0
    adr x0, vectors
    msr vbar_el1, x0
    ldr x0, =GICV
    mov w1, #0xf0
    str w1, [x0, #4]
    mov w1, #1
    str w1, [x0]
    msr daifclr, #2
    isb
    msr daifset, #2
    ldr w0, =0x84000008
    smc #0
    b .

// Waits for interrupt number x19 to have been handled.
await:
    msr daifset, #2
    adr x20, handled
    ldr w1, [x20]
    cmp w1, w19
    b.hs 1f
    wfi
    msr daifclr, #2
    isb
    b await
1:  ret

secondary:
    bl setup
    bl gicv2_init
    adr x1, online
    mov w2, #1
    str w2, [x1]
1:  wfi
    msr daifclr, #2
    isb
    msr daifset, #2
    b 1b

irq:
    mov x28, x30
    mrs x1, CurrentEL
    cmp x1, #8
    b.eq 1f
    ldr x0, =GICV
    ldr w21, [x0, #0xc]
    show "guest: IAR ", x21
    ldr x0, =GICV
    str w21, [x0, #0x10]
    ldr w1, [x0, #0xc]
    show "guest: then ", x1
    ret x28
1:  ldr x0, =GICC
    ldr w21, [x0, #0xc]
    mrs x22, mpidr_el1
    and x22, x22, #0xff
    cbz x22, 2f
    ldr x0, =GICC                       // PE 1: end it and answer
    str w21, [x0, #0x10]
    ldr x0, =GICD
    ldr w1, =0x00010004
    str w1, [x0, #0xf00]
    ret x28
2:  show "IAR ", x21
    ldr x0, =GICC
    ldr w1, [x0, #0x14]
    show "RPR ", x1
    msr cnthp_ctl_el2, xzr
    isb
    ldr x0, =GICC
    str w21, [x0, #0x10]
    adr x0, handled
    ldr w1, [x0]
    add w1, w1, #1
    str w1, [x0]
    ret x28

fiq:
    b unexpected

    .balign 8
online:
    .word 0
handled:
    .word 0
