// The timers of a VHE host: with E2H and TGE the EL0 names reach the EL2 timers, and the EL02 names the EL1
// timers, whose virtual one alone is offset.

    .equ HOST, 0x488000018              // E2H, RW, TGE, IMO, FMO

    .macro expire text, ctl, cval, offset
    mrs x19, cntvct_el0                 // no offset here
    sub x19, x19, #\offset
    add x19, x19, #200
    msr \cval, x19
    add x19, x19, #\offset
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
    .endm

main:
    mov x29, x30
    bl gic_init
    ldr x0, =HOST
    msr hcr_el2, x0
    ldr x0, =0x30d00800                 // SPAN is not RES1 any more, its reset value UNKNOWN
    msr sctlr_el1, x0
    mov x0, #100
    msr cntvoff_el2, x0
    isb
    expire "CNTP_EL0 ", cntp_ctl_el0, cntp_cval_el0, 0
    mrs x0, cntpct_el0
    add x0, x0, #5, lsl #12
    msr cntp_cval_el0, x0          // an alarm: QEMU 7.2 connects CNTHV to no interrupt
    mov x0, #1
    msr cntp_ctl_el0, x0
    expire "CNTV_EL0 ", cntv_ctl_el0, cntv_cval_el0, 0
    expire "CNTP_EL02 ", cntp_ctl_el02, cntp_cval_el02, 0
    expire "CNTV_EL02 ", cntv_ctl_el02, cntv_cval_el02, 100
    ret x29

irq:
    mov x28, x30
    mrs x20, cntpct_el0
    mrs x21, icc_iar1_el1
    msr cntp_ctl_el0, xzr
    msr cntv_ctl_el0, xzr
    msr cntp_ctl_el02, xzr
    msr cntv_ctl_el02, xzr
    isb
    msr icc_eoir1_el1, x21
    cmp x20, x19
    b.hs 1f
    say "too early "
1:  show "raised INTID ", x21
    ret x28

fiq:
    b unexpected
