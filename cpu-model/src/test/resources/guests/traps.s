// EL1 under a hypervisor of a few lines: what HCR_EL2 traps, by the class that EL2 finds, stepped over; a call ends it.

    .equ TRAPS, 0x840c2000              // RW, TVM, TSC, TID3, TWI

main:
    adr x0, trap_vectors
    msr vbar_el2, x0
    ldr x0, =TRAPS
    msr hcr_el2, x0
    ldr x0, =0x30d00980
    msr sctlr_el1, x0
    adr x0, guest
    msr elr_el2, x0
    mov x0, #0x3c5                      // EL1h, masked
    msr spsr_el2, x0
    isb
    eret

guest:
    wfi
    smc #0
    mrs x0, id_aa64pfr0_el1
    msr ttbr0_el1, x1
    hvc #1
    b .

lower_sync:
    mrs x19, esr_el2
    lsr x20, x19, #26
    show "EC ", x20
    cmp x20, #0x16                      // HVC64
    b.eq power_off
    mrs x0, elr_el2
    add x0, x0, #4
    msr elr_el2, x0
    eret

irq:
fiq:
    ret

    .balign 0x800
trap_vectors:
    .space 0x400
    b lower_sync
