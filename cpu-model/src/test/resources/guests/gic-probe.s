// Executes a script of accesses to the GIC that follows it in memory, and prints what is read. A step is 16 bytes:
// what to do, where (an address or the number of a stub), and a 64-bit value; ALL_ONES as the value stands for the
// INTID that was acknowledged last. Stubs of 16 bytes access one system register, at EL2 or, ending in HVC, at EL1;
// the test generates them.

    .equ ALL_ONES, 0xffffffffffffffff

main:
    mov x29, x30
    adr x0, probe_vectors
    msr vbar_el2, x0
    adr x20, script
    mov x25, #0
step:
    ldp w21, w22, [x20]
    ldr x23, [x20, #8]
    add x20, x20, #16
    cmn x23, #1
    csel x23, x25, x23, eq
    adr x0, kinds
    add x0, x0, x21, lsl #2
    br x0
kinds:
    b end
    b text
    b store_word
    b store_byte
    b load_word
    b at_el2
    b at_el2_and_print
    b at_el2_acknowledge
    b at_el1
    b at_el1_and_print
    b at_el1_acknowledge
    b load_acknowledge

end:
    ret x29

text:                                   // the character x23
    mov w0, w23
    bl putc
    b step

store_word:
    str w23, [x22]
    dsb sy
    b step

store_byte:
    strb w23, [x22]
    dsb sy
    b step

load_acknowledge:
    ldr w0, [x22]
    b acknowledged

load_word:                              // only the bits in x23
    ldr w0, [x22]
    and w0, w0, w23
    b print

at_el2:
    mov x0, x23
    bl stub
    b step

at_el2_and_print:
    bl stub
    b print

at_el2_acknowledge:
    bl stub
    b acknowledged

at_el1:
    mov x0, x23
    bl guest_stub
    b step

at_el1_and_print:
    bl guest_stub
    b print

at_el1_acknowledge:
    bl guest_stub
acknowledged:
    cmp x0, #1023
    csel x25, x25, x0, eq
print:
    bl hex
    mov w0, #' '
    bl putc
    b step

stub:
    adr x1, stubs
    add x1, x1, x22, lsl #4
    br x1

guest_stub:
    mov x24, x30
    adr x1, stubs
    add x1, x1, x22, lsl #4
    msr elr_el2, x1
    mov x1, #0x3c5
    msr spsr_el2, x1
    isb
    eret

    .balign 0x800
probe_vectors:
    .space 0x400
    ret x24                             // HVC at the end of a stub

irq:
fiq:
    b unexpected

    .balign 16
stubs:
