package splitvisor.cpu.sysreg;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.SynchronousException;

/// Who may use the FP and SIMD registers: CPACR_EL1, then CPTR_EL2 (Arm ARM, CheckFPAdvSIMDEnabled64).
final class FpAccess {

    /// CV = 1, COND = 0b1110.
    private static final int ISS = 0x1e0_0000;

    private static final int TRAPS_EL0 = 1;
    private static final int TRAPS_NONE = 3;

    private final Cpu cpu;

    FpAccess(Cpu cpu) {
        this.cpu = cpu;
    }

    /// Where the use would be trapped to: 0 for nowhere, 1 for EL1 (EL2 under HCR_EL2.TGE), 2 for EL2.
    int target() {
        boolean host = cpu.e2h && (cpu.el == 2 || cpu.el == 0 && cpu.tge);
        if (cpu.el < 2 && !host) {
            int fpen = fpen(SysReg.CPACR_EL1);
            if (fpen != TRAPS_NONE && !(fpen == TRAPS_EL0 && cpu.el == 1)) {
                return 1;
            }
        }
        if (cpu.e2h) {
            int fpen = fpen(SysReg.CPTR_EL2);
            boolean spared = fpen == TRAPS_EL0 && !(cpu.el == 0 && cpu.tge);
            return fpen == TRAPS_NONE || spared ? 0 : 2;
        }
        return (cpu.sys[SysReg.CPTR_EL2.ordinal()] & Cptr.TFP) != 0 ? 2 : 0;
    }

    /// A trap meant for EL1 that HCR_EL2.TGE takes to EL2 looks like an UNDEFINED instruction there (Arm ARM,
    /// AArch64.AdvSIMDFPAccessTrap).
    SynchronousException trap() {
        int target = target();
        return target == 1 && cpu.tge ? cpu.undefined() : cpu.trap(Ec.FP_ASIMD, ISS, target);
    }

    private int fpen(SysReg control) {
        return (int) (cpu.sys[control.ordinal()] >>> Cptr.FPEN_SHIFT) & 3;
    }
}
