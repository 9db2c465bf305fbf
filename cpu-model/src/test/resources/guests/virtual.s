// A hypervisor of one page: list registers filled at EL2, virtual IRQs and FIQs taken by a guest at EL1, the
// virtual timer's physical interrupt handed through with the HW bit, and maintenance interrupts.

    .equ LR_GROUP0, 0x4000000000000000  // pending
    .equ LR_GROUP1, 0x5000000000000000
    .equ LR_EOI, 0x0000020000000000
    .equ LR_HW27, 0x2000001b00000000    // physical INTID 27

main:
    bl gic_init
    mov x0, #2                          // EOImode: the hypervisor drops, the guest deactivates
    msr icc_ctlr_el1, x0
    mov x0, #1
    msr ich_hcr_el2, x0
    ldr x0, =LR_GROUP1 + 0x00a0000000000028
    msr ich_lr0_el2, x0
    ldr x0, =LR_GROUP1 + LR_EOI + 0x0080000000000029
    msr ich_lr1_el2, x0
    ldr x0, =LR_GROUP0 + 0x00c000000000002a
    msr ich_lr2_el2, x0
    msr cntvoff_el2, xzr
    adr x0, guest
    msr elr_el2, x0
    mov x0, #0x3c5                      // EL1h, masked
    msr spsr_el2, x0
    isb
    eret

guest:
    ldr x0, =STACKS + 0x8000
    mov sp, x0
    adr x0, vectors
    msr vbar_el1, x0
    mov x0, #0xf0
    msr icc_pmr_el1, x0
    mov x0, #1
    msr icc_igrpen0_el1, x0
    msr icc_igrpen1_el1, x0
    isb
    mrs x0, isr_el1
    show "ISR ", x0
    msr daifclr, #3
    isb
    msr daifset, #3
    mrs x0, cntvct_el0
    add x0, x0, #200
    msr cntv_cval_el0, x0
    mov x0, #1
    msr cntv_ctl_el0, x0
    isb
1:  wfi
    cmp x25, #1
    b.ne 1b                             // the hypervisor took it
    msr daifclr, #3
    isb
    msr daifset, #3
    ldr w0, =0x84000008
    smc #0
    b .

irq:
    mov x28, x30
    mrs x1, CurrentEL
    cmp x1, #8
    b.eq hypervisor
    mrs x21, icc_iar1_el1
    show "guest: IRQ ", x21
    mrs x22, icc_rpr_el1
    show "guest: RPR ", x22
    cmp x21, #27
    b.ne 1f
    msr cntv_ctl_el0, xzr
    isb
1:  msr icc_eoir1_el1, x21
    isb
    ret x28

fiq:
    mov x28, x30
    mrs x21, icc_iar0_el1
    show "guest: FIQ ", x21
    msr icc_eoir0_el1, x21
    isb
    ret x28

hypervisor:
    mov x27, x28
    mrs x24, icc_iar1_el1
    show "hypervisor: IRQ ", x24
    cmp x24, #25
    b.eq 2f
    ldr x0, =LR_GROUP1 + LR_HW27 + 0x00a000000000001b
    msr ich_lr3_el2, x0
    mov x25, #1
    msr icc_eoir1_el1, x24
    isb
    ret x27
2:  mrs x0, ich_misr_el2
    show "hypervisor: MISR ", x0
    mrs x0, ich_eisr_el2
    show "hypervisor: EISR ", x0
    mrs x0, ich_elrsr_el2
    show "hypervisor: ELRSR ", x0
    mrs x0, ich_lr1_el2
    show "hypervisor: LR1 ", x0
    mrs x0, ich_vmcr_el2
    show "hypervisor: VMCR ", x0
    mrs x0, ich_ap1r0_el2
    show "hypervisor: AP1R0 ", x0
    msr ich_lr1_el2, xzr
    isb
    msr icc_eoir1_el1, x24
    msr icc_dir_el1, x24
    isb
    ret x27
