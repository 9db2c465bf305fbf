package splitvisor.lowvisor;

import static splitvisor.cpu.sysreg.SysReg.CPTR_EL2;
import static splitvisor.cpu.sysreg.SysReg.HCR_EL2;
import static splitvisor.cpu.sysreg.SysReg.MDCR_EL2;
import static splitvisor.cpu.sysreg.SysReg.VBAR_EL2;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.hyp.TrapValues;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// HSTR_EL2 traps only AArch32's registers, of which there are none here, and under MDCR_EL2.TPM each access to the
/// PMU traps whatever PMUSERENR_EL0 says: neither is touched. The host's MDCR_EL2 is what it was set to at boot.
///
/// What traps while the guest runs, and what while the host does. KVM: __activate_traps(),
/// __deactivate_traps(), hyp/nvhe/switch.c.
final class NvheTraps {

    private static final long GUEST_CPTR = TrapValues.CPTR_NVHE_RES1 | TrapValues.CPTR_TTA;

    private final HostedCpu cpu;
    private final PerCpu perCpu;

    NvheTraps(HostedCpu cpu, PerCpu perCpu) {
        this.cpu = cpu;
        this.perCpu = perCpu;
    }

    void activate(VcpuArea vcpu) {
        cpu.path(HypPath.ACTIVATE_TRAPS);
        cpu.msr(HCR_EL2, vcpu.get(Field.HCR_EL2));
        cpu.msr(MDCR_EL2, vcpu.get(Field.MDCR_EL2));
        boolean fpLoaded = vcpu.flag(VcpuArea.FP_GUEST_OWNED);
        cpu.msr(CPTR_EL2, fpLoaded ? GUEST_CPTR : GUEST_CPTR | TrapValues.CPTR_TFP);
        cpu.msr(VBAR_EL2, perCpu.guestVectors());
    }

    void deactivate(VcpuArea vcpu) {
        cpu.path(HypPath.DEACTIVATE_TRAPS);
        cpu.msr(MDCR_EL2, 0);
        long hostVectors = perCpu.hostVectors();
        cpu.msr(HCR_EL2, TrapValues.HCR_HOST_NVHE_FLAGS);
        cpu.msr(CPTR_EL2, TrapValues.CPTR_NVHE_RES1);
        cpu.msr(VBAR_EL2, hostVectors);
    }

    /// Lets FP and SIMD instructions through, for guest and EL2 alike.
    void openFp() {
        cpu.msr(CPTR_EL2, GUEST_CPTR);
    }
}
