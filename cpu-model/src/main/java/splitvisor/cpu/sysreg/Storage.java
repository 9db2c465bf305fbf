package splitvisor.cpu.sysreg;

import splitvisor.cpu.Cpu;

/// Registers of a unit that this PE lacks: they keep what is written.
final class Storage implements RegisterUnit {

    private final Cpu cpu;

    Storage(Cpu cpu) {
        this.cpu = cpu;
    }

    @Override
    public long read(SysReg register) {
        return cpu.sys[register.ordinal()];
    }

    @Override
    public void write(SysReg register, long value) {
        cpu.sys[register.ordinal()] = value;
    }
}
