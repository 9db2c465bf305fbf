package splitvisor.vhe;

import static splitvisor.cpu.sysreg.SysReg.CPACR_EL1;
import static splitvisor.cpu.sysreg.SysReg.HCR_EL2;
import static splitvisor.cpu.sysreg.SysReg.HSTR_EL2;
import static splitvisor.cpu.sysreg.SysReg.MDCR_EL2;
import static splitvisor.cpu.sysreg.SysReg.PMSELR_EL0;
import static splitvisor.cpu.sysreg.SysReg.VBAR_EL1;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.hyp.TrapValues;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// What traps while the guest runs, and what while the host does. The kernel's names are EL1's and reach
/// EL2's registers: CPACR_EL1 is CPTR_EL2 in its E2H layout, VBAR_EL1 is VBAR_EL2. KVM:
/// __activate_traps(), __deactivate_traps(), hyp/vhe/switch.c.
final class VheTraps {

    private final HostedCpu cpu;
    private final PerCpu perCpu;

    VheTraps(HostedCpu cpu, PerCpu perCpu) {
        this.cpu = cpu;
        this.perCpu = perCpu;
    }

    void activate(VcpuArea vcpu) {
        cpu.path(HypPath.ACTIVATE_TRAPS);
        cpu.msr(HCR_EL2, vcpu.get(Field.HCR_EL2));
        long cpacr = cpu.mrs(CPACR_EL1) | TrapValues.CPACR_TTA;
        cpacr &= ~(TrapValues.CPACR_FPEN | TrapValues.CPACR_ZEN);
        boolean fpLoaded = vcpu.flag(VcpuArea.FP_GUEST_OWNED);
        cpu.msr(CPACR_EL1, fpLoaded ? cpacr | TrapValues.CPACR_FPEN : cpacr);
        cpu.msr(VBAR_EL1, perCpu.guestVectors());
    }

    void deactivate() {
        cpu.path(HypPath.DEACTIVATE_TRAPS);
        cpu.msr(HCR_EL2, TrapValues.HCR_HOST_VHE_FLAGS);
        cpu.msr(CPACR_EL1, TrapValues.CPACR_FPEN);
        cpu.msr(VBAR_EL1, perCpu.hostVectors());
    }

    /// Lets FP and SIMD instructions through, for guest and EL2 alike.
    void openFp() {
        cpu.msr(CPACR_EL1, cpu.mrs(CPACR_EL1) | TrapValues.CPACR_FPEN);
    }

    /// The part that can wait for the vCPU to be scheduled in. KVM: activate_traps_vhe_load().
    void load(VcpuArea vcpu) {
        cpu.path(HypPath.LOAD_TRAPS_VHE);
        cpu.msr(HSTR_EL2, TrapValues.HSTR_GUEST);
        cpu.msr(PMSELR_EL0, 0); // else PMXEVCNTR_EL0 could be undefined instead of trapped
        perCpu.enterPmu(TrapValues.PMUSERENR_GUEST);
        vcpu.set(Field.HOST_MDCR_EL2, cpu.mrs(MDCR_EL2));
        cpu.msr(MDCR_EL2, vcpu.get(Field.MDCR_EL2));
    }

    /// KVM: deactivate_traps_vhe_put().
    void put(VcpuArea vcpu) {
        cpu.path(HypPath.PUT_TRAPS_VHE);
        cpu.msr(MDCR_EL2, vcpu.get(Field.HOST_MDCR_EL2));
        cpu.msr(HSTR_EL2, 0);
        perCpu.leavePmu();
    }
}
