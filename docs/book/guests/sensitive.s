// A guest for `splitvisor compare --guest`: each operation is one instruction in a loop. Exchange the instruction and
// see whether it traps. The names of the operations are those of `compare --bench`.

        .equ    SYSTEM_OFF,     0x84000008

        .text
start:  mov     x19, x1                 // how often; x0 is the operation
        blr     x0
        ldr     w0, =SYSTEM_OFF
        hvc     #0

// An identification register that KVM wants to answer itself.
id_register:
id_register_begin:
        mrs     x0, id_aa64pfr0_el1
id_register_end:
        subs    x19, x19, #1
        b.ne    id_register_begin
        ret

// One that the machine answers, with what the hypervisor put into VPIDR_EL2.
hyp_call:
hyp_call_begin:
        mrs     x0, midr_el1
hyp_call_end:
        subs    x19, x19, #1
        b.ne    hyp_call_begin
        ret

// A register of EL1's own translation: sensitive without hardware support, the guest's own with it.
eoi:
eoi_begin:
        msr     ttbr1_el1, x0
eoi_end:
        subs    x19, x19, #1
        b.ne    eoi_begin
        ret
