package splitvisor.vhe;

import java.util.List;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.hosted.PstateField;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.RegisterName;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.cpu.timer.GenericTimers;
import splitvisor.highvisor.hyp.ExitCode;
import splitvisor.highvisor.hyp.Generation;
import splitvisor.highvisor.hyp.HostLayout;
import splitvisor.highvisor.hyp.HypCalls;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.hyp.RegisterNames;
import splitvisor.highvisor.hyp.TrapValues;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VgicRegisters;
import splitvisor.highvisor.hyp.WorldSwitch;

/// No border at all: EL2's functions are the kernel's own, a call and an ISB. KVM: kvm_call_hyp() with
/// has_vhe(), kvm_host.h; __kvm_vcpu_run(), hyp/vhe/switch.c.
class VheCalls implements HypCalls {

    private static final int ALL = 0xf;
    private static final long DAIF_PROCCTX_NOIRQ = 0xc0;

    private final HostedCpu cpu;
    private final HostLayout layout;
    private final PerCpu perCpu;
    private final WorldSwitch worldSwitch;
    private final VheStage2 stage2;
    private final VheLoadPut loadPut;
    private final VgicRegisters vgic;

    VheCalls(HostedCpu cpu, HostLayout layout, PerCpu perCpu, WorldSwitch worldSwitch) {
        this.cpu = cpu;
        this.layout = layout;
        this.perCpu = perCpu;
        this.worldSwitch = worldSwitch;
        stage2 = new VheStage2(cpu);
        loadPut = new VheLoadPut(cpu, perCpu);
        vgic = new VgicRegisters(cpu);
    }

    @Override
    public void init(long area) {
        cpu.path(HypPath.HYP_INIT);
        perCpu.setHostVectors(HostLayout.kernelVa(layout.kernelText()));
        perCpu.setGuestVectors(HostLayout.kernelVa(layout.guestVectors()));
        cpu.msr(SysReg.VTCR_EL2, TrapValues.VTCR);
    }

    /// Debug exceptions and SErrors are masked too while the CPU is half guest.
    @Override
    public ExitCode vcpuRun(long vcpu) {
        cpu.path(HypPath.VCPU_RUN);
        cpu.msr(PstateField.DAIF_SET, ALL);
        ExitCode exit = worldSwitch.run(new VcpuArea(cpu, vcpu));
        cpu.path(HypPath.VCPU_RUN_RETURN);
        cpu.msr(SysReg.DAIF, DAIF_PROCCTX_NOIRQ);
        cpu.isb(); // the traps just lifted must be gone before the host goes on
        cpu.path(HypPath.CALL_RETURN);
        cpu.isb(); // where split mode has an ERET, kvm_call_hyp() synchronises like one
        return exit;
    }

    @Override
    public void vcpuLoad(long vcpu) {
        loadPut.load(new VcpuArea(cpu, vcpu));
    }

    @Override
    public void vcpuPut(long vcpu) {
        loadPut.put(new VcpuArea(cpu, vcpu));
    }

    @Override
    public void setCntvoff(long offset) {
        cpu.path(HypPath.SET_CNTVOFF);
        cpu.msr(SysReg.CNTVOFF_EL2, offset);
        synchronise();
    }

    @Override
    public long readVmcr() {
        long vmcr = vgic.readVmcr();
        synchronise();
        return vmcr;
    }

    @Override
    public void writeVmcr(long vmcr) {
        vgic.writeVmcr(vmcr);
        synchronise();
    }

    @Override
    public void saveAprs(long vcpu) {
        vgic.saveAprs(new VcpuArea(cpu, vcpu));
        synchronise();
        vgic.deactivateTraps();
    }

    @Override
    public void restoreAprs(long vcpu) {
        vgic.restoreAprs(new VcpuArea(cpu, vcpu));
        synchronise();
        vgic.activateTraps();
    }

    @Override
    public long readVtr() {
        long vtr = vgic.readVtr();
        synchronise();
        return vtr;
    }

    /// No ISB: these are the kernel's own functions, in this kernel.
    @Override
    public void restoreVgic(long vcpu) {
        vgic.restoreState(new VcpuArea(cpu, vcpu));
    }

    @Override
    public void saveVgic(long vcpu) {
        vgic.saveState(new VcpuArea(cpu, vcpu));
    }

    @Override
    public void flushIpa(long vttbr, long ipa) {
        stage2.flushIpa(vttbr, ipa);
        synchronise();
    }

    @Override
    public void flushCpuContext(long vttbr) {
        stage2.flushCpuContext(vttbr);
        synchronise();
    }

    @Override
    public void flushVm(long vttbr) {
        stage2.flushVm(vttbr);
        synchronise();
    }

    @Override
    public void mdcrChanged(long mdcr) {
        cpu.msr(SysReg.MDCR_EL2, mdcr);
    }

    @Override
    public RegisterName guestRegister(SysReg reg) {
        return RegisterNames.VHE.guest().apply(reg);
    }

    @Override
    public RegisterName perCpuRegister() {
        return SysReg.TPIDR_EL2; // E2H does not redirect thread-ID registers; Linux patches its code
    }

    @Override
    public int hostTimerInterrupt() {
        return GenericTimers.EL2_PHYSICAL_PPI;
    }

    @Override
    public List<GuestTimer> directTimers() {
        return List.of(GuestTimer.VIRTUAL, GuestTimer.PHYSICAL); // the host's own are EL2's
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
        return TrapValues.HCR_GUEST_FLAGS | TrapValues.HCR_GUEST_RAS | Hcr.E2H;
    }

    private void synchronise() {
        cpu.isb();
    }
}
