package splitvisor.highvisor.kvm;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HypCalls;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.kernel.KernelPath;
import splitvisor.highvisor.kernel.Task;
import splitvisor.highvisor.kernel.irq.LocalIrqs;

/// What moves when a vCPU is scheduled in or out, rather than on each exit: the virtual CPU interface,
/// the timers, and under VHE the guest's EL1 registers. Yours to write. KVM: kvm_arch_vcpu_load(),
/// kvm_arch_vcpu_put(), arm.c.
final class VcpuSchedule implements Task.PreemptNotifier {

    private final HostedCpu cpu;
    private final HypCalls hyp;
    private final LocalIrqs localIrqs;
    private final Vm vm;
    private final Vcpu vcpu;

    VcpuSchedule(HostedCpu cpu, HypCalls hyp, Vm vm, Vcpu vcpu) {
        this.cpu = cpu;
        this.hyp = hyp;
        localIrqs = new LocalIrqs(cpu);
        this.vm = vm;
        this.vcpu = vcpu;
    }

    @Override
    public void schedIn() {
        load();
    }

    @Override
    public void schedOut() {
        put();
    }

    /// Everything of the vCPU's that does not move on each exit comes to this PE. To be moved, in an order of yours:
    /// the vGIC's part (`vm.vgic().load`, if the VM has one), the timers (`vcpu.timers().load`), EL1 under VHE
    /// (`hyp.vcpuLoad`). To be told: who runs here (`vm.running().set`). To be asked: whether another vCPU of this VM
    /// ran here last (`vm.ranAnother`), and what is to be done then (`hyp.flushCpuContext`).
    void load() {
        cpu.path(KernelPath.VCPU_LOAD);
        throw new UnsupportedOperationException("then: what must be on the CPU before this vCPU can run?");
    }

    /// And back, in reverse: FP, EL1 under VHE, the timers, the vGIC, who runs here.
    void put() {
        cpu.path(KernelPath.VCPU_PUT);
        throw new UnsupportedOperationException("then: what of this vCPU is still on the CPU?");
    }

    /// The guest's FP registers, if they are on the CPU (`FP_GUEST_OWNED`), go home, and the host's come back; with
    /// interrupts masked. KVM: kvm_arch_vcpu_put_fp().
    private void putFp() {
        throw new UnsupportedOperationException("then: whose are the FP registers now?");
    }
}
