package splitvisor.cpu.mmu;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.SysReg;

/// The translation regimes of a machine without EL3 (Arm ARM D8.1.2), each with the registers that
/// control its stage 1.
public enum Regime {
    /// EL1 and EL0 of a guest or of a host at EL1; the only one with a stage 2.
    EL10(SysReg.SCTLR_EL1, SysReg.TCR_EL1, SysReg.TTBR0_EL1, SysReg.TTBR1_EL1, SysReg.MAIR_EL1),

    /// EL2 with HCR_EL2.E2H 0: one privilege level, one address range.
    EL2(SysReg.SCTLR_EL2, SysReg.TCR_EL2, SysReg.TTBR0_EL2, SysReg.TTBR1_EL2, SysReg.MAIR_EL2),

    /// EL2 with HCR_EL2.E2H 1, and EL0 with TGE 1 as well.
    EL20(SysReg.SCTLR_EL2, SysReg.TCR_EL2, SysReg.TTBR0_EL2, SysReg.TTBR1_EL2, SysReg.MAIR_EL2);

    final int sctlr;
    final int tcr;
    final int ttbr0;
    final int ttbr1;
    final int mair;

    Regime(SysReg sctlr, SysReg tcr, SysReg ttbr0, SysReg ttbr1, SysReg mair) {
        this.sctlr = sctlr.ordinal();
        this.tcr = tcr.ordinal();
        this.ttbr0 = ttbr0.ordinal();
        this.ttbr1 = ttbr1.ordinal();
        this.mair = mair.ordinal();
    }

    /// The regime that translates for the given EL.
    static Regime of(Cpu cpu, int el) {
        if (el == 2) {
            return cpu.e2h ? EL20 : EL2;
        }
        return el == 0 && cpu.e2h && cpu.tge ? EL20 : EL10;
    }

    /// Whether EL0 belongs to the regime, hence two privilege levels, two address ranges and ASIDs.
    boolean hasEl0() {
        return this != EL2;
    }
}
