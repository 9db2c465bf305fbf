package splitvisor.highvisor.kvm;

import splitvisor.cpu.hosted.HostedCpu;

/// Which vCPU is loaded on which PE. KVM: kvm_running_vcpu, a per-CPU variable.
final class RunningVcpus {

    private final HostedCpu cpu;
    private final Vcpu[] running;

    RunningVcpus(HostedCpu cpu, int cpus) {
        this.cpu = cpu;
        running = new Vcpu[cpus];
    }

    /// The one on this PE, or null. KVM: kvm_get_running_vcpu().
    Vcpu get() {
        return running[cpu.index()];
    }

    void set(Vcpu vcpu) {
        running[cpu.index()] = vcpu;
    }
}
