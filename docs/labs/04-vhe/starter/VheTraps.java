package splitvisor.vhe;

import static splitvisor.cpu.sysreg.SysReg.CPACR_EL1;
import static splitvisor.cpu.sysreg.SysReg.HSTR_EL2;
import static splitvisor.cpu.sysreg.SysReg.MDCR_EL2;
import static splitvisor.cpu.sysreg.SysReg.PMSELR_EL0;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.hyp.TrapValues;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// What traps while the guest runs, and what while the host does: two methods are yours to write. The kernel's names
/// are EL1's and reach EL2's registers: CPACR_EL1 is CPTR_EL2 in its E2H layout, VBAR_EL1 is VBAR_EL2. KVM:
/// __activate_traps(), __deactivate_traps(), hyp/vhe/switch.c.
final class VheTraps {

    private final HostedCpu cpu;
    private final PerCpu perCpu;

    VheTraps(HostedCpu cpu, PerCpu perCpu) {
        this.cpu = cpu;
        this.perCpu = perCpu;
    }

    /// HCR_EL2 as the vCPU's area has it; CPACR_EL1 with TTA, without ZEN, and with FPEN only if the FP registers hold
    /// the guest's values; the vectors for the guest.
    void activate(VcpuArea vcpu) {
        throw new UnsupportedOperationException("activate the traps: decide what the guest may do by itself");
    }

    /// What the host has: HCR_HOST_VHE_FLAGS, FP open, its own vectors.
    void deactivate() {
        throw new UnsupportedOperationException("deactivate the traps: the host may do everything");
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
