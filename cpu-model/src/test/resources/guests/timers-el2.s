// The four timers of a PE by their own names, from EL2 without E2H: each wakes the PE from WFI when its
// compare value is reached, not earlier, and raises its own PPI.

    .macro expire text, ctl, cval
    mrs x19, cntpct_el0
    add x19, x19, #200
    msr \cval, x19
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
    bl gic_init
    msr cntvoff_el2, xzr
    expire "CNTP ", cntp_ctl_el0, cntp_cval_el0
    expire "CNTV ", cntv_ctl_el0, cntv_cval_el0
    expire "CNTHP ", cnthp_ctl_el2, cnthp_cval_el2
    mrs x0, cntpct_el0
    add x0, x0, #5, lsl #12
    msr cnthp_cval_el2, x0          // an alarm: QEMU 7.2 connects CNTHV to no interrupt
    mov x0, #1
    msr cnthp_ctl_el2, x0
    expire "CNTHV ", cnthv_ctl_el2, cnthv_cval_el2
    ret x29

irq:
    mov x28, x30
    mrs x20, cntpct_el0
    mrs x21, icc_iar1_el1
    msr cntp_ctl_el0, xzr
    msr cntv_ctl_el0, xzr
    msr cnthp_ctl_el2, xzr
    msr cnthv_ctl_el2, xzr
    isb
    msr icc_eoir1_el1, x21
    cmp x20, x19
    b.hs 1f
    say "too early "
1:  show "raised INTID ", x21
    ret x28

fiq:
    b unexpected
