// The two timers that a kernel at EL1 has, by TVAL, periodically: three interrupts each.

    .macro expire text, ctl, tval
    mov x26, #3
2:  mov x1, #200
    msr \tval, x1
    mov x1, #1
    msr \ctl, x1
    isb
1:  wfi
    mrs x1, \ctl
    tbz x1, #2, 1b
    say "\text"
    msr daifclr, #2
    isb
    msr daifset, #2
    subs x26, x26, #1
    b.ne 2b
    .endm

main:
    mov x29, x30
    bl gic_init
    expire "CNTP ", cntp_ctl_el0, cntp_tval_el0
    expire "CNTV ", cntv_ctl_el0, cntv_tval_el0
    ret x29

irq:
    mov x28, x30
    mrs x21, icc_iar1_el1
    msr cntp_ctl_el0, xzr
    msr cntv_ctl_el0, xzr
    isb
    msr icc_eoir1_el1, x21
    show "raised INTID ", x21
    ret x28

fiq:
    b unexpected
