package splitvisor.lowvisor;

import java.util.List;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.RegisterName;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.cpu.timer.GenericTimers;
import splitvisor.highvisor.hyp.ExitCode;
import splitvisor.highvisor.hyp.Generation;
import splitvisor.highvisor.hyp.HostLayout;
import splitvisor.highvisor.hyp.HypCalls;
import splitvisor.highvisor.hyp.TrapValues;

/// The host's half of the border: each call is an HVC with the function in X0, addresses translated to
/// EL2's. KVM: kvm_call_hyp_nvhe(), kvm_host.h.
class HvcCalls implements HypCalls {

    private final HostedCpu cpu;
    private final HypStub stub;

    HvcCalls(HostedCpu cpu, HypStub stub) {
        this.cpu = cpu;
        this.stub = stub;
    }

    @Override
    public void init(long perCpu) {
        stub.callInit(HostLayout.hypVa(perCpu));
    }

    @Override
    public ExitCode vcpuRun(long vcpu) {
        return ExitCode.of(call(HypFunction.VCPU_RUN, HostLayout.hypVa(vcpu), 0));
    }

    @Override
    public void vcpuLoad(long vcpu) {
        // Nothing waits to be loaded: the switch moves it all.
    }

    @Override
    public void vcpuPut(long vcpu) {
        // Nothing was left on the CPU.
    }

    @Override
    public void setCntvoff(long offset) {
        call(HypFunction.TIMER_SET_CNTVOFF, offset, 0);
    }

    @Override
    public long readVmcr() {
        return call(HypFunction.VGIC_READ_VMCR, 0, 0);
    }

    @Override
    public void writeVmcr(long vmcr) {
        call(HypFunction.VGIC_WRITE_VMCR, vmcr, 0);
    }

    @Override
    public void saveAprs(long vcpu) {
        call(HypFunction.VGIC_SAVE_APRS, HostLayout.hypVa(vcpu), 0);
    }

    @Override
    public void restoreAprs(long vcpu) {
        call(HypFunction.VGIC_RESTORE_APRS, HostLayout.hypVa(vcpu), 0);
    }

    @Override
    public long readVtr() {
        return call(HypFunction.VGIC_GET_GIC_CONFIG, 0, 0);
    }

    @Override
    public void restoreVgic(long vcpu) {
        // The world switch moves them, on its way into the guest.
    }

    @Override
    public void saveVgic(long vcpu) {
        // The world switch has brought them to memory.
    }

    @Override
    public void flushIpa(long vttbr, long ipa) {
        call(HypFunction.TLB_FLUSH_VMID_IPA, vttbr, ipa);
    }

    @Override
    public void flushCpuContext(long vttbr) {
        call(HypFunction.FLUSH_CPU_CONTEXT, vttbr, 0);
    }

    @Override
    public void flushVm(long vttbr) {
        call(HypFunction.TLB_FLUSH_VMID, vttbr, 0);
    }

    @Override
    public void mdcrChanged(long mdcr) {
        // The switch writes it at the next entry.
    }

    @Override
    public RegisterName guestRegister(SysReg reg) {
        return reg; // E2H is clear, names mean what they say
    }

    @Override
    public RegisterName perCpuRegister() {
        return SysReg.TPIDR_EL1;
    }

    @Override
    public int hostTimerInterrupt() {
        return GenericTimers.EL1_PHYSICAL_PPI;
    }

    @Override
    public List<GuestTimer> directTimers() {
        return List.of(GuestTimer.VIRTUAL); // the physical one is the host's own
    }

    @Override
    public List<GuestTimer> switchedTimers() {
        return List.of();
    }

    @Override
    public Generation generation() {
        return Generation.LINUX_6_1;
    }

    @Override
    public long guestHcr() {
        return TrapValues.HCR_GUEST_FLAGS | TrapValues.HCR_GUEST_RAS;
    }

    private long call(HypFunction function, long first, long second) {
        cpu.mov(0, function.number());
        cpu.mov(1, first);
        cpu.mov(2, second);
        cpu.hvc(0);
        return cpu.x(1);
    }
}
