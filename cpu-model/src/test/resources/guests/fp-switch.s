// Two tasks that share one set of SIMD&FP registers, preempted by a timer at ever other places. Each fills all of them,
// computes with a rounding mode of its own, and compares V0 to V31, FPCR and FPSR with what it left there. First with
// registers that change hands at every switch, then only when the next task touches them, by the trap of CPACR_EL1.

    .equ SWITCHES, 300
    .equ STACK_1, 0x40208000
    .equ FPEN, 3 << 20

    .equ T_SP, 0                        // a task: its stack pointer, errors, rounds, FPCR, FPSR, V0 to V31
    .equ T_ERRORS, 8
    .equ T_ROUNDS, 16
    .equ T_FPCR, 24
    .equ T_FPSR, 32
    .equ T_V, 48
    .equ T_SIZE, 576

    .macro each_pair operation, base
    \operation q0, q1, [\base, #0]
    \operation q2, q3, [\base, #32]
    \operation q4, q5, [\base, #64]
    \operation q6, q7, [\base, #96]
    \operation q8, q9, [\base, #128]
    \operation q10, q11, [\base, #160]
    \operation q12, q13, [\base, #192]
    \operation q14, q15, [\base, #224]
    \operation q16, q17, [\base, #256]
    \operation q18, q19, [\base, #288]
    \operation q20, q21, [\base, #320]
    \operation q22, q23, [\base, #352]
    \operation q24, q25, [\base, #384]
    \operation q26, q27, [\base, #416]
    \operation q28, q29, [\base, #448]
    \operation q30, q31, [\base, #480]
    .endm

main:
    mov x29, x30
    bl be_host
    bl any_gic_init
    adr x0, on_exception
    adr x1, trapped
    str x1, [x0]
    mov x0, #FPEN
    msr cpacr_el1, x0
    isb
    say "eager\n"
    mov x27, #0
    bl torture
    say "lazy\n"
    mov x27, #1
    bl torture
    ret x29

// One run of both tasks; X27: lazily. This is task 0.
torture:
    stp x29, x30, [sp, #-16]!
    adr x0, lazily
    str x27, [x0]
    adr x0, switches
    str xzr, [x0]
    adr x0, traps
    str xzr, [x0]
    adr x0, tasks
    adr x1, current
    str x0, [x1]
    adr x1, owner
    str x0, [x1]
    str xzr, [x0, #T_ERRORS]
    str xzr, [x0, #T_ROUNDS]
    add x0, x0, #T_SIZE
    str xzr, [x0, #T_ERRORS]
    str xzr, [x0, #T_ROUNDS]
    ldr x1, =STACK_1 - 288              // as if it had been preempted at `second`
    str x1, [x0, #T_SP]
    adr x2, second
    mrs x3, CurrentEL
    mov x4, #0x341                      // this EL's SP; D, A and F masked
    orr x3, x3, x4
    stp x2, x3, [x1, #96]
    adr x2, preempted
    str x2, [x1, #88]
    bl arm
    msr daifclr, #2
    adr x19, tasks
    mov x20, #0
    bl work
    msr daifset, #2
    msr cntp_ctl_el0, xzr
    mov x0, #FPEN
    msr cpacr_el1, x0
    isb
    adr x19, tasks
    ldr x1, [x19, #T_ERRORS]
    show "  errors ", x1
    ldr x1, [x19, #(T_SIZE + T_ERRORS)]
    show "  errors ", x1
    ldr x1, [x19, #T_ROUNDS]
    cmp x1, #20
    cset x1, hi
    show "  task 0 got on ", x1
    ldr x1, [x19, #(T_SIZE + T_ROUNDS)]
    cmp x1, #20
    cset x1, hi
    show "  task 1 got on ", x1
    adr x0, traps
    ldr x1, [x0]
    cmp x1, #20
    cset x1, hi
    show "  trapped ", x1
    ldp x29, x30, [sp], #16
    ret

second:
    adr x19, tasks + T_SIZE
    mov x20, #1
    bl work
1:  wfi
    b 1b

// Rounds of task X20, at X19, until there were enough switches.
work:
    sub sp, sp, #1040                   // expected, found
    str x30, [sp, #1024]
    mov x21, #0                         // round
1:  mov x0, sp                          // all bytes of the registers differ by task, register and round
    mov x1, #0
    ldr x2, =0x9e3779b97f4a7c15
    eor x3, x2, x20, ror #1
    add x3, x3, x21
2:  mul x3, x3, x2
    add x3, x3, x1
    str x3, [x0], #8
    add x1, x1, #1
    cmp x1, #64
    b.ne 2b
    mov x22, #0x400000                  // FPCR: round up, or down and flush to zero
    mov x1, #0x1800000
    cmp x20, #0
    csel x22, x22, x1, eq
    and x23, x21, #15                   // FPSR: some of the flags, and QC
    orr x23, x23, #1 << 27
    msr fpcr, x22
    mov x0, sp
    each_pair ldp, x0
    msr fpsr, x23
    mov x0, #40
3:  subs x0, x0, #1                     // here it is preempted, mostly
    b.ne 3b
    add x0, sp, #512
    each_pair stp, x0
    mrs x1, fpcr
    mrs x2, fpsr
    cmp x1, x22
    b.ne 8f
    cmp x2, x23
    b.ne 8f
    mov x0, sp
    mov x1, #64
4:  ldr x2, [x0, #512]
    ldr x3, [x0], #8
    cmp x2, x3
    b.ne 8f
    subs x1, x1, #1
    b.ne 4b
    ldr x1, =0x3ff0000000000000         // 1.0 and a little
    ldr x2, =0x3c00000000000000
    fmov d0, x1
    fmov d1, x2
    fadd d0, d0, d1
    fmov x2, d0
    sub x2, x2, x1
    add x2, x2, x20                     // 1 when rounded up, by task 0; 0 + 1 by task 1
    cmp x2, #1
    b.eq 9f
8:  ldr x1, [x19, #T_ERRORS]
    add x1, x1, #1
    str x1, [x19, #T_ERRORS]
9:  add x21, x21, #1
    str x21, [x19, #T_ROUNDS]
    adr x0, switches
    ldr x1, [x0]
    cmp x1, #SWITCHES
    b.lo 1b
    ldr x30, [sp, #1024]
    add sp, sp, #1040
    ret

// The next interrupt, 20 to 83 ticks from now.
arm:
    adr x0, seed
    ldr w1, [x0]
    ldr w2, =1103515245
    mul w1, w1, w2
    add w1, w1, #5, lsl #12
    add w1, w1, #57
    str w1, [x0]
    ubfx w1, w1, #16, #6
    add w1, w1, #20
    msr cntp_tval_el0, x1
    mov x1, #1
    msr cntp_ctl_el0, x1
    isb
    ret

// The timer: on the task's own stack, below what the vector saved, goes what calls keep; then the stack changes.
irq:
    sub sp, sp, #112
    stp x19, x20, [sp]
    stp x21, x22, [sp, #16]
    stp x23, x24, [sp, #32]
    stp x25, x26, [sp, #48]
    stp x27, x28, [sp, #64]
    stp x29, x30, [sp, #80]
    mrs x0, elr_el1
    mrs x1, spsr_el1
    stp x0, x1, [sp, #96]
    bl acknowledge
    mov x19, x0
    bl arm
    mov x0, x19
    bl end_interrupt
    adr x0, switches
    ldr x1, [x0]
    add x1, x1, #1
    str x1, [x0]
    adr x0, current
    ldr x1, [x0]
    adr x2, tasks
    add x3, x2, #T_SIZE
    cmp x1, x2
    csel x2, x3, x2, eq                 // the other one
    str x2, [x0]
    mov x3, sp
    str x3, [x1, #T_SP]
    ldr x3, [x2, #T_SP]
    mov sp, x3
    adr x0, lazily
    ldr x0, [x0]
    cbnz x0, 1f
    bl save_fp
    mov x1, x2
    bl load_fp
    b 2f
1:  msr cpacr_el1, xzr
    isb
2:  ldp x0, x1, [sp, #96]
    msr elr_el1, x0
    msr spsr_el1, x1
    ldp x19, x20, [sp]
    ldp x21, x22, [sp, #16]
    ldp x23, x24, [sp, #32]
    ldp x25, x26, [sp, #48]
    ldp x27, x28, [sp, #64]
    ldp x29, x30, [sp, #80]
    add sp, sp, #112
    ret

preempted:                              // where a new task's first return goes: what the vector would do
    add sp, sp, #176
    eret

// The registers of FP, to and from the task at X1.
save_fp:
    add x0, x1, #T_V
    each_pair stp, x0
    mrs x0, fpcr
    str x0, [x1, #T_FPCR]
    mrs x0, fpsr
    str x0, [x1, #T_FPSR]
    ret

load_fp:
    add x0, x1, #T_V
    each_pair ldp, x0
    ldr x0, [x1, #T_FPCR]
    msr fpcr, x0
    ldr x0, [x1, #T_FPSR]
    msr fpsr, x0
    ret

// FP was touched while switched off: the registers change hands.
trapped:
    mov x5, x30
    mrs x0, esr_el1
    lsr x0, x0, #26
    cmp x0, #7
    b.ne unexpected
    adr x0, traps
    ldr x1, [x0]
    add x1, x1, #1
    str x1, [x0]
    mov x0, #FPEN
    msr cpacr_el1, x0
    isb
    adr x3, owner
    adr x4, current
    ldr x1, [x3]
    ldr x4, [x4]
    str x4, [x3]
    cmp x1, x4
    b.eq 1f
    bl save_fp
    mov x1, x4
    bl load_fp
1:  ret x5

fiq:
    b unexpected

    .ltorg
    .balign 8
lazily:
    .quad 0
switches:
    .quad 0
traps:
    .quad 0
current:
    .quad 0
owner:
    .quad 0
seed:
    .quad 1
    .balign 16
tasks:
    .skip 2 * T_SIZE
