package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.sysreg.SysReg;

/// Holds that a VM which never exits of its own accord does not keep the PE while another one could run: none runs
/// for longer than a few ticks on end.
final class TimeSliceAudit extends SwitchAudit {

    /// Linux's CONFIG_HZ: a tick is this part of a second.
    private static final long TICKS_PER_SECOND = 250;

    /// A slice ends with the second tick, the first of which may come at once.
    private static final long MOST_TICKS = 3;

    private long owner;
    private long since;
    private long started;

    @Override
    protected void guestEntered(Cpu cpu, boolean again, long pc) {
        long vttbr = value(cpu, SysReg.VTTBR_EL2);
        if (vttbr != owner) {
            owner = vttbr;
            since = cpu.centicycles();
            started++;
        }
    }

    @Override
    protected void guestLeft(Cpu cpu, ExceptionRecord taken) {
        long ticks = (cpu.centicycles() - since) * TICKS_PER_SECOND / 100 / cpu.profile.coreHz();
        if (ticks > MOST_TICKS && started == 1) {
            found(cpu, "the first VM has had the PE for %d ticks on end while another waits".formatted(ticks),
                    "A task's time slice ends: the tick sets need_resched, and KVM's loop looks at it before each "
                            + "entry. Linux: sched_tick(); KVM: xfer_to_guest_mode_handle_work().");
        }
    }
}
