package splitvisor.vhe;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.Stage2;
import splitvisor.highvisor.hyp.TrapValues;

/// Stage 2 as a VHE host switches and maintains it. The host itself is outside its reach: with E2H and
/// TGE set, stage 2 does not apply. KVM: __load_stage2(), hyp/vhe/tlb.c.
final class VheStage2 extends Stage2 {

    VheStage2(HostedCpu cpu) {
        super(cpu);
    }

    /// TLBI of EL1's regime means the host's EL2&0 while TGE is set, so TGE goes meanwhile.
    @Override
    protected long enterVmid(long vttbr) {
        long host = cpu.mrs(SysReg.VTTBR_EL2);
        cpu.msr(SysReg.VTTBR_EL2, vttbr);
        cpu.msr(SysReg.HCR_EL2, TrapValues.HCR_HOST_VHE_FLAGS & ~Hcr.TGE);
        return host;
    }

    @Override
    protected void leaveVmid(long vttbr) {
        cpu.msr(SysReg.HCR_EL2, TrapValues.HCR_HOST_VHE_FLAGS);
        cpu.msr(SysReg.VTTBR_EL2, vttbr);
    }
}
