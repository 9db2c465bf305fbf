package splitvisor.cpu.sysreg;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.timer.SystemCounter;

/// The generic timers of a PE that stands alone, without a board: the counters count, the timers are storage.
final class FreeCounter implements RegisterUnit {

    private final Cpu cpu;
    private final SystemCounter counter;

    FreeCounter(Cpu cpu) {
        this.cpu = cpu;
        this.counter = new SystemCounter(cpu.profile);
    }

    @Override
    public long read(SysReg register) {
        long count = counter.count(cpu.centicycles());
        return switch (register) {
            case CNTPCT_EL0 -> count;
            case CNTVCT_EL0 -> count - offset();
            default -> cpu.sys[register.ordinal()];
        };
    }

    @Override
    public void write(SysReg register, long value) {
        cpu.sys[register.ordinal()] = value;
    }

    /// CNTVOFF_EL2, or 0 for a host (Arm ARM D11.2.2).
    private long offset() {
        boolean host = cpu.e2h && (cpu.el == 2 || cpu.el == 0 && cpu.tge);
        return host ? 0 : cpu.sys[SysReg.CNTVOFF_EL2.ordinal()];
    }
}
