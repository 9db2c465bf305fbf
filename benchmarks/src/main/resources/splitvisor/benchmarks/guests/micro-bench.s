// The loops of kvm-unit-tests' arm/micro-bench, for KVM guests with two vCPUs and for the bare board:
//
//     ./splitvisor run --host vhe --cpus 2 [--gic 2] [--append times=65536] micro-bench.s
//
// (Loops that wait for the other vCPU have a YIELD, so that the machine keeps both at the same time.)
// It prints micro-bench's table from the virtual counter, which is simulated time, and powers off. A loop runs
// 4,096 times, or as often as `times=N` in the kernel's command line says (micro-bench: 65,536); the timer's
// loop a 256th of that, at least once. Every iteration costs the same here, so more of them add precision only
// where one takes less than a tick of the counter.
//
// Left out: `ipi_hw`, which needs SGIs that a GICv4.1 delivers without the hypervisor, and `lpi`, which needs an
// ITS. micro-bench itself skips both on this machine.
//
// EL1; stage 1 maps the first GiB as Device and the second, RAM, as Normal memory. No FP.
//
// The handler of interrupts owns x24 to x27; all else is the main program's. x28 is not 0 with a GICv3.

        .equ    UART,           0x09000000
        .equ    GICD,           0x08000000
        .equ    GICC,           0x08010000      // GICv2: the CPU interface
        .equ    GICC_PMR,       0x04
        .equ    GICC_IAR,       0x0c
        .equ    GICC_EOIR,      0x10
        .equ    GICD_IIDR,      0x08
        .equ    GICD_ISENABLER, 0x100
        .equ    GICD_SGIR,      0xf00
        .equ    GICR_SGI,       0x080b0000      // GICv3: vCPU 0's private interrupts; vCPU 1's lie 0x20000 higher
        .equ    GICR_IGROUPR0,  0x80
        .equ    GICR_ISENABLER0, 0x100
        .equ    VIRTIO_DEVICE,  0x0a000008      // emulated by the VMM in user space
        .equ    TIMER_PPI,      27              // the virtual timer's
        .equ    SGI,            1
        .equ    SPURIOUS,       1023
        .equ    CPU_ON,         0xc4000003
        .equ    SYSTEM_OFF,     0x84000008
        .equ    NO_SUCH_CALL,   0x4b000000      // micro-bench's hypercall: KVM answers NOT_SUPPORTED
        .equ    TIMES,          4096
        .equ    TIMER_SHARE,    8               // the timer's loop: times >> 8
        .equ    NAME_WIDTH,     30
        .equ    WIDTH,          15              // of a number before its decimal point, and after it
        .equ    ROW,            40              // bytes

        .text
start:  mov     x20, x0                         // the device tree
        bl      enable
        adr     x0, stack_0
        mov     sp, x0
        bl      times                           // x19: how often
        adr     x1, secondary
        bl      power_on
        mrs     x21, cntfrq_el0
        bl      heading
        adr     x22, rows
1:      ldr     x23, [x22]
        cbz     x23, off
        bl      measure
        add     x22, x22, #ROW
        b       1b
off:    ldr     w0, =SYSTEM_OFF
        hvc     #0
        b       .

// vCPU 1 does what is done to it.
secondary:
        bl      enable
        mov     x0, #0x20000
        bl      gic_init
        adr     x0, irq_ready
        mov     w1, #1
        str     w1, [x0]
        msr     daifclr, #2
1:      yield
        b       1b

// Starts vCPU 1 at x1 and waits until it takes interrupts.
power_on:
        mov     x9, x30
        mov     x2, x1
        mov     x1, #1
        ldr     x0, =CPU_ON
        hvc     #0
        mov     x0, #0
        bl      gic_init
        adr     x0, irq_ready
1:      ldr     w1, [x0]
        yield
        cbz     w1, 1b
        br      x9

