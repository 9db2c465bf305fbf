// Four PEs: bring-up by PSCI, a token handed round by SGIs, and three counters that all PEs increment: under a
// lock made of LDAXR and STLR, by LDXR and STXR, and by LDADD.

    .equ PES, 4
    .equ ROUNDS, 1000

main:
    mov x29, x30
    bl gic_init
    mov x19, #1
1:  ldr x0, =0xc4000004                 // AFFINITY_INFO: off
    mov x1, x19
    mov x2, #0
    bl psci
    show "off ", x0
    ldr x0, =0xc4000003                 // CPU_ON
    mov x1, x19
    adr x2, secondary
    mov x3, x19
    bl psci
    show "started ", x0
    add x19, x19, #1
    cmp x19, #PES
    b.ne 1b
    ldr x0, =0xc4000003                 // CPU_ON of one that is on
    mov x1, #1
    adr x2, secondary
    bl psci
    neg x0, x0
    show "already on: minus ", x0
    ldr x0, =0xc4000003                 // CPU_ON of one that is not there
    mov x1, #PES
    adr x2, secondary
    bl psci
    neg x0, x0
    show "no such PE: minus ", x0

    adr x20, online                     // wait for the others
2:  ldr w1, [x20]
    cmp w1, #(PES - 1)
    b.eq 3f
    wfe
    b 2b
3:  bl work
    bl pass                             // the token leaves PE 0
    adr x20, token
4:  ldr w1, [x20]
    cmp w1, #(2 * PES)
    b.hs 5f
    msr daifclr, #2
    wfi
    msr daifset, #2
    b 4b
5:  adr x20, finished
6:  ldr w1, [x20]
    cmp w1, #PES
    b.ne 6b
    adr x20, counters
    ldr x1, [x20]
    show "locked ", x1
    ldr x1, [x20, #8]
    show "exclusive ", x1
    ldr x1, [x20, #16]
    show "atomic ", x1
7:  ldr x0, =0xc4000004                 // until PE 1 is off
    mov x1, #1
    mov x2, #0
    bl psci
    cbz x0, 7b
    show "off again ", x0
    ret x29

secondary:                              // X0: the context, this PE's number
    mov x19, x0
    bl setup
    bl gic_init
    adr x1, online
    mov w2, #1
    ldaddal w2, w3, [x1]
    sev
    bl work
1:  msr daifset, #2
    adr x20, token
    ldr w1, [x20]
    cmp w1, #(PES + 1)
    b.hs 2f
    msr daifclr, #2
    wfi
    b 1b
2:  msr daifclr, #2
    cmp x19, #1
    b.eq 3f
    wfi
    b 2b
3:  ldr w1, [x20]                       // PE 1 goes off after the second round
    cmp w1, #(2 * PES)
    b.lo 3b
    ldr w0, =0x84000002                 // CPU_OFF
    bl psci
    b .

// Each PE's share of the counting.
work:
    ldr x4, =ROUNDS
    adr x5, counters
    adr x6, lock
1:  mov w1, #1                          // take the lock
    sevl
2:  wfe
3:  ldaxr w2, [x6]
    cbnz w2, 2b                         // taken: its release is an event for this PE
    stxr w3, w1, [x6]
    cbnz w3, 3b
    ldr x1, [x5]
    add x1, x1, #1
    str x1, [x5]
    stlr wzr, [x6]                      // the others' monitors wake them
    add x2, x5, #8
4:  ldxr x1, [x2]
    add x1, x1, #1
    stxr w3, x1, [x2]
    cbnz w3, 4b
    add x2, x5, #16
    mov x1, #1
    ldadd x1, x3, [x2]
    subs x4, x4, #1
    b.ne 1b
    adr x1, finished
    mov w2, #1
    ldaddal w2, w3, [x1]
    ret

// Sends SGI 7 to the next PE.
pass:
    mrs x0, mpidr_el1
    and x0, x0, #0xff
    add x0, x0, #1
    and x0, x0, #(PES - 1)
    mov x1, #1
    lsl x1, x1, x0
    movk x1, #0x0700, lsl #16
    dsb ish
    msr icc_sgi1r_el1, x1
    isb
    ret

irq:
    mov x14, x30
    mrs x2, icc_iar1_el1
    msr icc_eoir1_el1, x2
    cmp x2, #7
    b.ne 9f
    adr x3, token
    mov w4, #1
    ldaddal w4, w5, [x3]
    cmp w5, #(2 * PES - 1)
    b.hs 9f
    bl pass
9:  ret x14

fiq:
    b unexpected

    .balign 64
lock:
    .word 0
    .balign 64
online:
    .word 0
finished:
    .word 0
token:
    .word 0
    .balign 64
counters:
    .quad 0, 0, 0
