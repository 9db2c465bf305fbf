// A source that uses the language of GNU as: recorded as program.txt by VectorRecorder.
        .equ    LINES, 24
        .set    width, 80
        .macro  save first, second, at=0
        stp     \first, \second, [sp, #\at]
        .endm
        .text
        .global start
start:  sub     sp, sp, #48
        save    x29, x30
        save    x19, x20, 16
        mov     x19, #LINES * width
        ldr     x20, =0x0123456789abcdef
        ldr     w21, =0x89abcdef
        ldr     d0, =0x3ff0000000000000
1:      cbz     x19, 3f
        subs    x19, x19, #1
        b.ne    1b
        tbz     x20, #63, 2f
        .rept   3
        nop
        .endr
2:      b       1b
3:      adr     x0, text                /* an address
                                           within reach */
        ldrb    w1, [x0], #1
        ldr     x2, table + 8
        cmp     w1, #'\n'
        ccmp    w1, #0, #4, ne
        beq     done
        b       3b
        .ltorg
text:   .asciz  "Splitvisor: \"one\" \t two\n"
        .balign 4
done:   .irp    reg, x3, x4, x5
        mov     \reg, xzr
        .endr
        .if     LINES > 20
        movi    v0.16b, #0
        .else
        movi    v0.16b, #1
        .endif
counter .req    x9
        add     counter, counter, #(width / 16 << 2) | 1
        .unreq  counter
        ret ; nop
        .align  4
table:  .quad   1, -1, table_end - table
        .word   0xdeadbeef, 'A', ~0
        .hword  1, 2, 0xffff
        .byte   1, 2, 3, -128
        .skip   3, 0xaa
        .fill   2, 4, 0x11223344
        .p2align 3
table_end:
        .xword  . - start, LINES == 24, LINES != 24
        ldr     x3, =0x1122334455667788
