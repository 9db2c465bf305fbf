// Virtio: the block device behind the last transport, driven through the legacy interface with its interrupt:
// reads sector 1, shows its text, writes it in reverse to sector 2, and asks for a sector that is not there.

    .equ BLOCK, 0x0a003e00
    .equ QUEUE, 0x40100000              // descriptors, available ring; used ring 4 KiB on
    .equ USED, 0x40101000
    .equ REQUEST, 0x40102000            // header, status, data
    .equ STATUS_BYTE, 0x40102010
    .equ DATA, 0x40102200

main:
    mov x29, x30
    bl gic_init
    ldr x0, =GICD
    mov w1, #0x8000                     // SPI 47 is INTID 79
    str w1, [x0, #0x88]
    str w1, [x0, #0x108]
    ldr x20, =BLOCK
    ldr w1, [x20]
    show "magic ", x1
    ldr w1, [x20, #4]
    show "version ", x1
    ldr w1, [x20, #8]
    show "device ", x1
    ldr w1, [x20, #0x100]
    show "sectors ", x1
    str wzr, [x20, #0x70]
    mov w1, #3                          // ACKNOWLEDGE, DRIVER
    str w1, [x20, #0x70]
    str wzr, [x20, #0x20]               // no features
    mov w1, #4096
    str w1, [x20, #0x28]
    str wzr, [x20, #0x30]
    ldr w1, [x20, #0x34]
    cbz w1, unexpected
    mov w1, #8
    str w1, [x20, #0x38]
    mov w1, #4096
    str w1, [x20, #0x3c]
    ldr w1, =QUEUE >> 12
    str w1, [x20, #0x40]
    mov w1, #7
    str w1, [x20, #0x70]                // DRIVER_OK
    mov x26, #0                         // requests made

    mov x0, #0                          // VIRTIO_BLK_T_IN
    mov x1, #1
    bl request
    show "read: status ", x0
    ldr x0, =DATA
    mov w1, #'\n'
    strh w1, [x0, #16]
    bl puts

    ldr x0, =DATA                       // reverse 16 characters
    add x1, x0, #15
1:  ldrb w2, [x0]
    ldrb w3, [x1]
    strb w3, [x0], #1
    strb w2, [x1], #-1
    cmp x0, x1
    b.lo 1b
    mov x0, #1                          // VIRTIO_BLK_T_OUT
    mov x1, #2
    bl request
    show "write: status ", x0
    mov x0, #0
    mov x1, #1000
    bl request
    show "beyond the end: status ", x0
    mov x0, #99
    mov x1, #0
    bl request
    show "unknown: status ", x0
    ldr x0, =USED
    ldrh w1, [x0, #2]
    show "used ", x1
    ldr w1, [x20, #0x60]
    show "interrupts left ", x1
    ret x29

// A request of type x0 for sector x1; returns its status. Descriptors 0, 1, 2 are header, data and status.
request:
    mov x19, x30
    ldr x2, =REQUEST
    str w0, [x2]
    str wzr, [x2, #4]
    str x1, [x2, #8]
    mov w3, #0x5a
    strb w3, [x2, #0x10]
    ldr x4, =QUEUE
    str x2, [x4]
    mov w5, #16
    str w5, [x4, #8]
    ldr w5, =0x00010001                 // NEXT, then 1
    str w5, [x4, #12]
    ldr x5, =DATA
    str x5, [x4, #16]
    mov w5, #512
    str w5, [x4, #24]
    ldr w5, =0x00020001                 // NEXT, then 2
    cmp w0, #1
    b.eq 1f
    orr w5, w5, #2                      // the device writes
1:  str w5, [x4, #28]
    ldr x5, =STATUS_BYTE
    str x5, [x4, #32]
    mov w5, #1
    str w5, [x4, #40]
    mov w5, #2
    str w5, [x4, #44]
    and x5, x26, #7
    add x6, x4, #128                    // the available ring of 8
    add x7, x6, x5, lsl #1
    strh wzr, [x7, #4]
    add x26, x26, #1
    dsb sy
    strh w26, [x6, #2]
    dsb sy
    str wzr, [x20, #0x50]               // QueueNotify
    ldr x5, =USED
2:  ldrh w6, [x5, #2]
    and w7, w26, #0xffff
    cmp w6, w7
    b.ne 2b
    wfi
    msr daifclr, #2
    isb
    msr daifset, #2
    ldr x5, =STATUS_BYTE
    ldrb w0, [x5]
    ret x19

irq:
    mov x28, x30
    mrs x21, icc_iar1_el1
    ldr w1, [x20, #0x60]
    str w1, [x20, #0x64]
    msr icc_eoir1_el1, x21
    isb
    cmp x21, #79
    b.ne unexpected
    ret x28

fiq:
    b unexpected
