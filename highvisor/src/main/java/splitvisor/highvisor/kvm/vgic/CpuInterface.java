package splitvisor.highvisor.kvm.vgic;

/// How the kernel reaches the virtual CPU interface of its PE: in GICv3 through EL2's system registers, in
/// GICv2 through the GICH frame. KVM: vgic-v3.c, vgic-v2.c.
interface CpuInterface {

    /// How many list registers the hardware has. KVM: kvm_vgic_global_state.nr_lr.
    int listRegisters();

    /// The list registers have been filled in memory: gives them to the hardware, if that is the kernel's
    /// work. KVM: vgic_restore_state().
    void restore(VgicCpu vcpu);

    /// The opposite way, after the guest has run. KVM: vgic_save_state().
    void save(VgicCpu vcpu);

    /// The list registers in memory have been read and mean nothing any more: what still moves to the hardware
    /// must not end an interrupt twice.
    void forget(VgicCpu vcpu);

    /// What outlives an exit moves when the vCPU is scheduled in. KVM: kvm_vgic_load().
    void load(VgicCpu vcpu);

    /// KVM: kvm_vgic_put().
    void put(VgicCpu vcpu);

    /// Brings VMCR to memory while the vCPU is loaded: it is about to wait, and its priority mask decides what
    /// may wake it. KVM: kvm_vgic_vmcr_sync().
    void syncVmcr(VgicCpu vcpu);

    /// The guest's priority mask, as last brought to memory. KVM: vgic_get_vmcr().
    int priorityMask(VgicCpu vcpu);
}
