// Exceptions of several kinds, at EL2 and EL1; QEMU 7.2's -d int log of it is exceptions.qemu.log, recorded with
// qemu-system-aarch64 -M virt,virtualization=on,gic-version=3 -cpu max -m 256M -kernel exceptions.elf -d int
        .globl _start
_start: mrs x9, currentel
        adr x0, msg
        ldr x1, =0x09000000
1:      ldrb w2, [x0], #1
        cbz w2, 2f
        str w2, [x1]
        b 1b
2:      adr x0, vec
        msr vbar_el2, x0
        msr vbar_el1, x0
        isb
        mov x0, #(1<<31)
        msr hcr_el2, x0
        mov x0, #0x3c5
        msr spsr_el2, x0
        adr x0, el1
        msr elr_el2, x0
        eret
el1:    svc #3
        mrs x0, hcr_el2
        hvc #5
        ldr x0, =0xf0000000000000
        ldr x1, [x0]
        ldr x0, =0x84000008
        hvc #7
        b .
msg:    .asciz "hello\n"
        .balign 2048
vec:
        .macro v
        .balign 128
        mrs x10, currentel
        cmp x10, #8
        b.eq 3f
        mrs x11, elr_el1
        mrs x12, esr_el1
        lsr x12, x12, #26
        cmp x12, #0x15
        b.eq 1f
        add x11, x11, #4
        msr elr_el1, x11
1:      eret
3:      b hyp
        .endm
        .rept 16
        v
        .endr
hyp:    mrs x12, esr_el2
        and x12, x12, #0xffff
        cmp x12, #7
        b.eq 4f
        eret
4:      ldr x0, =0x84000008
        smc #0
        b .
