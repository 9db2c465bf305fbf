package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HostLayout;
import splitvisor.highvisor.hyp.VcpuArea;

/// An audit of a split host's world switch, which begins with an HVC of the host kernel's: knows what that HVC found,
/// and looks into the vCPU's area, whose address it hands over.
abstract class SplitSwitchAudit extends SwitchAudit {

    private long area;
    private long hostElr;
    private long hostSpsr;

    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        if (phase() == Phase.ENTERING && taken.toEl() == 2 && Ec.of(taken.esr()) == Ec.HVC64) {
            area = HostLayout.physical(cpu.x[1]);
            hostElr = value(cpu, SysReg.ELR_EL2);
            hostSpsr = value(cpu, SysReg.SPSR_EL2);
        }
        super.exceptionTaken(cpu, taken);
    }

    /// A doubleword of the vCPU's area, as it is in memory.
    protected final long inArea(Cpu cpu, VcpuArea.Field field) {
        return cpu.memory.readRam(area + field.offset(), 3);
    }

    /// ELR_EL2 at the host's HVC.
    protected final long hostElr() {
        return hostElr;
    }

    /// SPSR_EL2 at the host's HVC.
    protected final long hostSpsr() {
        return hostSpsr;
    }
}
