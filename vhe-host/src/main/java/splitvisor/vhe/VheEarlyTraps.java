package splitvisor.vhe;

import static splitvisor.cpu.sysreg.SysReg.CPACR_EL1;
import static splitvisor.cpu.sysreg.SysReg.HCR_EL2;
import static splitvisor.cpu.sysreg.SysReg.HSTR_EL2;
import static splitvisor.cpu.sysreg.SysReg.MDCR_EL2;
import static splitvisor.cpu.sysreg.SysReg.PMUSERENR_EL0;
import static splitvisor.cpu.sysreg.SysReg.VBAR_EL1;
import static splitvisor.cpu.sysreg.SysReg.VTTBR_EL2;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.hyp.TrapValues;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// What traps while the guest runs, and stage 2: all on each entry and each exit. KVM: __activate_traps(),
/// __activate_vm(), hyp/switch.c of Linux 4.5.
final class VheEarlyTraps {

    private final HostedCpu cpu;
    private final PerCpu perCpu;

    VheEarlyTraps(HostedCpu cpu, PerCpu perCpu) {
        this.cpu = cpu;
        this.perCpu = perCpu;
    }

    void activate(VcpuArea vcpu) {
        cpu.path(HypPath.EARLY_ACTIVATE_TRAPS);
        cpu.msr(HCR_EL2, vcpu.get(Field.HCR_EL2));
        cpu.msr(HSTR_EL2, TrapValues.HSTR_GUEST);
        cpu.msr(PMUSERENR_EL0, TrapValues.PMUSERENR_GUEST);
        cpu.msr(MDCR_EL2, vcpu.get(Field.MDCR_EL2));
        cpu.msr(CPACR_EL1, (cpu.mrs(CPACR_EL1) | TrapValues.CPACR_TTA) & ~TrapValues.CPACR_FPEN);
        cpu.msr(VBAR_EL1, perCpu.guestVectors());
    }

    void deactivate() {
        cpu.path(HypPath.EARLY_DEACTIVATE_TRAPS);
        cpu.msr(HCR_EL2, TrapValues.HCR_HOST_VHE_FLAGS);
        cpu.msr(CPACR_EL1, TrapValues.CPACR_FPEN);
        cpu.msr(VBAR_EL1, perCpu.hostVectors());
        cpu.msr(HSTR_EL2, 0);
        cpu.msr(MDCR_EL2, cpu.mrs(MDCR_EL2) & TrapValues.MDCR_HPMN);
        cpu.msr(PMUSERENR_EL0, 0);
    }

    /// Lets FP and SIMD instructions through, for guest and EL2 alike.
    void openFp() {
        cpu.msr(CPACR_EL1, cpu.mrs(CPACR_EL1) | TrapValues.CPACR_FPEN);
    }

    /// KVM: __fpsimd_enabled_vhe().
    boolean isFpOpen() {
        return (cpu.mrs(CPACR_EL1) & TrapValues.CPACR_FPEN) != 0;
    }

    void loadStage2(VcpuArea vcpu) {
        cpu.path(HypPath.EARLY_ACTIVATE_VM);
        cpu.msr(VTTBR_EL2, vcpu.get(Field.VTTBR_EL2));
    }

    void loadHostStage2() {
        cpu.path(HypPath.EARLY_DEACTIVATE_VM);
        cpu.msr(VTTBR_EL2, 0);
    }
}
