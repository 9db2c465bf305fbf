package splitvisor.highvisor.kvm;

import java.util.List;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.kernel.KernelPath;

/// Keeps all vCPUs of a VM out of the guest for a while: what their list registers held is in memory then, and
/// stays. KVM: kvm_arm_halt_guest(), kvm_arm_resume_guest(), arm.c.
final class GuestHalt {

    private final HostedCpu cpu;
    private final List<Vcpu> vcpus;
    private boolean held;

    /// @param vcpus those of the VM, also those to come
    GuestHalt(HostedCpu cpu, List<Vcpu> vcpus) {
        this.cpu = cpu;
        this.vcpus = vcpus;
    }

    /// Returns when no vCPU is in the guest. One at a time may do this; the lock's owner does not sleep, so the others
    /// spin, with interrupts enabled. KVM: kvm->lock, KVM_REQ_SLEEP with KVM_REQUEST_WAIT.
    void begin() {
        while (held) {
            cpu.yield();
        }
        held = true;
        cpu.path(KernelPath.HALT_GUEST);
        vcpus.forEach(Vcpu::pause);
        while (vcpus.stream().anyMatch(Vcpu::isInGuest)) {
            cpu.yield();
        }
    }

    void end() {
        cpu.path(KernelPath.RESUME_GUEST);
        vcpus.forEach(Vcpu::resume);
        held = false;
    }
}
