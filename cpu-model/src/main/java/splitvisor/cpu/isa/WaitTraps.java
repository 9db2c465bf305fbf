package splitvisor.cpu.isa;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

/// The traps of WFI and WFE, which apply when the instruction would really wait
/// (AArch64.CheckForWFxTrap): from EL0 to EL1, unless the SCTLR in charge allows it; from EL0 and EL1
/// to EL2, as HCR_EL2 asks.
final class WaitTraps {

    /// ISS of an unconditional instruction: CV and COND = AL; TI in bit 0 tells WFE from WFI.
    private static final int ISS = 1 << 24 | 0xe << 20;

    private static final long SCTLR_NTWI = 1L << 16;
    private static final long SCTLR_NTWE = 1L << 18;

    private WaitTraps() {}

    static void check(Cpu cpu, boolean event) {
        boolean inHost = cpu.e2h && cpu.tge;
        int iss = ISS | (event ? 1 : 0);
        if (cpu.el == 0) {
            long sctlr = cpu.sys[(inHost ? SysReg.SCTLR_EL2 : SysReg.SCTLR_EL1).ordinal()];
            if ((sctlr & (event ? SCTLR_NTWE : SCTLR_NTWI)) == 0) {
                throw cpu.trap(Ec.WFX, iss, 1);
            }
        }
        boolean trapped = (cpu.sys[SysReg.HCR_EL2.ordinal()] & (event ? Hcr.TWE : Hcr.TWI)) != 0;
        if (cpu.el < 2 && !inHost && trapped) {
            throw cpu.trap(Ec.WFX, iss, 2);
        }
    }
}
