package splitvisor.cpu.sysreg;

import splitvisor.cpu.Cpu;

/// The debug registers that do more than keep a value: the OS lock and the claim tags.
final class DebugState implements RegisterUnit {

    /// OSLSR_EL1.OSLK.
    static final long OSLK = 2;

    private static final long CLAIM_TAGS = 0xff;

    private final Cpu cpu;
    private final long[] sys;

    DebugState(Cpu cpu) {
        this.cpu = cpu;
        this.sys = cpu.sys;
    }

    @Override
    public long read(SysReg register) {
        return switch (register) {
            case DBGCLAIMSET_EL1 -> CLAIM_TAGS; // RAO: which tags exist
            case DBGCLAIMCLR_EL1 -> sys[register.ordinal()];
            default -> throw new IllegalStateException(register.name());
        };
    }

    @Override
    public void write(SysReg register, long value) {
        int tags = SysReg.DBGCLAIMCLR_EL1.ordinal();
        switch (register) {
            case DBGCLAIMSET_EL1 -> sys[tags] |= value;
            case DBGCLAIMCLR_EL1 -> sys[tags] &= ~value;
            case OSLAR_EL1 -> {
                int status = SysReg.OSLSR_EL1.ordinal();
                sys[status] = (value & 1) != 0 ? sys[status] | OSLK : sys[status] & ~OSLK;
                cpu.attention = true;
            }
            default -> throw new IllegalStateException(register.name());
        }
    }
}
