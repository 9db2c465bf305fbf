package splitvisor.highvisor.hyp;

/// One round trip into a guest. KVM: __kvm_vcpu_run().
public interface WorldSwitch {

    /// Enters the guest and returns why it was left.
    ExitCode run(VcpuArea vcpu);
}
