package splitvisor.highvisor.hyp;

import splitvisor.cpu.hosted.HostedCpu;

/// What the world switch needs to know of a virtual CPU, in memory that host kernel and EL2 share: the
/// guest's context, then the control values it runs under. KVM: struct kvm_vcpu_arch, kvm_host.h.
///
/// @param cpu the PE that accesses it
/// @param base its address, in the regime of whoever uses this view
public record VcpuArea(HostedCpu cpu, long base) {

    /// A doubleword of the area.
    public enum Field {
        HCR_EL2,
        MDCR_EL2,
        /// The host's MDCR_EL2 while the guest runs.
        HOST_MDCR_EL2,
        VTCR_EL2,
        /// The guest's stage-2 root and VMID, as VTTBR_EL2 takes them.
        VTTBR_EL2,
        FAULT_ESR,
        FAULT_FAR,
        FAULT_HPFAR,
        FAULT_DISR,
        FLAGS,
        /// ICH_VMCR_EL2, ICH_AP0R0_EL2 and ICH_AP1R0_EL2 while the vCPU is not loaded. KVM: struct
        /// vgic_v3_cpu_if.
        VGIC_VMCR,
        VGIC_AP0R0,
        VGIC_AP1R0,
        /// ICH_HCR_EL2 while the guest runs, how many list registers are used, and their contents.
        VGIC_HCR,
        VGIC_USED_LRS,
        VGIC_LR0,
        VGIC_LR1,
        VGIC_LR2,
        VGIC_LR3,
        /// What early generations save besides.
        VGIC_MISR,
        VGIC_EISR,
        VGIC_ELRSR,
        /// CNTVOFF_EL2 while the guest runs, where the switch sets it.
        CNTVOFF,
        /// The guest's timers while it is not loaded. KVM: struct timer_context.
        CNTV_CTL,
        CNTV_CVAL,
        CNTP_CTL,
        CNTP_CVAL;

        private static final Field[] LIST_REGISTERS = {VGIC_LR0, VGIC_LR1, VGIC_LR2, VGIC_LR3};

        private final int offset = Context.SIZE + 8 * ordinal();

        /// Where it lies in the area, in bytes.
        public int offset() {
            return offset;
        }

        /// The slot of a list register, which has the layout of [ListRegister].
        public static Field listRegister(int n) {
            return LIST_REGISTERS[n];
        }
    }

    /// FLAGS: the PC moves past the emulated instruction at the next entry. KVM: INCREMENT_PC.
    public static final long INCREMENT_PC = 1;

    /// FLAGS: the guest takes a synchronous exception to EL1 at the next entry; its ESR_EL1 says which. KVM:
    /// PENDING_EXCEPTION.
    public static final long PENDING_EXCEPTION = 2;

    /// FLAGS: the guest's EL1 registers are on the CPU, not in memory. KVM: SYSREGS_ON_CPU.
    public static final long SYSREGS_ON_CPU = 4;

    /// FLAGS: the FP registers hold this guest's values. KVM: FP_STATE_GUEST_OWNED.
    public static final long FP_GUEST_OWNED = 8;

    /// FLAGS: the guest uses its breakpoints or watchpoints, so they are to be on the CPU. KVM: DEBUG_DIRTY.
    public static final long DEBUG_DIRTY = 32;

    /// Size of the area, in bytes.
    public static final int SIZE;

    private static final int HOST_FP = Context.SIZE + 8 * Field.values().length;

    static {
        SIZE = HOST_FP + FpState.SIZE;
    }

    /// The guest's context, at the head of the area.
    public Context context() {
        return new Context(cpu, base);
    }

    /// The host's FP registers while the guest's are on the CPU. KVM: host_fpsimd_state.
    public FpState hostFp() {
        return new FpState(cpu, base + HOST_FP);
    }

    public long get(Field field) {
        return cpu.ldr(base + field.offset);
    }

    public void set(Field field, long value) {
        cpu.str(value, base + field.offset);
    }

    public boolean flag(long bit) {
        return (get(Field.FLAGS) & bit) != 0;
    }

    public void setFlag(long bit) {
        set(Field.FLAGS, get(Field.FLAGS) | bit);
    }

    public void clearFlag(long bit) {
        set(Field.FLAGS, get(Field.FLAGS) & ~bit);
    }
}
