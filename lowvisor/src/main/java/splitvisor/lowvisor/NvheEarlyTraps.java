package splitvisor.lowvisor;

import static splitvisor.cpu.sysreg.SysReg.CPTR_EL2;
import static splitvisor.cpu.sysreg.SysReg.HCR_EL2;
import static splitvisor.cpu.sysreg.SysReg.HSTR_EL2;
import static splitvisor.cpu.sysreg.SysReg.MDCR_EL2;
import static splitvisor.cpu.sysreg.SysReg.VBAR_EL2;
import static splitvisor.cpu.sysreg.SysReg.VTTBR_EL2;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.hyp.TrapValues;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// What traps while the guest runs, and stage 2. FP and SIMD do not: their registers were moved. Linux 4.0 had one
/// vector table for host and guest; here VBAR_EL2 says which it is. KVM: activate_traps, activate_vm, hyp.S of
/// Linux 4.0.
final class NvheEarlyTraps {

    private final HostedCpu cpu;
    private final PerCpu perCpu;

    NvheEarlyTraps(HostedCpu cpu, PerCpu perCpu) {
        this.cpu = cpu;
        this.perCpu = perCpu;
    }

    void activate(VcpuArea vcpu) {
        cpu.path(HypPath.EARLY_ACTIVATE_TRAPS);
        cpu.msr(HCR_EL2, vcpu.get(Field.HCR_EL2));
        cpu.msr(CPTR_EL2, TrapValues.CPTR_NVHE_RES1 | TrapValues.CPTR_TTA);
        cpu.msr(HSTR_EL2, TrapValues.HSTR_GUEST);
        cpu.msr(MDCR_EL2, cpu.mrs(MDCR_EL2) & TrapValues.MDCR_HPMN | vcpu.get(Field.MDCR_EL2));
        cpu.msr(VBAR_EL2, perCpu.guestVectors());
    }

    void deactivate() {
        cpu.path(HypPath.EARLY_DEACTIVATE_TRAPS);
        cpu.msr(HCR_EL2, TrapValues.HCR_HOST_NVHE_FLAGS);
        cpu.msr(CPTR_EL2, TrapValues.CPTR_NVHE_RES1);
        cpu.msr(HSTR_EL2, 0);
        cpu.msr(MDCR_EL2, cpu.mrs(MDCR_EL2) & TrapValues.MDCR_HPMN);
        cpu.msr(VBAR_EL2, perCpu.hostVectors());
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
