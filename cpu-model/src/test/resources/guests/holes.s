// Accesses to addresses where nothing is: a synchronous external abort each, with the address in FAR. Then a
// fetch from there, and what is at the edges of devices and of RAM (4 MiB here).

    .macro try address
    ldr x19, =\address
    mov x20, #0
    ldr w0, [x19]
    mov x15, x20
    say "\address "
    mov x0, x15
    bl puthex
    .endm

main:
    mov x29, x30
    adr x0, table
    mrs x1, CurrentEL
    cmp x1, #8
    b.ne 1f
    msr vbar_el2, x0
    b 2f
1:  msr vbar_el1, x0
2:  isb
    try 0x0a005000
    try 0x08000000
    try 0x0900fffc
    try 0x09002000
    try 0x09010fe0
    try 0x0a003ffc
    try 0x0a004000
    try 0x0b000000
    try 0x3ffffffc
    try 0x40000000
    try 0x100000000000
    ldr x19, =0x0b000000
    mov x20, #0
    str w0, [x19]
    show "store ", x20
    adr x18, 3f
    mov x20, #0
    br x19
3:  show "fetch ", x20
    ret x29

// Notes EC and fault status in x20, and goes on behind the instruction, or for a fetch at x18.
abort_el2:
    mrs x20, esr_el2
    mrs x21, far_el2
    mrs x22, elr_el2
    bl note
    msr elr_el2, x22
    eret
abort_el1:
    mrs x20, esr_el1
    mrs x21, far_el1
    mrs x22, elr_el1
    bl note
    msr elr_el1, x22
    eret

note:
    lsr x23, x20, #26
    and x20, x20, #0x7f                 // WnR and DFSC
    orr x20, x20, x23, lsl #8
    cmp x21, x19                        // FAR
    b.eq 1f
    mov x20, #0xbad
1:  add x22, x22, #4
    cmp x23, #0x21
    csel x22, x18, x22, eq
    ret

irq:
fiq:
    b unexpected

    .balign 0x800
table:
    .space 0x200
    mrs x20, CurrentEL
    cmp x20, #8
    b.eq abort_el2
    b abort_el1
