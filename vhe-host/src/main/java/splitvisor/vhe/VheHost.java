package splitvisor.vhe;

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
import splitvisor.highvisor.hyp.early.EarlyGuestEntry;
import splitvisor.highvisor.hyp.early.EarlyVgic;

/// The VHE host: the kernel stays at EL2, where E2H gives it EL1's names.
public final class VheHost implements HostConfiguration {

    private static final long CNTHCTL_OPEN_E2H = 3 << 10;
    private static final long ICC_SRE = 0xf;
    private static final long PFR0_GIC = 0xf00_0000L;

    @Override
    public String name() {
        return "vhe";
    }

    @Override
    public String description() {
        return "VHE: host kernel and KVM at EL2, with HCR_EL2.E2H register redirection";
    }

    @Override
    public HypCalls attach(HostedCpu cpu, HostLayout layout, Generation generation, int gic) {
        PerCpu perCpu = new PerCpu(cpu);
        if (generation.isEarly()) {
            EarlyGuestEntry door = new EarlyGuestEntry(cpu, perCpu, RegisterNames.VHE);
            cpu.cpu().hosted.register(layout.guestVectors(), door);
            EarlyVgic vgic = EarlyVgic.of(cpu, gic, HostLayout.kernelVa(Gich.BASE));
            return new EarlyVheCalls(cpu, layout, perCpu, new VheEarlySwitch(cpu, perCpu, door, vgic));
        }
        GuestEntry door = new GuestEntry(cpu, perCpu);
        cpu.cpu().hosted.register(layout.guestVectors(), door);
        return new VheCalls(cpu, layout, perCpu, new VheWorldSwitch(cpu, perCpu, door, new VheStage2(cpu)));
    }

    /// KVM: init_kernel_el(), head.S and el2_setup.h, then finalise_el2.
    @Override
    public void startCpu(HostedCpu cpu, HostLayout layout) {
        cpu.msr(SysReg.HCR_EL2, TrapValues.HCR_HOST_VHE_FLAGS);
        cpu.isb(); // from here EL1 names reach EL2's registers
        cpu.msr(SysReg.CNTHCTL_EL2, CNTHCTL_OPEN_E2H);
        cpu.msr(SysReg.CNTVOFF_EL2, 0);
        if ((cpu.mrs(SysReg.ID_AA64PFR0_EL1) & PFR0_GIC) != 0) {
            cpu.msr(SysReg.ICC_SRE_EL2, ICC_SRE);
            cpu.msr(SysReg.ICH_HCR_EL2, 0);
        }
        cpu.msr(SysReg.VPIDR_EL2, cpu.mrs(SysReg.MIDR_EL1));
        cpu.msr(SysReg.VMPIDR_EL2, cpu.mrs(SysReg.MPIDR_EL1));
        cpu.msr(SysReg.HSTR_EL2, 0);
        cpu.msr(SysReg.MDCR_EL2, 0);
        cpu.msr(SysReg.VTTBR_EL2, 0);
    }
}
