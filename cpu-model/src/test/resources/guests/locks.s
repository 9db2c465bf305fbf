// Four kinds of spinlock, four PEs: each PE takes each lock many times to change two words that belong together, and
// looks whether anybody was there at the same time.

    .equ PES, 4
    .equ ROUNDS, 500

    .macro report text, offset
    adr x20, words
    add x20, x20, #\offset
    ldr x1, [x20]
    show "\text", x1
    ldr x1, [x20, #8]
    show "  and ", x1
    ldr x1, [x20, #16]
    show "  torn ", x1
    .endm

main:
    mov x29, x30
    mov x19, #1
1:  ldr x0, =0xc4000003                 // CPU_ON
    mov x1, x19
    adr x2, secondary
    mov x3, x19
    bl psci
    add x19, x19, #1
    cmp x19, #PES
    b.ne 1b
    bl work
    adr x20, finished
2:  ldar w1, [x20]
    cmp w1, #PES
    b.ne 2b
    report "LDAXR and STXR ", 0
    report "CASA ", 64
    report "SWPA ", 128
    report "tickets by LDADDA ", 192
    ret x29

secondary:
    bl setup
    bl work
1:  wfi
    b 1b

work:
    mov x28, x30
    ldr x27, =ROUNDS
    adr x5, locks
    adr x6, words
1:  bl exclusive_lock
    bl change
    stlr wzr, [x5]
    add x5, x5, #64
    add x6, x6, #64
    bl compare_lock
    bl change
    stlr wzr, [x5]
    add x5, x5, #64
    add x6, x6, #64
    bl swap_lock
    bl change
    stlr wzr, [x5]
    add x5, x5, #64
    add x6, x6, #64
    bl ticket_lock
    bl change
    add x4, x5, #4                      // next, please
    mov w1, #1
    staddl w1, [x4]
    sev
    sub x5, x5, #192
    sub x6, x6, #192
    subs x27, x27, #1
    b.ne 1b
    adr x1, finished
    mov w2, #1
    ldaddal w2, w3, [x1]
    ret x28

exclusive_lock:
    mov w1, #1
1:  ldaxr w2, [x5]
    cbz w2, 2f
    wfe                                 // its release clears this PE's monitor
    b 1b
2:  stxr w3, w1, [x5]
    cbnz w3, 1b
    ret

compare_lock:
    mov w1, #1
1:  mov w2, wzr
    casa w2, w1, [x5]
    cbnz w2, 1b
    ret

swap_lock:
    mov w1, #1
1:  swpa w1, w2, [x5]
    cbnz w2, 1b
    ret

ticket_lock:
    mov w1, #1
    ldadda w1, w2, [x5]
    add x4, x5, #4
1:  ldar w3, [x4]
    cmp w2, w3
    b.eq 2f
    yield
    b 1b
2:  ret

// Both words of X6 by one, in plain loads and stores some time apart.
change:
    ldr x1, [x6]
    ldr x2, [x6, #8]
    cmp x1, x2
    b.eq 1f
    ldr x3, [x6, #16]                   // somebody else is in here
    add x3, x3, #1
    str x3, [x6, #16]
1:  add x1, x1, #1
    str x1, [x6]
    mov x3, #20
2:  subs x3, x3, #1
    b.ne 2b
    add x2, x2, #1
    str x2, [x6, #8]
    ret

irq:
fiq:
    b unexpected

    .ltorg
    .balign 64
finished:
    .word 0
    .balign 64
locks:                                  // 64 bytes each
    .skip 256
words:
    .skip 256
