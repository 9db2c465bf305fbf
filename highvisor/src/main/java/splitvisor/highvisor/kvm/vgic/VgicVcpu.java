package splitvisor.highvisor.kvm.vgic;

import splitvisor.highvisor.hyp.VcpuArea;

/// A virtual CPU, as much of it as its interrupt controller needs to know.
public interface VgicVcpu {

    /// Its number within the VM, from 0.
    int index();

    /// The affinity fields of its MPIDR_EL1.
    long mpidr();

    /// What it shares with EL2, its list registers among it.
    VcpuArea area();

    /// Makes it look at its interrupts soon, wherever it is. KVM: kvm_vcpu_kick().
    void kick();

    /// Keeps all vCPUs of its VM out of the guest, until [#resumeGuest]. KVM: kvm_arm_halt_guest().
    void haltGuest();

    /// KVM: kvm_arm_resume_guest().
    void resumeGuest();
}
