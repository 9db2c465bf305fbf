package splitvisor.lowvisor;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.Stage2;

/// Stage 2 as the lowvisor switches and maintains it. KVM: __load_stage2(), hyp/nvhe/tlb.c.
final class NvheStage2 extends Stage2 {

    NvheStage2(HostedCpu cpu) {
        super(cpu);
    }

    /// The host runs without stage 2; VMID 0 is its own.
    void loadHost() {
        cpu.path(HypPath.LOAD_HOST_STAGE2);
        cpu.msr(SysReg.VTTBR_EL2, 0);
    }

    @Override
    protected long enterVmid(long vttbr) {
        cpu.msr(SysReg.VTTBR_EL2, vttbr);
        return 0;
    }

    @Override
    protected void leaveVmid(long vttbr) {
        cpu.msr(SysReg.VTTBR_EL2, vttbr);
    }
}
