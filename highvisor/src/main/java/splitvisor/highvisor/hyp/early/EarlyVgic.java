package splitvisor.highvisor.hyp.early;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.VcpuArea;

/// The virtual CPU interface, all of it on each entry and each exit, in use or not, and with it the routing of
/// physical interrupts. KVM: save_vgic_state, restore_vgic_state, hyp.S of Linux 4.0.
public abstract class EarlyVgic {

    private static final long INTERRUPT_OVERRIDE = Hcr.FMO | Hcr.IMO;

    /// The PE that moves it.
    protected final HostedCpu cpu;

    EarlyVgic(HostedCpu cpu) {
        this.cpu = cpu;
    }

    /// The one for a GIC of the given version.
    ///
    /// @param gich where EL2 finds the GICH frame of a GICv2
    public static EarlyVgic of(HostedCpu cpu, int version, long gich) {
        return version == 2 ? new EarlyVgicV2(cpu, gich) : new EarlyVgicV3(cpu);
    }

    public final void restore(VcpuArea vcpu) {
        cpu.path(HypPath.EARLY_VGIC_RESTORE);
        cpu.msr(SysReg.HCR_EL2, cpu.mrs(SysReg.HCR_EL2) | INTERRUPT_OVERRIDE);
        restoreState(vcpu);
    }

    public final void save(VcpuArea vcpu) {
        cpu.path(HypPath.EARLY_VGIC_SAVE);
        saveState(vcpu);
        cpu.msr(SysReg.HCR_EL2, cpu.mrs(SysReg.HCR_EL2) & ~INTERRUPT_OVERRIDE);
    }

    abstract void restoreState(VcpuArea vcpu);

    abstract void saveState(VcpuArea vcpu);
}
