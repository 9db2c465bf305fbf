package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.Mdcr;
import splitvisor.cpu.sysreg.SysReg;

/// Arms traps that KVM leaves alone, while a guest runs and no longer, so that code for them is executed: with
/// HCR_EL2.TRVM reads of the virtual-memory registers trap as their writes do, and with MDCR_EL2.TDE a BRK goes to EL2,
/// where this host knows no such exception class.
///
/// Alone among the audits it changes the machine: there is no guest that gets there otherwise.
final class ArmedTraps extends Audit {

    private long hcr;
    private long mdcr;
    private boolean armed;

    @Override
    public void exceptionReturn(Cpu cpu, int fromEl, int toEl, long pc) {
        long now = cpu.sys[SysReg.HCR_EL2.ordinal()];
        if (fromEl == 2 && toEl < 2 && (now & Hcr.VM) != 0) {
            hcr = now;
            mdcr = cpu.sys[SysReg.MDCR_EL2.ordinal()];
            set(cpu, hcr | Hcr.TRVM, mdcr | Mdcr.TDE);
            armed = true;
        }
    }

    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        if (armed && taken.toEl() == 2) {
            set(cpu, hcr, mdcr);
            armed = false;
        }
    }

    private static void set(Cpu cpu, long hcr, long mdcr) {
        cpu.sys[SysReg.HCR_EL2.ordinal()] = hcr;
        cpu.sys[SysReg.MDCR_EL2.ordinal()] = mdcr;
        cpu.regimeChanged();
    }
}
