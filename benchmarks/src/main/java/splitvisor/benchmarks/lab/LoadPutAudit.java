package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.highvisor.kernel.KernelPath;

/// Holds that a PE has one vCPU at a time: one is put before another is loaded.
final class LoadPutAudit extends Audit {

    private boolean loaded;

    @Override
    public void path(Cpu cpu, CodePath path) {
        if (path == KernelPath.VCPU_LOAD) {
            if (loaded) {
                found(cpu, "a vCPU is loaded while another is still on the CPU",
                        "A task that leaves the CPU tells its notifier, and a vCPU takes along what it has there. "
                                + "KVM: kvm_sched_out(), kvm_arch_vcpu_put().");
            }
            loaded = true;
        } else if (path == KernelPath.VCPU_PUT) {
            loaded = false;
        }
    }
}
