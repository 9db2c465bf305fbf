package splitvisor.benchmarks.trace;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.SysReg;

/// The registers of a PE by number: the system registers, X0 to X30, and PSTATE as SPSR_ELx would hold it.
final class Registers {

    private static final SysReg[] SYSTEM = SysReg.values();
    private static final int X = SYSTEM.length;
    private static final int PSTATE = X + 31;

    static final int COUNT = PSTATE + 1;

    private Registers() {}

    static String name(int register) {
        return register < X ? SYSTEM[register].name() : register < PSTATE ? "X" + (register - X) : "PSTATE";
    }

    /// The values as the PE stores them now. What lies behind a [splitvisor.cpu.sysreg.RegisterUnit] is not in
    /// them.
    static void read(Cpu cpu, long[] values) {
        System.arraycopy(cpu.sys, 0, values, 0, X);
        System.arraycopy(cpu.x, 0, values, X, PSTATE - X);
        values[PSTATE] = cpu.pstate();
    }
}
