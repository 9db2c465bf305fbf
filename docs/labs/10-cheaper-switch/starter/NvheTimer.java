package splitvisor.lowvisor;

import static splitvisor.cpu.sysreg.SysReg.CNTHCTL_EL2;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.TrapValues;

/// Access to the EL1 physical timer: it is the host's own, so guests trap on it. KVM:
/// hyp/nvhe/timer-sr.c.
final class NvheTimer {

    private final HostedCpu cpu;

    NvheTimer(HostedCpu cpu) {
        this.cpu = cpu;
    }

    /// The guest may read the counter but not use the timer.
    void enableTraps() {
        cpu.path(HypPath.TIMER_ENABLE_TRAPS);
        long cnthctl = cpu.mrs(CNTHCTL_EL2);
        cpu.msr(CNTHCTL_EL2, cnthctl & ~TrapValues.CNTHCTL_EL1PCEN | TrapValues.CNTHCTL_EL1PCTEN);
    }

    void disableTraps() {
        cpu.path(HypPath.TIMER_DISABLE_TRAPS);
        long cnthctl = cpu.mrs(CNTHCTL_EL2);
        cpu.msr(CNTHCTL_EL2, cnthctl | TrapValues.CNTHCTL_EL1PCEN | TrapValues.CNTHCTL_EL1PCTEN);
    }
}
