// The guest that `splitvisor compare` measures, in both hosts the same. One image holds every
// operation; the VMM puts the operation's address in x0 and the number of iterations in x1.
//
// Each operation is a loop around one or a few instructions between the labels NAME_begin and
// NAME_end. What happens from the first fetch at NAME_begin to the first fetch at NAME_end is one
// iteration; the loop around it is not counted.
//
// EL1, MMU off, interrupts masked, no FP.

        .equ    UART,           0x09000000
        .equ    GICD_IIDR,      0x08000008      // emulated by the host kernel
        .equ    GICD_CTLR,      0x08000000
        .equ    GICR_SGI,       0x080b0000      // the frame of the private interrupts
        .equ    SGI_TO_SELF,    0x01000001      // INTID 1, to Aff0 = 0
        .equ    GICC,           0x08010000      // GICv2: the CPU interface
        .equ    GICC_PMR,       0x04
        .equ    GICC_IAR,       0x0c
        .equ    GICC_EOIR,      0x10
        .equ    GICD_SGIR,      0x08000f00
        .equ    SGIR_TO_SELF,   0x02000001      // INTID 1, to the sender
        .equ    SGIR_TO_1,      0x00020001      // INTID 1, to CPU 1
        .equ    VIRTIO_DEVICE,  0x0a000008      // emulated by the VMM in user space
        .equ    SIGNAL_DEVICE,  0x0b000000      // emulated by the host kernel; raises SPI 48
        .equ    SGI_TO_1,       0x01000002      // INTID 1, to Aff0 = 1
        .equ    CPU_ON,         0xc4000003
        .equ    FRESH_PAGES,    0x40100000      // memory nobody has touched
        .equ    PSCI_VERSION,   0x84000000
        .equ    SYSTEM_OFF,     0x84000008

        .text
start:  mov     x19, x1                 // iterations
        mov     x20, #0                 // what the operation answered, folded together
        adr     x2, vectors
        msr     vbar_el1, x2
        isb
        blr     x0
        bl      report
        ldr     w0, =SYSTEM_OFF
        hvc     #0
        b       .

// A hypercall that the host kernel answers.
hyp_call:
1:      ldr     w0, =PSCI_VERSION
hyp_call_begin:
        hvc     #0
hyp_call_end:
        add     x20, x20, x0
        subs    x19, x19, #1
        b.ne    1b
        ret

// An ID register, trapped by HCR_EL2.TID3.
id_register:
id_register_begin:
        mrs     x0, id_aa64pfr0_el1
id_register_end:
        add     x20, x20, x0
        subs    x19, x19, #1
        b.ne    id_register_begin
        ret

// A device register that the host kernel emulates.
mmio_read_vgic:
        ldr     x2, =GICD_IIDR
mmio_read_vgic_begin:
        ldr     w0, [x2]
mmio_read_vgic_end:
        add     x20, x20, x0
        subs    x19, x19, #1
        b.ne    mmio_read_vgic_begin
        ret

// A device register that the VMM emulates, at EL0.
mmio_read_user:
        ldr     x2, =VIRTIO_DEVICE
mmio_read_user_begin:
        ldr     w0, [x2]
mmio_read_user_end:
        add     x20, x20, x0
        subs    x19, x19, #1
        b.ne    mmio_read_user_begin
        ret

// An interrupt to oneself: the SGI register traps, the interrupt comes by a list register, is acknowledged
// and ended without a further exit.
virtual_irq:
        mov     x21, x30
        ldr     x3, =GICR_SGI
        bl      gic_init
        ldr     x2, =SGI_TO_SELF
        msr     daifclr, #2
virtual_irq_begin:
        msr     icc_sgi1r_el1, x2
        isb                             // the interrupt is taken here
virtual_irq_end:
        subs    x19, x19, #1
        b.ne    virtual_irq_begin
        msr     daifset, #2
        br      x21

// The end of an interrupt, which the virtual CPU interface takes without a word to the hypervisor. As in
// kvm-unit-tests it is the special INTID 1023.
eoi:
        mov     x21, x30
        ldr     x3, =GICR_SGI
        bl      gic_init
        mov     x2, #1023
eoi_begin:
        msr     icc_eoir1_el1, x2
eoi_end:
        subs    x19, x19, #1
        b.ne    eoi_begin
        br      x21

