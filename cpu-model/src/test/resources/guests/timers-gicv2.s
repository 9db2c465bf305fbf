// As timers-el1, behind a GICv2.

    .macro expire text, ctl, tval
    mov x1, #200
    msr \tval, x1
    mov x1, #1
    msr \ctl, x1
    isb
1:  wfi
    mrs x1, \ctl
    tbz x1, #2, 1b                      // ISTATUS
    say "\text"
    msr daifclr, #2
    isb
    msr daifset, #2
    .endm

main:
    mov x29, x30
    bl gicv2_init
    expire "CNTP ", cntp_ctl_el0, cntp_tval_el0
    expire "CNTV ", cntv_ctl_el0, cntv_tval_el0
    ret x29

irq:
    mov x28, x30
    ldr x0, =GICC
    ldr w21, [x0, #0xc]
    msr cntp_ctl_el0, xzr
    msr cntv_ctl_el0, xzr
    isb
    str w21, [x0, #0x10]
    show "raised INTID ", x21
    ret x28

fiq:
    b unexpected
