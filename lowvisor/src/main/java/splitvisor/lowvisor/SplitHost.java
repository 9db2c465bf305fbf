package splitvisor.lowvisor;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.GuestEntry;
import splitvisor.highvisor.hyp.HostConfiguration;
import splitvisor.highvisor.hyp.HostLayout;
import splitvisor.highvisor.hyp.HypCalls;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.hyp.TrapValues;

/// The split host: the kernel goes down to EL1, KVM's lowvisor stays at EL2.
public final class SplitHost implements HostConfiguration {

    private static final long EL1H_MASKED = 0x3c5;
    private static final long SCTLR_EL1_RES1 = 0x30d0_0800L;
    private static final long CNTHCTL_OPEN = 3;
    private static final long ICC_SRE = 0xf;

    @Override
    public String name() {
        return "split";
    }

    @Override
    public String description() {
        return "non-VHE: lowvisor at EL2, host kernel and highvisor at EL1";
    }

    @Override
    public HypCalls attach(HostedCpu cpu, HostLayout layout) {
        PerCpu perCpu = new PerCpu(cpu);
        GuestEntry door = new GuestEntry(cpu, perCpu);
        HypStub stub = new HypStub(cpu, layout);
        cpu.cpu().hosted.register(layout.stubText(), stub);
        cpu.cpu().hosted.register(layout.hypText(), new Lowvisor(cpu, perCpu, door));
        cpu.cpu().hosted.register(layout.guestVectors(), door);
        return new HvcCalls(cpu, stub);
    }

    /// KVM: init_kernel_el(), head.S and el2_setup.h, the branch without VHE.
    @Override
    public void startCpu(HostedCpu cpu, HostLayout layout) {
        cpu.msr(SysReg.HCR_EL2, TrapValues.HCR_HOST_NVHE_FLAGS);
        cpu.msr(SysReg.SCTLR_EL1, SCTLR_EL1_RES1);
        cpu.msr(SysReg.CNTHCTL_EL2, CNTHCTL_OPEN);
        cpu.msr(SysReg.CNTVOFF_EL2, 0);
        cpu.msr(SysReg.ICC_SRE_EL2, ICC_SRE);
        cpu.msr(SysReg.ICH_HCR_EL2, 0);
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
