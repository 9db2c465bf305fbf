package splitvisor.cpu.gic;

import splitvisor.cpu.sysreg.RegisterUnit;
import splitvisor.cpu.sysreg.SysReg;

/// The system registers of a PE's CPU interface: physical (ICC_*), virtual (ICV_*) and the hypervisor's
/// control of the virtual one (ICH_*).
final class Gicv3CpuInterface implements RegisterUnit {

    private static final SysReg[] ROWS = SysReg.values();

    private final RegisterUnit[] behind = new RegisterUnit[ROWS.length];

    Gicv3CpuInterface(Gicv3 gic, int pe) {
        RegisterUnit physical = new IccRegisters(gic, pe);
        RegisterUnit virtual = new IcvRegisters(gic, pe);
        RegisterUnit hypervisor = new IchRegisters(gic, pe);
        for (SysReg row : ROWS) {
            String prefix = row.name().substring(0, 3);
            behind[row.ordinal()] =
                    switch (prefix) {
                        case "ICC" -> physical;
                        case "ICV" -> virtual;
                        case "ICH" -> hypervisor;
                        default -> null;
                    };
        }
    }

    @Override
    public long read(SysReg register) {
        return behind[register.ordinal()].read(register);
    }

    @Override
    public void write(SysReg register, long value) {
        behind[register.ordinal()].write(register, value);
    }
}
