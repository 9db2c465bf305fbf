package splitvisor.cpu.sysreg;

import splitvisor.cpu.Cpu;

/// ISR_EL1: which interrupts are pending for this EL, whatever PSTATE masks (Arm ARM D19.2.66). At EL1, where
/// HCR_EL2.{AMO,IMO,FMO} hand an interrupt to EL2, it shows the virtual one instead.
final class InterruptStatus implements RegisterUnit {

    private static final long A = 1L << 8;
    private static final long I = 1L << 7;
    private static final long F = 1L << 6;

    private final Cpu cpu;

    InterruptStatus(Cpu cpu) {
        this.cpu = cpu;
    }

    @Override
    public long read(SysReg register) {
        long hcr = cpu.sys[SysReg.HCR_EL2.ordinal()];
        long virtual = cpu.el == 1 ? hcr : 0;
        boolean serror = (virtual & Hcr.AMO) != 0 ? (hcr & Hcr.VSE) != 0 : cpu.serror;
        boolean irq = (virtual & Hcr.IMO) != 0 ? cpu.virqLine || (hcr & Hcr.VI) != 0 : cpu.irqLine;
        boolean fiq = (virtual & Hcr.FMO) != 0 ? cpu.vfiqLine || (hcr & Hcr.VF) != 0 : cpu.fiqLine;
        return (serror ? A : 0) | (irq ? I : 0) | (fiq ? F : 0);
    }

    @Override
    public void write(SysReg register, long value) {
        throw new IllegalStateException(register.name());
    }
}
