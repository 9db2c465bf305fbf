// Echoes what the UART receives, upper case, by receive interrupts, until a dot. Says when it listens: what comes before
// the FIFO is enabled may be lost (QEMU empties it then).

    .equ UART_FR, 0x18
    .equ UART_LCR_H, 0x2c
    .equ UART_CR, 0x30
    .equ UART_IMSC, 0x38
    .equ UART_ICR, 0x44

main:
    mov x29, x30
    bl gic_init
    ldr x0, =GICD
    mov w1, #2                          // INTID 33
    str w1, [x0, #0x84]
    str w1, [x0, #0x104]
    ldr x0, =UART
    mov w1, #0x70                       // 8 bits, FIFO
    str w1, [x0, #UART_LCR_H]
    mov w1, #0x301                      // UARTEN, TXE, RXE
    str w1, [x0, #UART_CR]
    mov w1, #0x50                       // receive and receive timeout
    str w1, [x0, #UART_IMSC]
    say "listening\n"
    mov x19, #0
1:  msr daifset, #2
    cbnz x19, 2f
    wfi
    msr daifclr, #2
    isb
    b 1b
2:  say "\ngood bye\n"
    ret x29

irq:
    mrs x2, icc_iar1_el1
    ldr x0, =UART
    mov w1, #0x50                       // first, so that what comes after the last look at FR interrupts again
    str w1, [x0, #UART_ICR]
1:  ldr w1, [x0, #UART_FR]
    tbnz w1, #4, 2f                     // RXFE
    ldr w1, [x0]
    cmp w1, #'.'
    cinc x19, x19, eq
    sub w3, w1, #'a'
    cmp w3, #26
    sub w3, w1, #32
    csel w1, w3, w1, lo
    str w1, [x0]
    b 1b
2:  msr icc_eoir1_el1, x2
    ret

fiq:
    b unexpected
