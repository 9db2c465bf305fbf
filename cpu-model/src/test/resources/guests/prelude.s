// What every guest begins with. Entered at EL1 or EL2, it sets up a stack and vectors for that EL, runs
// `main` and powers the machine off. Guests supply `main`, `irq` and `fiq`; a synchronous exception that
// they do not expect is reported and ends the run.

    .equ UART, 0x09000000
    .equ GICD, 0x08000000
    .equ GICC, 0x08010000
    .equ GICR, 0x080a0000
    .equ SGI_BASE, 0x080b0000
    .equ STACKS, 0x40200000             // of PE 0; each further PE's is 4 KiB higher

    .text
    .global _start
_start:
    bl setup
    bl main
power_off:
    ldr w0, =0x84000008                 // PSCI SYSTEM_OFF
    bl psci
    b .

// Stack and vectors for the PE and EL that call it. At EL2 interrupts stay at EL2.
setup:
    mrs x0, mpidr_el1
    and x0, x0, #0xff
    ldr x1, =STACKS + 0x1000
    add x1, x1, x0, lsl #12
    mov sp, x1
    adr x0, vectors
    mrs x1, CurrentEL
    cmp x1, #8
    b.ne 1f
    msr vbar_el2, x0
    ldr x0, =0x80000018                 // RW, IMO, FMO
    msr hcr_el2, x0
    isb
    ret
1:  msr vbar_el1, x0
    isb
    ret

// From EL2: a VHE host from here on, which reaches its registers by EL1's names. Nothing to do at EL1.
be_host:
    mrs x0, CurrentEL
    cmp x0, #8
    b.ne 1f
    ldr x0, =0x488000018                // E2H, RW, TGE, IMO, FMO
    msr hcr_el2, x0
    isb
    ldr x0, =0x30d00980                 // SPAN; MMU off
    msr sctlr_el1, x0
    isb
1:  ret

// A PSCI call by the conduit that belongs to the EL.
psci:
    mrs x9, CurrentEL
    cmp x9, #8
    b.ne 1f
    smc #0
    ret
1:  hvc #0
    ret

// The return state of this EL to x27 (ELR) and x28 (SPSR), and back: for handlers that can be interrupted.
read_return:
    mrs x9, CurrentEL
    cmp x9, #8
    b.ne 1f
    mrs x27, elr_el2
    mrs x28, spsr_el2
    ret
1:  mrs x27, elr_el1
    mrs x28, spsr_el1
    ret

write_return:
    mrs x9, CurrentEL
    cmp x9, #8
    b.ne 1f
    msr elr_el2, x27
    msr spsr_el2, x28
    ret
1:  msr elr_el1, x27
    msr spsr_el1, x28
    ret

// ---- Console

putc:                                   // the character in w0
    ldr x9, =UART
    str w0, [x9]
    ret

puts:                                   // the string at x0
    ldr x9, =UART
1:  ldrb w10, [x0], #1
    cbz w10, 2f
    str w10, [x9]
    b 1b
2:  ret

puthex:                                 // x0 and a newline
    mov x16, x30
    bl hex
    mov w12, #'\n'
    str w12, [x9]
    ret x16

hex:                                    // x0, without leading zeros
    ldr x9, =UART
    clz x10, x0
    mov x11, #60
    bic x10, x10, #3
    subs x10, x11, x10
    csel x10, xzr, x10, mi
1:  lsr x11, x0, x10
    and x11, x11, #15
    add x12, x11, #'0'
    add x13, x11, #('a' - 10)
    cmp x11, #10
    csel x12, x12, x13, lo
    str w12, [x9]
    subs x10, x10, #4
    b.pl 1b
    ret

    .macro say text                     // prints a string
    adr x0, text\@
    bl puts
    b over\@
text\@:
    .asciz "\text"
    .balign 4
over\@:
    .endm

    .macro show text, register          // prints a string and a register in hex
    mov x15, \register
    say "\text"
    mov x0, x15
    bl puthex
    .endm

// ---- GICv3

gic_init:                               // everything of this PE in Group 1, enabled, priority 0xa0
    ldr x0, =GICD
    mov w1, #3
    str w1, [x0]
    mrs x2, mpidr_el1
    and x2, x2, #0xff
    ldr x0, =GICR
    add x0, x0, x2, lsl #17
    str wzr, [x0, #0x14]                // GICR_WAKER
    add x0, x0, #0x10, lsl #12
    mov w1, #-1
    str w1, [x0, #0x80]                 // GICR_IGROUPR0
    ldr w1, =0xa0a0a0a0
    add x3, x0, #0x400
    mov x4, #8
1:  str w1, [x3]                        // GICR_IPRIORITYR; no write-back: a hypervisor may emulate it
    add x3, x3, #4
    subs x4, x4, #1
    b.ne 1b
    mov w1, #-1
    str w1, [x0, #0x100]                // GICR_ISENABLER0
    mov x1, #0xff
    msr icc_pmr_el1, x1
    mov x1, #1
    msr icc_igrpen1_el1, x1
    isb
    ret

gicv2_init:                             // of this PE: everything enabled, PPIs and SGIs 0 to 7 of priority 0xa0
    ldr x0, =GICD
    mov w1, #1
    str w1, [x0]
    mov w1, #-1
    str w1, [x0, #0x100]
    ldr w1, =0xa0a0a0a0
    str w1, [x0, #0x400]
    str w1, [x0, #0x404]
    str w1, [x0, #0x418]
    str w1, [x0, #0x41c]
    ldr x0, =GICC
    mov w1, #0xf0
    str w1, [x0, #4]
    mov w1, #1
    str w1, [x0]
    ret

    .macro if_gicv3 label
    mrs x9, id_aa64pfr0_el1
    tst x9, #(15 << 24)
    b.ne \label
    .endm

any_gic_init:
    if_gicv3 gic_init
    b gicv2_init

acknowledge:                            // to w0
    if_gicv3 1f
    ldr x9, =GICC
    ldr w0, [x9, #0xc]
    ret
1:  mrs x0, icc_iar1_el1
    ret

end_interrupt:                          // of w0
    if_gicv3 1f
    ldr x9, =GICC
    str w0, [x9, #0x10]
    ret
1:  msr icc_eoir1_el1, x0
    ret

// ---- Vectors

    .macro save
    sub sp, sp, #176
    stp x0, x1, [sp]
    stp x2, x3, [sp, #16]
    stp x4, x5, [sp, #32]
    stp x6, x7, [sp, #48]
    stp x8, x9, [sp, #64]
    stp x10, x11, [sp, #80]
    stp x12, x13, [sp, #96]
    stp x14, x15, [sp, #112]
    stp x16, x17, [sp, #128]
    stp x18, x30, [sp, #144]
    .endm

    .macro restore
    ldp x0, x1, [sp]
    ldp x2, x3, [sp, #16]
    ldp x4, x5, [sp, #32]
    ldp x6, x7, [sp, #48]
    ldp x8, x9, [sp, #64]
    ldp x10, x11, [sp, #80]
    ldp x12, x13, [sp, #96]
    ldp x14, x15, [sp, #112]
    ldp x16, x17, [sp, #128]
    ldp x18, x30, [sp, #144]
    add sp, sp, #176
    .endm

    .macro handler routine
    .balign 0x80
    save
    bl \routine
    restore
    eret
    .endm

    .macro fatal number
    .balign 0x80
    mov x20, #\number
    b unexpected
    .endm

// What a guest expects, it names in `on_exception`; ELR is its business.
synchronous:
    adr x9, on_exception
    ldr x9, [x9]
    cbz x9, 1f
    br x9
1:  mov x20, #0x200

unexpected:
    show "unexpected exception, vector ", x20
    mrs x1, CurrentEL
    cmp x1, #8
    b.ne 1f
    mrs x21, esr_el2
    mrs x22, elr_el2
    b 2f
1:  mrs x21, esr_el1
    mrs x22, elr_el1
2:  show "ESR ", x21
    show "ELR ", x22
    b power_off

    .balign 0x800
vectors:
    fatal 0x000
    fatal 0x080
    fatal 0x100
    fatal 0x180
    handler synchronous
    handler irq
    handler fiq
    fatal 0x380
    fatal 0x400
    handler irq
    handler fiq
    fatal 0x580
    fatal 0x600
    fatal 0x680
    fatal 0x700
    fatal 0x780
    .balign 8
on_exception:
    .quad 0