// One row of the table at x22: name, what to do before, in the loop and after, and the share of `times`.
measure:
        stp     x29, x30, [sp, #-16]!
        ldr     x1, [x22, #8]
        blr     x1
        ldr     x10, [x22, #32]
        lsr     x10, x19, x10
        cmp     x10, #1
        csinc   x10, x10, xzr, hs               // at least once
        mov     x12, x10
        ldr     x13, [x22, #16]
        dsb     ish
        isb
        mrs     x11, cntvct_el0
        isb
1:      blr     x13
        subs    x12, x12, #1
        b.ne    1b
        dsb     ish
        isb
        mrs     x12, cntvct_el0
        sub     x11, x12, x11                   // ticks
        ldr     x1, [x22, #24]
        blr     x1
        bl      report
        ldp     x29, x30, [sp], #16
nothing:
        ret

// What the rows do. x12, x13 and x30 belong to the loop.
hyp_call:
        ldr     w0, =NO_SUCH_CALL
        hvc     #0
        ret

mmio_read_user:
        ldr     x1, =VIRTIO_DEVICE
        ldr     w0, [x1]
        dsb     ld
        ret

mmio_read_vgic:
        ldr     x1, =(GICD + GICD_IIDR)
        ldr     w0, [x1]
        dsb     ld
        ret

// The special INTID: nothing is ended, and nobody asked.
eoi:    mov     w0, #SPURIOUS
        b       end_of_interrupt

// An SGI to vCPU 1, until its handler says that it runs.
ipi:    adr     x1, irq_received
        str     wzr, [x1]
        dsb     ish
        cbz     x28, 2f
        ldr     x0, =(SGI << 24 | 1 << 1)       // to Aff0 = 1
        msr     icc_sgi1r_el1, x0
        isb
1:      ldr     w0, [x1]
        cbnz    w0, 3f
        yield
        b       1b
2:      ldr     x2, =GICD
        ldr     w0, =(1 << 17 | SGI)            // to CPU 1
        str     w0, [x2, #GICD_SGIR]
        b       1b
3:      ret

// The virtual timer, 10 ms from now, until its interrupt is taken.
timer_10ms:
        adr     x1, irq_received
        str     wzr, [x1]
        mov     x0, #100
        udiv    x0, x21, x0
        mrs     x2, cntvct_el0
        add     x0, x0, x2
        msr     cntv_cval_el0, x0
        mov     x0, #1
        msr     cntv_ctl_el0, x0
        isb
1:      ldr     w0, [x1]
        cbnz    w0, 2f
        yield
        b       1b
2:      ret

// Before and after: vCPU 1 takes interrupts already; vCPU 0 does from the timer's row on. Ten milliseconds of
// each iteration are no latency, and do not count.
timer_before:
        mov     w1, #(1 << TIMER_PPI)
        cbz     x28, 1f
        ldr     x0, =GICR_SGI
        str     w1, [x0, #GICR_IGROUPR0]
        str     w1, [x0, #GICR_ISENABLER0]
        b       2f
1:      ldr     x0, =GICD
        str     w1, [x0, #GICD_ISENABLER]
2:      mov     x0, #3                          // on, but masked
        msr     cntv_ctl_el0, x0
        isb
        msr     daifclr, #2
        ret

timer_after:
        msr     daifset, #2
        mov     x0, #100
        udiv    x0, x21, x0
        msub    x11, x0, x10, x11
        ret

end_of_interrupt:                               // of w0
        cbz     x28, 1f
        msr     icc_eoir1_el1, x0
        isb
        ret
1:      ldr     x1, =GICC
        str     w0, [x1, #GICC_EOIR]
        ret

// In micro-bench's order: the interrupt is ended before its timer is masked.
interrupt:
        cbz     x28, 1f
        mrs     x24, icc_iar1_el1
        b       2f
1:      ldr     x25, =GICC
        ldr     w24, [x25, #GICC_IAR]
2:      adr     x26, irq_received
        mov     w27, #1
        str     w27, [x26]
        cbz     x28, 3f
        msr     icc_eoir1_el1, x24
        isb
        b       4f
3:      str     w24, [x25, #GICC_EOIR]
4:      cmp     w24, #TIMER_PPI
        b.ne    5f
        mov     x27, #3
        msr     cntv_ctl_el0, x27
        isb
5:      eret

// Vectors and MMU on, which GIC this is; on either vCPU.
enable:
        adr     x1, vectors
        msr     vbar_el1, x1
        mrs     x28, id_aa64pfr0_el1
        ubfx    x28, x28, #24, #4               // 0: a GICv2, in memory
        ldr     x1, =0xff00                     // attribute 0: Device-nGnRnE; 1: Normal, write-back
        msr     mair_el1, x1
        ldr     x1, =0x0000000280803519         // 39 bits, 4 KiB, inner shareable, write-back; no TTBR1
        msr     tcr_el1, x1
        adr     x1, level_1
        msr     ttbr0_el1, x1
        isb
        tlbi    vmalle1
        dsb     sy
        isb
        mrs     x1, sctlr_el1
        ldr     x2, =0x1005                     // I, C, M
        orr     x1, x1, x2
        msr     sctlr_el1, x1
        isb
        ret

// The GIC for SGIs; the redistributor of this vCPU lies at an offset of x0.
gic_init:
        ldr     x1, =GICD
        cbz     x28, 1f
        mov     w2, #0x12                       // ARE_NS, EnableGrp1
        str     w2, [x1]
        ldr     x1, =GICR_SGI
        add     x1, x1, x0
        mov     w2, #(1 << SGI)
        str     w2, [x1, #GICR_IGROUPR0]
        str     w2, [x1, #GICR_ISENABLER0]
        mov     x2, #0xf0
        msr     icc_pmr_el1, x2
        mov     x2, #1
        msr     icc_igrpen1_el1, x2
        isb
        ret
1:      mov     w2, #1
        str     w2, [x1]
        mov     w2, #(1 << SGI)
        str     w2, [x1, #GICD_ISENABLER]
        ldr     x1, =GICC
        mov     w2, #0xf0
        str     w2, [x1, #GICC_PMR]
        mov     w2, #1
        str     w2, [x1]
        ret

// x19: what `times=` says somewhere in the device tree at x20, or TIMES.
times:  ldr     w1, [x20, #4]                   // totalsize, big-endian
        rev     w1, w1
        add     x1, x20, x1
        ldr     x3, =0x3d73656d6974             // times=
1:      add     x4, x20, #6
        cmp     x4, x1
        b.hs    4f
        mov     x2, #0
2:      ldrb    w5, [x4, #-1]!                  // the six bytes from x20, the last first
        orr     x2, x5, x2, lsl #8
        cmp     x4, x20
        b.ne    2b
        add     x20, x20, #1
        cmp     x2, x3
        b.ne    1b
        add     x20, x20, #5
        mov     x19, #0
        mov     x6, #10
3:      ldrb    w5, [x20], #1
        sub     w5, w5, #'0'
        cmp     w5, #9
        b.hi    5f
        madd    x19, x19, x6, x5
        b       3b
4:      mov     x19, #0
5:      mov     x0, #TIMES
        cmp     x19, #0
        csel    x19, x0, x19, eq
        ret

// What stands above the rows.
heading:
        stp     x29, x30, [sp, #-16]!
        adr     x0, frequency
        bl      text
        mov     x0, x21
        mov     x1, #0
        bl      decimal
        adr     x0, columns
        bl      text
        mov     x9, #92
1:      mov     w0, #'-'
        bl      put
        subs    x9, x9, #1
        b.ne    1b
        mov     w0, #'\n'
        bl      put
        ldp     x29, x30, [sp], #16
        ret

// A line: the name at x23, x11 ticks in all, x10 times.
report: stp     x29, x30, [sp, #-16]!
        mov     x0, x23
        bl      text                            // its length in x1
        mov     x9, #NAME_WIDTH
        sub     x9, x9, x1
        bl      blanks
        ldr     x0, =1000000000000              // picoseconds per tick, rounded up
        add     x0, x0, x21
        sub     x0, x0, #1
        udiv    x0, x0, x21
        mul     x14, x11, x0
        mov     x0, #100
        udiv    x14, x14, x0                    // tenths of nanoseconds
        mov     x0, x14
        bl      tenths
        mov     x9, #(WIDTH - 1)
        bl      blanks
        udiv    x0, x14, x10
        bl      tenths
        mov     w0, #'\n'
        bl      put
        ldp     x29, x30, [sp], #16
        ret

// A number of tenths in x0, its point after WIDTH places.
tenths: stp     x29, x30, [sp, #-16]!
        mov     x2, #10
        udiv    x3, x0, x2
        msub    x15, x3, x2, x0
        mov     x0, x3
        mov     x1, #WIDTH
        bl      decimal
        mov     w0, #'.'
        bl      put
        add     w0, w15, #'0'
        bl      put
        ldp     x29, x30, [sp], #16
        ret

// x0 in decimal, right-aligned in x1 places.
decimal:
        stp     x29, x30, [sp, #-16]!
        adr     x4, digits_end
        mov     x5, x4
        mov     x2, #10
1:      udiv    x3, x0, x2
        msub    x6, x3, x2, x0
        add     w6, w6, #'0'
        strb    w6, [x4, #-1]!
        mov     x0, x3
        cbnz    x0, 1b
        sub     x9, x5, x4
        subs    x9, x1, x9
        csel    x9, x9, xzr, pl
        bl      blanks
        mov     x0, x4
        bl      text
        ldp     x29, x30, [sp], #16
        ret

blanks: mov     x7, x30                         // x9 of them
1:      cbz     x9, 2f
        mov     w0, #' '
        bl      put
        sub     x9, x9, #1
        b       1b
2:      br      x7

text:   mov     x7, x30                         // at x0, ends with a zero
        mov     x8, x0
        mov     x1, #0
1:      ldrb    w0, [x8, x1]
        cbz     w0, 2f
        add     x1, x1, #1
        bl      put
        b       1b
2:      br      x7

put:    ldr     x6, =UART
        str     w0, [x6]
        ret

        .ltorg

        .balign 0x800
vectors:
        .space  0x280
        b       interrupt                       // IRQ at EL1, with SP_EL1

        .balign 4096
level_1:
        .quad   0x00000401                      // a block of Device memory
        .quad   0x40000705                      // a block of Normal memory
        .space  4096 - 16

        .macro  row name, before, loop, after, share
        .quad   \name, \before, \loop, \after, \share
        .endm

rows:   row     name_hyp_call, nothing, hyp_call, nothing, 0
        row     name_mmio_read_user, nothing, mmio_read_user, nothing, 0
        row     name_mmio_read_vgic, nothing, mmio_read_vgic, nothing, 0
        row     name_eoi, nothing, eoi, nothing, 0
        row     name_ipi, nothing, ipi, nothing, 0
        row     name_timer_10ms, timer_before, timer_10ms, timer_after, TIMER_SHARE
        .quad   0

name_hyp_call:          .asciz  "hyp_call"
name_mmio_read_user:    .asciz  "mmio_read_user"
name_mmio_read_vgic:    .asciz  "mmio_read_vgic"
name_eoi:               .asciz  "eoi"
name_ipi:               .asciz  "ipi"
name_timer_10ms:        .asciz  "timer_10ms"
frequency:              .asciz  "Timer Frequency "
columns:                .ascii  " Hz (Output in microseconds)\n\n"
                        .asciz  "name                                    total ns                         avg ns\n"

digits:                 .space  24
digits_end:             .byte   0

// What the vCPUs tell each other, a cache line each.
        .balign 64
irq_received:           .word   0
        .balign 64
irq_ready:              .word   0
        .balign 64
                        .space  512
stack_0:
