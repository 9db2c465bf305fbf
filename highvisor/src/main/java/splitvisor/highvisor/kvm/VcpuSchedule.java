package splitvisor.highvisor.kvm;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HypCalls;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.kernel.KernelPath;
import splitvisor.highvisor.kernel.Task;
import splitvisor.highvisor.kernel.irq.LocalIrqs;

/// What moves when a vCPU is scheduled in or out, rather than on each exit: the virtual CPU interface,
/// the timers, and under VHE the guest's EL1 registers. KVM: kvm_arch_vcpu_load(),
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

    void load() {
        cpu.path(KernelPath.VCPU_LOAD);
        vm.running().set(vcpu);
        if (vm.ranAnother(vcpu)) {
            hyp.flushCpuContext(vm.vttbr());
        }
        if (vm.vgic() != null) {
            vm.vgic().load(vcpu);
        }
        vcpu.timers().load();
        hyp.vcpuLoad(vcpu.area().base());
        cpu.path(KernelPath.LOAD_DONE);
    }

    void put() {
        cpu.path(KernelPath.VCPU_PUT);
        putFp();
        hyp.vcpuPut(vcpu.area().base());
        vcpu.timers().put();
        if (vm.vgic() != null) {
            vm.vgic().put(vcpu);
        }
        vm.running().set(null);
        cpu.path(KernelPath.PUT_DONE);
    }

    /// The guest's FP registers, if they are on the CPU, go home. KVM: kvm_arch_vcpu_put_fp().
    private void putFp() {
        long daif = localIrqs.save();
        if (vcpu.area().flag(VcpuArea.FP_GUEST_OWNED)) {
            vcpu.area().context().fp().store();
            vcpu.area().hostFp().load();
            vcpu.area().clearFlag(VcpuArea.FP_GUEST_OWNED);
        }
        localIrqs.restore(daif);
    }
}
