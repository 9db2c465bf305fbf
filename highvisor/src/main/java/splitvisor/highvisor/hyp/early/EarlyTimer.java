package splitvisor.highvisor.hyp.early;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.RegisterName;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.RegisterNames;
import splitvisor.highvisor.hyp.TrapValues;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// The virtual timer, on each entry and each exit. KVM: save_timer_state, restore_timer_state, hyp.S of Linux 4.0.
public final class EarlyTimer {

    private static final long ENABLE_IMASK = 3;

    private final HostedCpu cpu;
    private final RegisterName control;
    private final RegisterName compare;

    public EarlyTimer(HostedCpu cpu, RegisterNames names) {
        this.cpu = cpu;
        control = names.guest().apply(SysReg.CNTV_CTL_EL0);
        compare = names.guest().apply(SysReg.CNTV_CVAL_EL0);
    }

    /// The guest's timer runs. The compare value goes first: an enabled timer must not fire on a stale one.
    public void restore(VcpuArea vcpu) {
        cpu.path(HypPath.EARLY_TIMER_RESTORE);
        cpu.msr(SysReg.CNTVOFF_EL2, vcpu.get(Field.CNTVOFF));
        cpu.msr(compare, vcpu.get(Field.CNTV_CVAL));
        cpu.isb();
        cpu.msr(control, vcpu.get(Field.CNTV_CTL));
    }

    /// It stops; what it stands at is for the host kernel to watch.
    public void save(VcpuArea vcpu) {
        cpu.path(HypPath.EARLY_TIMER_SAVE);
        vcpu.set(Field.CNTV_CTL, cpu.mrs(control) & ENABLE_IMASK);
        cpu.isb();
        vcpu.set(Field.CNTV_CVAL, cpu.mrs(compare));
        cpu.msr(control, 0);
        cpu.msr(SysReg.CNTVOFF_EL2, 0); // the host's virtual counter is the physical one
    }

    /// Keeps the guest off the physical timer, which in split mode is the host's own.
    public void trapPhysical() {
        long cnthctl = cpu.mrs(SysReg.CNTHCTL_EL2);
        cpu.msr(SysReg.CNTHCTL_EL2, cnthctl & ~TrapValues.CNTHCTL_EL1PCEN | TrapValues.CNTHCTL_EL1PCTEN);
    }

    /// Gives it back to the host.
    public void openPhysical() {
        long cnthctl = cpu.mrs(SysReg.CNTHCTL_EL2);
        cpu.msr(SysReg.CNTHCTL_EL2, cnthctl | TrapValues.CNTHCTL_EL1PCEN | TrapValues.CNTHCTL_EL1PCTEN);
    }
}
