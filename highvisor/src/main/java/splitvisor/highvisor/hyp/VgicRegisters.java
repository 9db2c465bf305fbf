package splitvisor.highvisor.hyp;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// What moves of the virtual CPU interface when a vCPU is loaded or put. KVM: hyp/vgic-v3-sr.c.
public final class VgicRegisters {

    private final HostedCpu cpu;

    public VgicRegisters(HostedCpu cpu) {
        this.cpu = cpu;
    }

    /// KVM: __vgic_v3_read_vmcr().
    public long readVmcr() {
        cpu.path(HypPath.READ_VMCR);
        return cpu.mrs(SysReg.ICH_VMCR_EL2);
    }

    /// KVM: __vgic_v3_write_vmcr().
    public void writeVmcr(long vmcr) {
        cpu.path(HypPath.WRITE_VMCR);
        cpu.msr(SysReg.ICH_VMCR_EL2, vmcr);
    }

    /// KVM: __vgic_v3_save_aprs(), with the five bits of preemption that ICH_VTR_EL2 reports: one
    /// register per group.
    public void saveAprs(VcpuArea vcpu) {
        cpu.path(HypPath.SAVE_APRS);
        cpu.mrs(SysReg.ICH_VTR_EL2);
        vcpu.set(Field.VGIC_AP0R0, cpu.mrs(SysReg.ICH_AP0R0_EL2));
        vcpu.set(Field.VGIC_AP1R0, cpu.mrs(SysReg.ICH_AP1R0_EL2));
    }

    /// KVM: __vgic_v3_restore_aprs().
    public void restoreAprs(VcpuArea vcpu) {
        cpu.path(HypPath.RESTORE_APRS);
        cpu.mrs(SysReg.ICH_VTR_EL2);
        cpu.msr(SysReg.ICH_AP0R0_EL2, vcpu.get(Field.VGIC_AP0R0));
        cpu.msr(SysReg.ICH_AP1R0_EL2, vcpu.get(Field.VGIC_AP1R0));
    }

    /// The guest may not touch ICC_SRE_EL1. KVM: __vgic_v3_activate_traps().
    public void activateTraps() {
        cpu.path(HypPath.VGIC_ACTIVATE_TRAPS);
        cpu.msr(SysReg.ICC_SRE_EL2, cpu.mrs(SysReg.ICC_SRE_EL2) & ~TrapValues.ICC_SRE_ENABLE);
    }

    /// KVM: __vgic_v3_deactivate_traps().
    public void deactivateTraps() {
        cpu.path(HypPath.VGIC_DEACTIVATE_TRAPS);
        cpu.msr(SysReg.ICC_SRE_EL2, cpu.mrs(SysReg.ICC_SRE_EL2) | TrapValues.ICC_SRE_ENABLE);
    }
}
