package splitvisor.cpu.sysreg;

import splitvisor.cpu.Cpu;

/// Identification registers whose value depends on the PE or on who asks.
final class Identification implements RegisterUnit {

    private static final int INSTRUCTION = 1;
    private static final int LEVEL_2 = 2;

    private final Cpu cpu;

    Identification(Cpu cpu) {
        this.cpu = cpu;
    }

    @Override
    public long read(SysReg register) {
        return switch (register) {
            case ID_AA64PFR0_EL1 -> IdValues.PFR0 | (cpu.units[Unit.GIC.ordinal()] != null ? IdValues.PFR0_GIC : 0);
            case CCSIDR_EL1 -> cacheSize((int) cpu.sys[SysReg.CSSELR_EL1.ordinal()]);
            case DCZID_EL0 -> IdValues.DCZID | (zvaProhibited() ? IdValues.DCZID_DZP : 0);
            case RVBAR_EL2 -> 0;
            default -> throw new IllegalStateException(register.name());
        };
    }

    @Override
    public void write(SysReg register, long value) {
        throw new IllegalStateException(register.name());
    }

    /// CCSIDR_EL1 for the cache that CSSELR_EL1 selects: level in bits 3 to 1, instruction in bit 0.
    private static long cacheSize(int selector) {
        return switch (selector) {
            case 0, INSTRUCTION -> IdValues.CCSIDR_L1;
            case LEVEL_2 -> IdValues.CCSIDR_L2;
            default -> 0;
        };
    }

    /// DCZID_EL0.DZP: DC ZVA would be trapped here.
    private boolean zvaProhibited() {
        boolean host = cpu.e2h && (cpu.el == 2 || cpu.el == 0 && cpu.tge);
        SysReg sctlr = host ? SysReg.SCTLR_EL2 : SysReg.SCTLR_EL1;
        boolean byKernel = cpu.el == 0 && (cpu.sys[sctlr.ordinal()] & Sctlr.DZE) == 0;
        boolean byHypervisor = cpu.el < 2 && !host && (cpu.sys[SysReg.HCR_EL2.ordinal()] & Hcr.TDZ) != 0;
        return byKernel || byHypervisor;
    }
}
