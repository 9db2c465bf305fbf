// Priorities and preemption: interrupts 40 to 44, made pending by software, the first ones masked together,
// the others from within handlers. Each line is an acknowledge or an end, indented by nesting.

    .macro priority intid, value
    mov w1, #\value
    strb w1, [x0, #(0x400 + \intid)]
    .endm

main:
    mov x29, x30
    bl gic_init
    ldr x0, =GICD
    priority 40, 0xa0
    priority 41, 0x80
    priority 42, 0x80
    priority 43, 0x40
    priority 44, 0x90
    mov w1, #0x1f00
    str w1, [x0, #0x84]                 // GICD_IGROUPR1
    str w1, [x0, #0x104]                // GICD_ISENABLER1
    mov x25, #0                         // nesting
    mov w1, #0x0700                     // 40, 41, 42 at once
    str w1, [x0, #0x204]                // GICD_ISPENDR1
    msr daifclr, #2
    isb
    msr daifset, #2

    say "BPR1 = 7: no preemption within the upper half\n"
    mov x1, #7
    msr icc_bpr1_el1, x1
    isb
    ldr x0, =GICD
    mov w1, #0x0100                     // 40; its handler pends 44
    str w1, [x0, #0x204]
    msr daifclr, #2
    isb
    msr daifset, #2

    say "PMR = 0x90: not 44\n"
    mov x1, #0x90
    msr icc_pmr_el1, x1
    isb
    ldr x0, =GICD
    mov w1, #0x1000
    str w1, [x0, #0x204]
    msr daifclr, #2
    isb
    msr daifset, #2
    mrs x1, icc_hppir1_el1
    show "HPPIR ", x1
    mov x1, #0xff
    msr icc_pmr_el1, x1
    isb
    msr daifclr, #2
    isb
    msr daifset, #2
    ret x29

indent:
    mov x24, x30
    mov x23, x25
1:  cbz x23, 2f
    mov w0, #' '
    bl putc
    sub x23, x23, #1
    b 1b
2:  ret x24

irq:
    stp x28, x30, [sp, #-48]!
    stp x21, x27, [sp, #16]
    bl read_return
    stp x27, x28, [sp, #32]
    mrs x21, icc_iar1_el1
    cmp x21, #1023
    b.eq 9f
    bl indent
    show "take ", x21
    mrs x27, icc_rpr_el1
    bl indent
    show "RPR ", x27
    ldr x0, =GICD
    mov w1, #0x1000                     // 40 pends 44
    cmp x21, #40
    b.eq 1f
    mov w1, #0x0800                     // 41 pends 43
    cmp x21, #41
    b.ne 2f
1:  str w1, [x0, #0x204]
    add x25, x25, #1
    dsb sy
    msr daifclr, #2                     // whoever preempts
    isb
    msr daifset, #2
    sub x25, x25, #1
2:  bl indent
    show "end ", x21
    msr icc_eoir1_el1, x21
    isb
9:  ldp x27, x28, [sp, #32]
    bl write_return
    ldp x21, x27, [sp, #16]
    ldp x28, x30, [sp], #48
    ret

fiq:
    b unexpected
