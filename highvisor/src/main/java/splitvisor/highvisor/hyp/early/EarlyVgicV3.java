package splitvisor.highvisor.hyp.early;

import splitvisor.cpu.hosted.Domain;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// GICv3's part, with four list registers and one active-priority register per group. KVM: vgic-v3-switch.S of
/// Linux 4.0.
final class EarlyVgicV3 extends EarlyVgic {

    private static final SysReg[] LIST_REGISTERS = {
        SysReg.ICH_LR3_EL2, SysReg.ICH_LR2_EL2, SysReg.ICH_LR1_EL2, SysReg.ICH_LR0_EL2
    };
    private static final long SRE_ENABLE = 1 << 3;
    private static final long SRE_GUEST = 7;

    EarlyVgicV3(HostedCpu cpu) {
        super(cpu);
    }

    @Override
    void saveState(VcpuArea vcpu) {
        cpu.dsb(Domain.ST); // what the guest stored to the distributor is seen by the registers
        cpu.mrs(SysReg.ICH_HCR_EL2); // nobody needs what it counts; later kernels left it out
        vcpu.set(Field.VGIC_VMCR, cpu.mrs(SysReg.ICH_VMCR_EL2));
        vcpu.set(Field.VGIC_MISR, cpu.mrs(SysReg.ICH_MISR_EL2));
        vcpu.set(Field.VGIC_EISR, cpu.mrs(SysReg.ICH_EISR_EL2));
        vcpu.set(Field.VGIC_ELRSR, cpu.mrs(SysReg.ICH_ELRSR_EL2));
        cpu.msr(SysReg.ICH_HCR_EL2, 0);
        cpu.mrs(SysReg.ICH_VTR_EL2);
        for (int i = 0; i < LIST_REGISTERS.length; i++) {
            vcpu.set(Field.listRegister(LIST_REGISTERS.length - 1 - i), cpu.mrs(LIST_REGISTERS[i]));
        }
        vcpu.set(Field.VGIC_AP0R0, cpu.mrs(SysReg.ICH_AP0R0_EL2));
        vcpu.set(Field.VGIC_AP1R0, cpu.mrs(SysReg.ICH_AP1R0_EL2));
        cpu.msr(SysReg.ICC_SRE_EL2, cpu.mrs(SysReg.ICC_SRE_EL2) | SRE_ENABLE);
        cpu.isb(); // only then may ICC_SRE_EL1 be written
        cpu.msr(SysReg.ICC_SRE_EL1, 1);
    }

    @Override
    void restoreState(VcpuArea vcpu) {
        cpu.msr(SysReg.ICC_SRE_EL1, SRE_GUEST);
        cpu.isb(); // SRE decides what the others mean
        cpu.msr(SysReg.ICH_HCR_EL2, vcpu.get(Field.VGIC_HCR));
        cpu.msr(SysReg.ICH_VMCR_EL2, vcpu.get(Field.VGIC_VMCR));
        cpu.mrs(SysReg.ICH_VTR_EL2);
        cpu.msr(SysReg.ICH_AP1R0_EL2, vcpu.get(Field.VGIC_AP1R0));
        cpu.msr(SysReg.ICH_AP0R0_EL2, vcpu.get(Field.VGIC_AP0R0));
        for (int i = 0; i < LIST_REGISTERS.length; i++) {
            cpu.msr(LIST_REGISTERS[i], vcpu.get(Field.listRegister(LIST_REGISTERS.length - 1 - i)));
        }
        cpu.isb();
        cpu.dsb(Domain.SY); // the redistributors know before the guest looks
    }
}
