// Stage 1 translation with 4 KiB pages: what is mapped where, what faults and how, what maintenance has to do before
// software sees a change, two address spaces by ASID, and code that is written as data.

    .equ L1, 0x40300000                 // two address spaces: the second one's tables 64 KiB higher
    .equ L2, 0x40301000
    .equ L3, 0x40302000
    .equ OTHER, 0x10000
    .equ PAGE_A, 0x40330000
    .equ PAGE_B, 0x40331000
    .equ PAGE_C, 0x40332000
    .equ VA, 0x40400000                 // of the L3 table

    .equ PAGE, 0x703                    // AF, inner shareable, attribute 0, read-write, EL0 none
    .equ READ_ONLY, 1 << 7
    .equ NOT_GLOBAL, 1 << 11
    .equ NEVER, 1 << 53                 // to be executed at this EL

    .macro entry table, index, value
    ldr x1, =\table + 8 * (\index)
    ldr x2, =\value
    str x2, [x1]
    .endm

    .macro load text, va
    ldr x1, =\va
    ldr x2, [x1]
    show "\text", x2
    .endm

    .macro attempt text
    say "\text\n"
    .endm

main:
    mov x29, x30
    bl be_host
    adr x0, on_exception
    adr x1, fault
    str x1, [x0]
    bl build
    bl enable
    mrs x1, sctlr_el1
    and x1, x1, #1
    show "MMU on ", x1

    ldr x1, =VA
    mov x2, #0xaa
    str x2, [x1]
    load "the same page elsewhere ", VA + 0x1000
    attempt "store to a read-only page"
    ldr x1, =VA + 0x1008
    str x1, [x1]
    attempt "load from nowhere"
    ldr x1, =VA + 0x2010
    ldr x2, [x1]
    attempt "load across a border, into nowhere"
    ldr x1, =VA + 0x7ffc
    ldr x2, [x1]
    attempt "access flag"
    ldr x1, =VA + 0x3000
    ldr x2, [x1]
    attempt "fetch from a page not to be executed"
    ldr x1, =VA + 0x4000
    blr x1
    attempt "fetch from nowhere"
    ldr x1, =VA + 0x2000
    blr x1
    attempt "address too large for the table"
    mov x1, #1 << 40
    ldr x2, [x1]
    attempt "exclusive load from nowhere"
    ldr x1, =VA + 0x2000
    ldxr x2, [x1]
    attempt "atomic on a read-only page"
    ldr x1, =VA + 0x1000
    ldadd x1, x2, [x1]

    ldr x1, =PAGE_B
    mov x2, #0xbb
    str x2, [x1]
    entry L3, 2, PAGE_B + PAGE          // what was invalid needs no TLBI
    dsb ish
    isb
    load "now there is something ", VA + 0x2000
    entry L3, 0, 0                      // break
    dsb ish
    ldr x0, =VA >> 12
    tlbi vaae1is, x0
    dsb ish
    entry L3, 0, PAGE_B + PAGE          // before make
    dsb ish
    isb
    load "another page ", VA
    bl spaces
    bl program
    bl disable
    mrs x1, sctlr_el1
    and x1, x1, #1
    show "MMU on ", x1
    ret x29

// The address that two spaces map differently, in turns.
spaces:
    mov x26, x30
    ldr x0, =L1 + (1 << 48)
    msr ttbr0_el1, x0
    isb
    load "space 1 ", VA + 0x6000
    ldr x0, =L1 + OTHER + (2 << 48)
    msr ttbr0_el1, x0
    isb
    load "space 2 ", VA + 0x6000
    ldr x0, =L1 + (1 << 48)
    msr ttbr0_el1, x0
    isb
    load "space 1 ", VA + 0x6000
    mov x0, #1 << 48
    tlbi aside1is, x0
    dsb ish
    isb
    load "space 1 ", VA + 0x6000
    ret x26

// Code written through one mapping, executed through another, written again.
program:
    mov x26, x30
    mov x25, #1
1:  ldr x1, =VA + 0x7000
    ldr w2, =0xd2800000                 // mov x0, #0
    orr w2, w2, w25, lsl #5
    str w2, [x1]
    ldr w2, =0xd65f03c0                 // ret
    str w2, [x1, #4]
    dc cvau, x1
    dsb ish
    ldr x3, =VA + 0x5000
    ic ivau, x3
    dsb ish
    isb
    blr x3
    mov x24, x0
    show "it returns ", x24
    add x25, x25, #1
    cmp x25, #4
    b.ne 1b
    ret x26

build:
    entry L1, 0, 0x60000000000405       // the first gigabyte: Device, not executable
    entry L1, 1, L2 + 3
    entry L2, 0, 0x40000701             // this program
    entry L2, 1, 0x40200701 + NEVER     // stacks, tables
    entry L2, 2, L3 + 3
    entry L3, 0, PAGE_A + PAGE
    entry L3, 1, PAGE_A + PAGE + READ_ONLY
    entry L3, 3, PAGE_B + PAGE - 0x400  // not accessed
    entry L3, 4, PAGE_A + PAGE + NEVER
    entry L3, 5, PAGE_C + PAGE + READ_ONLY
    entry L3, 6, PAGE_A + PAGE + NOT_GLOBAL
    entry L3, 7, PAGE_C + PAGE + NEVER
    entry L1 + OTHER, 0, 0x60000000000405
    entry L1 + OTHER, 1, L2 + OTHER + 3
    entry L2 + OTHER, 0, 0x40000701
    entry L2 + OTHER, 1, 0x40200701 + NEVER
    entry L2 + OTHER, 2, L3 + OTHER + 3
    entry L3 + OTHER, 6, PAGE_B + PAGE + NOT_GLOBAL
    ret
    .ltorg

enable:
    mov x0, #0xff                       // 0: Normal write-back; 1: Device
    msr mair_el1, x0
    ldr x0, =0x500803519                // 39 bits of VA, 4 KiB, 48 bits of PA, inner shareable, no TTBR1
    msr tcr_el1, x0
    ldr x0, =L1
    msr ttbr0_el1, x0
    isb
    tlbi vmalle1is
    ic iallu
    dsb ish
    isb
    mrs x0, sctlr_el1
    mov x1, #0x1005                     // I, C, M
    orr x0, x0, x1
    msr sctlr_el1, x0
    isb
    ret

disable:
    mrs x0, sctlr_el1
    bic x0, x0, #1
    msr sctlr_el1, x0
    isb
    tlbi vmalle1is
    dsb ish
    isb
    ret

// Reports a fault and goes on behind it: behind the access, or at the caller of what could not be fetched.
fault:
    mov x28, x30
    mrs x23, esr_el1
    mrs x22, far_el1
    lsr x21, x23, #26
    show "  EC ", x21
    and x23, x23, #0x7f
    show "  WnR and status ", x23
    show "  FAR ", x22
    cmp x21, #0x21
    b.eq 1f
    mrs x0, elr_el1
    add x0, x0, #4
    b 2f
1:  ldr x0, [sp, #152]                  // X30
2:  msr elr_el1, x0
    ret x28

irq:
fiq:
    b unexpected