// Distributor, redistributor (its frame in x3) and CPU interface on; SGI 1 enabled, in Group 1.
gic_init:
        ldr     x2, =GICD_CTLR
        mov     w6, #0x12               // ARE_NS, EnableGrp1
        str     w6, [x2]
        mov     w6, #2
        str     w6, [x3, #0x80]         // GICR_IGROUPR0
        str     w6, [x3, #0x100]        // GICR_ISENABLER0
        mov     x6, #0xf0
        msr     icc_pmr_el1, x6
        mov     x6, #1
        msr     icc_igrpen1_el1, x6
        isb
        ret

interrupt:
        mrs     x0, icc_iar1_el1
        add     x20, x20, x0
        msr     icc_eoir1_el1, x0
        isb
        eret

// The first touch of a page of memory: stage 2 has no entry for it yet.
stage2_fault:
        ldr     x2, =FRESH_PAGES
stage2_fault_begin:
        ldr     x0, [x2]
stage2_fault_end:
        add     x20, x20, x0
        add     x2, x2, #4096
        subs    x19, x19, #1
        b.ne    stage2_fault_begin
        ret

// An interrupt to the other vCPU, which is running on its own PE: from the store to the SGI register to the
// first instruction of the handler there.
virtual_ipi:
        mov     x21, x30
        ldr     x3, =GICR_SGI
        bl      gic_init
        adr     x4, received
        ldr     x0, =CPU_ON
        mov     x1, #1
        adr     x2, receiver
        hvc     #0
1:      yield
        ldr     w6, [x4]                // the receiver reports itself ready
        cbz     w6, 1b
        ldr     x2, =SGI_TO_1
        mov     w5, #1
virtual_ipi_begin:
        msr     icc_sgi1r_el1, x2
1:      yield
        ldr     w6, [x4]
        cmp     w6, w5
        b.eq    1b
        mov     w5, w6
        subs    x19, x19, #1
        b.ne    virtual_ipi_begin
        br      x21

receiver:
        adr     x2, receiver_vectors
        msr     vbar_el1, x2
        ldr     x3, =(GICR_SGI + 0x20000)
        bl      gic_init
        adr     x4, received
        mov     w5, #1
        str     w5, [x4]
        msr     daifclr, #2
1:      yield
        b       1b

virtual_ipi_end:
        mrs     x0, icc_iar1_el1
        add     w5, w5, #1
        str     w5, [x4]
        msr     icc_eoir1_el1, x0
        isb
        eret

// A device whose other half is a thread of the host kernel's on another PE: the store that tells it, and the
// interrupt with which it answers.
io_latency:
        mov     x21, x30
        bl      io_init
io_latency_out_begin:
        str     wzr, [x2]
1:      yield
        cmp     w6, w5
        b.eq    1b
        mov     w5, w6
        subs    x19, x19, #1
        b.ne    io_latency_out_begin
        msr     daifset, #2
        br      x21

// The same, but the guest waits for the answer: its vCPU blocks and the PE idles.
io_latency_idle:
        mov     x21, x30
        bl      io_init
1:      str     wzr, [x2]
2:      wfi
        cmp     w6, w5
        b.eq    2b
        mov     w5, w6
        subs    x19, x19, #1
        b.ne    1b
        msr     daifset, #2
        br      x21

io_init:
        mov     x24, x30
        bl      spi_init
        adr     x2, io_vectors
        msr     vbar_el1, x2
        adr     x4, received
        mov     w5, #0
        mov     w6, #0
        ldr     x2, =SIGNAL_DEVICE
        msr     daifclr, #2
        isb
        br      x24

io_latency_in_end:
io_latency_in_idle_end:
        mrs     x0, icc_iar1_el1
        add     x20, x20, x0
        add     w6, w6, #1
        msr     icc_eoir1_el1, x0
        isb
        eret

// The GIC as above, and SPI 48 enabled: Group 1, an edge.
spi_init:
        mov     x22, x30
        ldr     x3, =GICR_SGI
        bl      gic_init
        ldr     x2, =GICD_CTLR
        mov     w3, #0x10000
        str     w3, [x2, #0x84]         // GICD_IGROUPR1
        str     w3, [x2, #0x104]        // GICD_ISENABLER1
        mov     w3, #2
        str     w3, [x2, #0xc0c]        // GICD_ICFGR3
        br      x22

// The wait for a timer of one's own, 64 microseconds from now: its interrupt is taken where the wait ends.
wfi_timer:
        mov     x21, x30
        ldr     x3, =GICR_SGI
        bl      gic_init
        mov     w6, #0x08000000         // PPI 27, the virtual timer's
        str     w6, [x3, #0x80]         // GICR_IGROUPR0
        str     w6, [x3, #0x100]        // GICR_ISENABLER0
        mrs     x5, cntfrq_el0
        mov     x6, #15625
        udiv    x5, x5, x6
        adr     x2, timer_vectors
        msr     vbar_el1, x2
        msr     daifclr, #2
        mov     x7, #1
1:      mrs     x6, cntvct_el0
        add     x6, x6, x5
        msr     cntv_cval_el0, x6
        msr     cntv_ctl_el0, x7
        isb
wfi_timer_begin:
        wfi
wfi_timer_end:
        subs    x19, x19, #1
        b.ne    1b
        msr     daifset, #2
        br      x21

timer_interrupt:
        mrs     x0, icc_iar1_el1
        add     x20, x20, x0
        msr     cntv_ctl_el0, xzr
        isb
        msr     icc_eoir1_el1, x0
        isb
        eret

// Two VMs on one PE, each running this: signal the other, then wait. The wait hands the PE to the
// other VM, whose own wait ends: one switch of VMs.
vm_switch:
        mov     x21, x30
        bl      spi_init
        ldr     x2, =SIGNAL_DEVICE
1:      str     wzr, [x2]
vm_switch_begin:
        wfi
vm_switch_end:
        mrs     x0, icc_iar1_el1        // taken without an exception: PSTATE masks it
        msr     icc_eoir1_el1, x0
        subs    x19, x19, #1
        b.ne    1b
        str     wzr, [x2]               // the other one may be waiting for us
        br      x21

// The operations that need an interrupt controller, on a GICv2: a store to the distributor sends the SGI, and the
// CPU interface is memory-mapped, its base in x23.
virtual_irq_gicv2:
        mov     x21, x30
        bl      gicv2_init
        ldr     x2, =GICD_SGIR
        ldr     w3, =SGIR_TO_SELF
        msr     daifclr, #2
virtual_irq_gicv2_begin:
        str     w3, [x2]
        isb                             // the interrupt is taken here
virtual_irq_gicv2_end:
        subs    x19, x19, #1
        b.ne    virtual_irq_gicv2_begin
        msr     daifset, #2
        br      x21

interrupt_gicv2:
        ldr     w0, [x23, #GICC_IAR]
        add     x20, x20, x0
        str     w0, [x23, #GICC_EOIR]
        eret

eoi_gicv2:
        mov     x21, x30
        bl      gicv2_init
        mov     w2, #1023
eoi_gicv2_begin:
        str     w2, [x23, #GICC_EOIR]
eoi_gicv2_end:
        subs    x19, x19, #1
        b.ne    eoi_gicv2_begin
        br      x21

virtual_ipi_gicv2:
        mov     x21, x30
        bl      gicv2_init
        adr     x4, received
        ldr     x0, =CPU_ON
        mov     x1, #1
        adr     x2, receiver_gicv2
        hvc     #0
1:      yield
        ldr     w6, [x4]                // the receiver reports itself ready
        cbz     w6, 1b
        ldr     x2, =GICD_SGIR
        ldr     w3, =SGIR_TO_1
        mov     w5, #1
virtual_ipi_gicv2_begin:
        str     w3, [x2]
1:      yield
        ldr     w6, [x4]
        cmp     w6, w5
        b.eq    1b
        mov     w5, w6
        subs    x19, x19, #1
        b.ne    virtual_ipi_gicv2_begin
        br      x21

receiver_gicv2:
        bl      gicv2_init
        adr     x2, receiver_vectors_gicv2
        msr     vbar_el1, x2
        adr     x4, received
        mov     w5, #1
        str     w5, [x4]
        msr     daifclr, #2
1:      yield
        b       1b

virtual_ipi_gicv2_end:
        ldr     w0, [x23, #GICC_IAR]
        add     w5, w5, #1
        str     w5, [x4]
        str     w0, [x23, #GICC_EOIR]
        eret

// The same where the VMM emulates the GIC, and until the handler has acknowledged and ended the interrupt: both leave
// the VM, and Linux does both before it looks at what the SGI is about.
virtual_ipi_user_gic:
        mov     x21, x30
        bl      gicv2_init
        adr     x4, received
        ldr     x0, =CPU_ON
        mov     x1, #1
        adr     x2, receiver_user_gic
        hvc     #0
1:      yield
        ldr     w6, [x4]                // the receiver reports itself ready
        cbz     w6, 1b
        ldr     x2, =GICD_SGIR
        ldr     w3, =SGIR_TO_1
        mov     w5, #1
virtual_ipi_user_gic_begin:
        str     w3, [x2]
1:      yield
        ldr     w6, [x4]
        cmp     w6, w5
        b.eq    1b
        mov     w5, w6
        subs    x19, x19, #1
        b.ne    virtual_ipi_user_gic_begin
        br      x21

receiver_user_gic:
        bl      gicv2_init
        adr     x2, receiver_vectors_user_gic
        msr     vbar_el1, x2
        adr     x4, received
        mov     w5, #1
        str     w5, [x4]
        msr     daifclr, #2
1:      yield
        b       1b

interrupt_user_gic:
        ldr     w0, [x23, #GICC_IAR]
        add     w5, w5, #1
        str     w0, [x23, #GICC_EOIR]
virtual_ipi_user_gic_end:
        str     w5, [x4]
        eret

io_latency_gicv2:
        mov     x21, x30
        bl      io_init_gicv2
io_latency_out_gicv2_begin:
        str     wzr, [x2]
1:      yield
        cmp     w6, w5
        b.eq    1b
        mov     w5, w6
        subs    x19, x19, #1
        b.ne    io_latency_out_gicv2_begin
        msr     daifset, #2
        br      x21

io_latency_idle_gicv2:
        mov     x21, x30
        bl      io_init_gicv2
1:      str     wzr, [x2]
2:      wfi
        cmp     w6, w5
        b.eq    2b
        mov     w5, w6
        subs    x19, x19, #1
        b.ne    1b
        msr     daifset, #2
        br      x21

io_init_gicv2:
        mov     x24, x30
        bl      spi_init_gicv2
        adr     x2, io_vectors_gicv2
        msr     vbar_el1, x2
        adr     x4, received
        mov     w5, #0
        mov     w6, #0
        ldr     x2, =SIGNAL_DEVICE
        msr     daifclr, #2
        isb
        br      x24

io_latency_in_gicv2_end:
io_latency_in_idle_gicv2_end:
        ldr     w0, [x23, #GICC_IAR]
        add     x20, x20, x0
        add     w6, w6, #1
        str     w0, [x23, #GICC_EOIR]
        eret

wfi_timer_gicv2:
        mov     x21, x30
        bl      gicv2_init
        adr     x2, timer_vectors_gicv2
        msr     vbar_el1, x2
        ldr     x2, =GICD_CTLR
        mov     w6, #0x08000000         // PPI 27
        str     w6, [x2, #0x100]        // GICD_ISENABLER0
        mrs     x5, cntfrq_el0
        mov     x6, #15625
        udiv    x5, x5, x6
        msr     daifclr, #2
        mov     x7, #1
1:      mrs     x6, cntvct_el0
        add     x6, x6, x5
        msr     cntv_cval_el0, x6
        msr     cntv_ctl_el0, x7
        isb
wfi_timer_gicv2_begin:
        wfi
wfi_timer_gicv2_end:
        subs    x19, x19, #1
        b.ne    1b
        msr     daifset, #2
        br      x21

timer_interrupt_gicv2:
        ldr     w0, [x23, #GICC_IAR]
        add     x20, x20, x0
        msr     cntv_ctl_el0, xzr
        isb
        str     w0, [x23, #GICC_EOIR]
        eret

vm_switch_gicv2:
        mov     x21, x30
        bl      spi_init_gicv2
        ldr     x2, =SIGNAL_DEVICE
1:      str     wzr, [x2]
vm_switch_gicv2_begin:
        wfi
vm_switch_gicv2_end:
        ldr     w0, [x23, #GICC_IAR]    // taken without an exception: PSTATE masks it
        str     w0, [x23, #GICC_EOIR]
        subs    x19, x19, #1
        b.ne    1b
        str     wzr, [x2]               // the other one may be waiting for us
        br      x21

// Distributor and CPU interface on; SGIs need no more.
gicv2_init:
        ldr     x2, =GICD_CTLR
        mov     w3, #1
        str     w3, [x2]
        ldr     x23, =GICC
        mov     w4, #0xf0
        str     w4, [x23, #GICC_PMR]
        str     w3, [x23]
        adr     x2, vectors_gicv2
        msr     vbar_el1, x2
        isb
        ret

// And SPI 48 enabled: an edge, for CPU 0.
spi_init_gicv2:
        mov     x22, x30
        bl      gicv2_init
        ldr     x2, =GICD_CTLR
        mov     w3, #0x10000
        str     w3, [x2, #0x104]        // GICD_ISENABLER1
        mov     w3, #1
        strb    w3, [x2, #0x830]        // GICD_ITARGETSR12
        mov     w3, #2
        str     w3, [x2, #0xc0c]        // GICD_ICFGR3
        br      x22

// The control: a system call inside the guest, from its EL0 to its EL1. No hypervisor in sight.
el0_syscall:
        mov     x21, x30
        adr     x2, user
        msr     elr_el1, x2
        msr     spsr_el1, xzr           // EL0t
        eret
user:   mov     x0, #41
el0_syscall_begin:
        svc     #0
el0_syscall_end:
        add     x20, x20, x0
        subs    x19, x19, #1
        b.ne    user
        svc     #1                      // done: back to EL1 for good
        b       .

system_call:
        mrs     x3, esr_el1
        and     x3, x3, #0xffff
        cbnz    x3, 1f
        add     x0, x0, #1
        eret
1:      br      x21

// Writes x20 in hex and a newline to the UART.
report: ldr     x2, =UART
        mov     x3, #60
1:      lsr     x4, x20, x3
        and     x4, x4, #15
        add     x5, x4, #'0'
        add     x6, x4, #('a' - 10)
        cmp     x4, #10
        csel    x4, x5, x6, lo
        str     w4, [x2]
        subs    x3, x3, #4
        b.pl    1b
        mov     w4, #10
        str     w4, [x2]
        ret

// Anything unexpected: say so by powering off with an empty report.
unexpected:
        ldr     w0, =SYSTEM_OFF
        hvc     #0
        b       .

        .macro  vector target
        .balign 0x80
        b       \target
        .endm

        .balign 0x800
vectors:
        vector  unexpected              // current EL, SP_EL0
        vector  unexpected
        vector  unexpected
        vector  unexpected
        vector  unexpected              // current EL, SP_EL1
        vector  interrupt
        vector  unexpected
        vector  unexpected
        vector  system_call             // lower EL, AArch64
        vector  unexpected
        vector  unexpected
        vector  unexpected

// The vectors of the loops that take their interrupts otherwise: only that of an IRQ at EL1 is ever used.
        .balign 0x800
receiver_vectors:
        .space  0x280
        b       virtual_ipi_end
        .balign 0x800
timer_vectors:
        .space  0x280
        b       timer_interrupt
        .balign 0x800
io_vectors:
        .space  0x280
        b       io_latency_in_end
        .balign 0x800
timer_vectors_gicv2:
        .space  0x280
        b       timer_interrupt_gicv2
        .balign 0x800
vectors_gicv2:
        .space  0x280
        b       interrupt_gicv2
        .balign 0x800
receiver_vectors_gicv2:
        .space  0x280
        b       virtual_ipi_gicv2_end
        .balign 0x800
io_vectors_gicv2:
        .space  0x280
        b       io_latency_in_gicv2_end

// Acknowledge with nothing pending, which gives the special INTID 1023, and its end.
ack_eoi:
        mov     x21, x30
        ldr     x3, =GICR_SGI
        bl      gic_init
ack_eoi_begin:
        mrs     x2, icc_iar1_el1
        msr     icc_eoir1_el1, x2
ack_eoi_end:
        subs    x19, x19, #1
        b.ne    ack_eoi_begin
        br      x21

ack_eoi_gicv2:
        mov     x21, x30
        bl      gicv2_init
ack_eoi_gicv2_begin:
        ldr     w2, [x23, #GICC_IAR]
        str     w2, [x23, #GICC_EOIR]
ack_eoi_gicv2_end:
        subs    x19, x19, #1
        b.ne    ack_eoi_gicv2_begin
        br      x21

ack_eoi_user_gic:
        mov     x21, x30
        bl      gicv2_init
ack_eoi_user_gic_begin:
        ldr     w2, [x23, #GICC_IAR]
        str     w2, [x23, #GICC_EOIR]
ack_eoi_user_gic_end:
        subs    x19, x19, #1
        b.ne    ack_eoi_user_gic_begin
        br      x21

        .balign 0x800
receiver_vectors_user_gic:
        .space  0x280
        b       interrupt_user_gic

        .balign 8
received:
        .word   0
        .balign 8
        .ltorg
