package splitvisor.highvisor.hyp;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// The virtual CPU interface: what moves when a vCPU is loaded or put, and what on each way into the guest
/// and back. KVM: hyp/vgic-v3-sr.c.
public final class VgicRegisters {

    private static final SysReg[] LIST_REGISTERS = {
        SysReg.ICH_LR0_EL2, SysReg.ICH_LR1_EL2, SysReg.ICH_LR2_EL2, SysReg.ICH_LR3_EL2
    };

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

    /// KVM: __vgic_v3_get_gic_config(), as far as nothing of GICv2 is to be found out.
    public long readVtr() {
        cpu.path(HypPath.GET_GIC_CONFIG);
        return cpu.mrs(SysReg.ICH_VTR_EL2);
    }

    /// After the guest: its list registers go to memory and the interface off; without any in use there is
    /// nothing to do. An entry that ICH_ELRSR_EL2 shows free has just lost its state and needs no read. KVM:
    /// __vgic_v3_save_state().
    public void saveState(VcpuArea vcpu) {
        cpu.path(HypPath.VGIC_SAVE_STATE);
        long used = vcpu.get(Field.VGIC_USED_LRS);
        if (used == 0) {
            return;
        }
        cpu.path(HypPath.VGIC_SAVE_USED);
        long free = cpu.mrs(SysReg.ICH_ELRSR_EL2);
        cpu.msr(SysReg.ICH_HCR_EL2, vcpu.get(Field.VGIC_HCR) & ~ListRegister.HCR_EN);
        for (int n = 0; n < used; n++) {
            Field slot = Field.listRegister(n);
            if ((free >>> n & 1) != 0) {
                vcpu.set(slot, vcpu.get(slot) & ~ListRegister.STATE);
            } else {
                cpu.path(HypPath.VGIC_READ_LR);
                vcpu.set(slot, cpu.mrs(LIST_REGISTERS[n]));
            }
            cpu.path(HypPath.VGIC_SAVE_LR);
            cpu.msr(LIST_REGISTERS[n], 0);
        }
    }

    /// Before the guest. KVM: __vgic_v3_restore_state().
    public void restoreState(VcpuArea vcpu) {
        cpu.path(HypPath.VGIC_RESTORE_STATE);
        long used = vcpu.get(Field.VGIC_USED_LRS);
        if (used == 0) {
            return;
        }
        cpu.path(HypPath.VGIC_RESTORE_USED);
        cpu.msr(SysReg.ICH_HCR_EL2, vcpu.get(Field.VGIC_HCR));
        for (int n = 0; n < used; n++) {
            cpu.path(HypPath.VGIC_RESTORE_LR);
            cpu.msr(LIST_REGISTERS[n], vcpu.get(Field.listRegister(n)));
        }
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
