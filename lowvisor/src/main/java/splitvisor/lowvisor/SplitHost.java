package splitvisor.lowvisor;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.Generation;
import splitvisor.highvisor.hyp.Gich;
import splitvisor.highvisor.hyp.GuestEntry;
import splitvisor.highvisor.hyp.HostConfiguration;
import splitvisor.highvisor.hyp.HostLayout;
import splitvisor.highvisor.hyp.HypCalls;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.hyp.RegisterNames;
import splitvisor.highvisor.hyp.TrapValues;
import splitvisor.highvisor.hyp.VgicRegisters;
import splitvisor.highvisor.hyp.WorldSwitch;
import splitvisor.highvisor.hyp.early.EarlyGuestEntry;
import splitvisor.highvisor.hyp.early.EarlyVgic;

/// The split host: the kernel goes down to EL1, KVM's lowvisor stays at EL2.
public final class SplitHost implements HostConfiguration {

    private static final long EL1H_MASKED = 0x3c5;
    private static final long SCTLR_EL1_RES1 = 0x30d0_0800L;
    private static final long CNTHCTL_OPEN = 3;
    private static final long ICC_SRE = 0xf;
    private static final long PFR0_GIC = 0xf00_0000L;

    @Override
    public String name() {
        return "split";
    }

    @Override
    public String description() {
        return "non-VHE: lowvisor at EL2, host kernel and highvisor at EL1";
    }

    @Override
    public HypCalls attach(HostedCpu cpu, HostLayout layout, Generation generation, int gic) {
        HypStub stub = new HypStub(cpu, layout);
        cpu.cpu().hosted.register(layout.stubText(), stub);
        return generation.isEarly() ? attachEarly(cpu, layout, stub, gic) : attach(cpu, layout, stub, gic);
    }

    private static HypCalls attach(HostedCpu cpu, HostLayout layout, HypStub stub, int gic) {
        PerCpu perCpu = new PerCpu(cpu);
        GuestEntry door = new GuestEntry(cpu, perCpu);
        NvheStage2 stage2 = new NvheStage2(cpu);
        NvheVgic vgic = new NvheVgic(new VgicRegisters(cpu), gic == 3);
        WorldSwitch worldSwitch = new NvheWorldSwitch(cpu, perCpu, door, stage2, vgic);
        cpu.cpu().hosted.register(layout.hypText(), new Lowvisor(cpu, perCpu, stage2, worldSwitch));
        cpu.cpu().hosted.register(layout.guestVectors(), door);
        return new HvcCalls(cpu, stub);
    }

    private static HypCalls attachEarly(HostedCpu cpu, HostLayout layout, HypStub stub, int gic) {
        PerCpu perCpu = new PerCpu(cpu);
        EarlyGuestEntry door = new EarlyGuestEntry(cpu, perCpu, RegisterNames.NVHE);
        EarlyVgic vgic = EarlyVgic.of(cpu, gic, HostLayout.hypDevice(Gich.BASE));
        WorldSwitch worldSwitch = new NvheEarlySwitch(cpu, perCpu, door, vgic);
        cpu.cpu().hosted.register(
                layout.hypText(), new EarlyLowvisor(cpu, perCpu, new NvheStage2(cpu), worldSwitch));
        cpu.cpu().hosted.register(layout.guestVectors(), door);
        return new EarlyHvcCalls(cpu, stub);
    }

    /// KVM: init_kernel_el(), head.S and el2_setup.h, the branch without VHE.
    @Override
    public void startCpu(HostedCpu cpu, HostLayout layout) {
        cpu.msr(SysReg.HCR_EL2, TrapValues.HCR_HOST_NVHE_FLAGS);
        cpu.msr(SysReg.SCTLR_EL1, SCTLR_EL1_RES1);
        cpu.msr(SysReg.CNTHCTL_EL2, CNTHCTL_OPEN);
        cpu.msr(SysReg.CNTVOFF_EL2, 0);
        if ((cpu.mrs(SysReg.ID_AA64PFR0_EL1) & PFR0_GIC) != 0) {
            cpu.msr(SysReg.ICC_SRE_EL2, ICC_SRE);
            cpu.msr(SysReg.ICH_HCR_EL2, 0);
        }
        cpu.msr(SysReg.VPIDR_EL2, cpu.mrs(SysReg.MIDR_EL1));
        cpu.msr(SysReg.VMPIDR_EL2, cpu.mrs(SysReg.MPIDR_EL1));
        cpu.msr(SysReg.CPTR_EL2, TrapValues.CPTR_NVHE_RES1);
        cpu.msr(SysReg.HSTR_EL2, 0);
        cpu.msr(SysReg.MDCR_EL2, 0);
        cpu.msr(SysReg.VTTBR_EL2, 0);
        cpu.msr(SysReg.VBAR_EL2, layout.stubText());
        cpu.msr(SysReg.SPSR_EL2, EL1H_MASKED);
        cpu.msr(SysReg.ELR_EL2, layout.kernelText() + splitvisor.cpu.hosted.HostedTexts.ENTRY);
        cpu.eret();
    }
}
