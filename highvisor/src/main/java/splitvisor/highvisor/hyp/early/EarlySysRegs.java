package splitvisor.highvisor.hyp.early;

import java.util.List;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.Context;
import splitvisor.highvisor.hyp.RegisterNames;
import splitvisor.highvisor.hyp.SysRegState;

/// System registers in two classes: those that a VHE host shares with its guest, and the rest. Each moves whole,
/// in the order of Linux 4.5 (4.0 moved the same registers as one block). KVM: hyp/sysreg-sr.c of Linux 4.5.
public final class EarlySysRegs {

    /// Moved for the guest, and for a host that runs at EL1. KVM: __sysreg_save_state().
    public static final List<SysReg> STATE =
            List.of(
                    SysReg.VMPIDR_EL2,
                    SysReg.CSSELR_EL1,
                    SysReg.SCTLR_EL1,
                    SysReg.CPACR_EL1,
                    SysReg.TTBR0_EL1,
                    SysReg.TTBR1_EL1,
                    SysReg.TCR_EL1,
                    SysReg.ESR_EL1,
                    SysReg.AFSR0_EL1,
                    SysReg.AFSR1_EL1,
                    SysReg.FAR_EL1,
                    SysReg.MAIR_EL1,
                    SysReg.VBAR_EL1,
                    SysReg.CONTEXTIDR_EL1,
                    SysReg.AMAIR_EL1,
                    SysReg.CNTKCTL_EL1,
                    SysReg.PAR_EL1,
                    SysReg.SP_EL1,
                    SysReg.ELR_EL1,
                    SysReg.SPSR_EL1);

    /// Moved for both, besides SP_EL0. KVM: __sysreg_save_common_state().
    public static final List<SysReg> COMMON =
            List.of(
                    SysReg.ACTLR_EL1,
                    SysReg.TPIDR_EL0,
                    SysReg.TPIDRRO_EL0,
                    SysReg.TPIDR_EL1,
                    SysReg.MDSCR_EL1,
                    SysReg.ELR_EL2,
                    SysReg.SPSR_EL2);

    private final HostedCpu cpu;
    private final SysRegState sysRegs;

    public EarlySysRegs(HostedCpu cpu, RegisterNames names) {
        this.cpu = cpu;
        sysRegs = new SysRegState(cpu, names);
    }

    public void saveState(Context to) {
        sysRegs.save(STATE, to);
    }

    public void saveCommon(Context to) {
        sysRegs.save(COMMON, to);
        to.setSp(cpu.mrs(SysReg.SP_EL0));
    }

    public void restoreState(Context from) {
        sysRegs.restore(STATE, from);
    }

    public void restoreCommon(Context from) {
        sysRegs.restore(COMMON, from);
        cpu.msr(SysReg.SP_EL0, from.sp());
    }
}
