package splitvisor.lowvisor;

import splitvisor.cpu.hosted.HostedProgramException;

/// The host kernel's calls into the lowvisor, by SMCCC function number: fast 64-bit calls owned by the
/// vendor's hypervisor. KVM: KVM_HOST_SMCCC_FUNC(), kvm_asm.h.
enum HypFunction {
    VCPU_RUN,
    TLB_FLUSH_VMID_IPA,
    TLB_FLUSH_VMID,
    FLUSH_CPU_CONTEXT,
    TIMER_SET_CNTVOFF,
    VGIC_READ_VMCR,
    VGIC_WRITE_VMCR,
    VGIC_SAVE_APRS,
    VGIC_RESTORE_APRS,
    VGIC_GET_GIC_CONFIG;

    /// SMCCC: the function exists and was called.
    static final long SUCCESS = 0;

    private static final long FIRST = 0xc600_0000L;
    private static final HypFunction[] FUNCTIONS = values();

    /// The number that goes into X0.
    long number() {
        return FIRST + ordinal();
    }

    static HypFunction of(long number) {
        long index = number - FIRST;
        if (index < 0 || index >= FUNCTIONS.length) {
            throw new HostedProgramException("the host called EL2 with unknown function %#x".formatted(number));
        }
        return FUNCTIONS[(int) index];
    }
}
