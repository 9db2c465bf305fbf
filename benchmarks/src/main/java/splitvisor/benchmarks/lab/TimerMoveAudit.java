package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.kernel.KernelPath;

/// Holds that nothing interrupts the kernel while a guest's timer moves between the PE and memory.
final class TimerMoveAudit extends SwitchAudit {

    /// What moves it now: `load`, `put`, or null.
    private String mover;

    @Override
    public void path(Cpu cpu, CodePath path) {
        super.path(cpu, path);
        if (path instanceof KernelPath where) {
            mover = switch (where) {
                case VCPU_LOAD -> "load";
                case VCPU_PUT -> "put";
                case LOAD_DONE, PUT_DONE -> null;
                default -> mover;
            };
        }
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        if (mover != null && reached == SysReg.CNTV_CTL_EL0 && phase() == Phase.HOST && !masksInterrupts(cpu)) {
            found(cpu, "%s moves the virtual timer with interrupts unmasked: PSTATE.I is 0".formatted(mover),
                    "The timer's own interrupt may come as soon as it is enabled, and until it is disabled: its "
                            + "handler must not find a timer that is half in memory. KVM: timer_restore_state(), "
                            + "timer_save_state(), local_irq_save().");
        }
    }
}
