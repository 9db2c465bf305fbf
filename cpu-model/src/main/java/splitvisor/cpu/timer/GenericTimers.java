package splitvisor.cpu.timer;

import java.util.function.IntFunction;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.gic.InterruptLine;
import splitvisor.cpu.sysreg.Cnthctl;
import splitvisor.cpu.sysreg.RegisterUnit;
import splitvisor.cpu.sysreg.SysReg;

/// The generic timers of one PE (Arm ARM D11): EL1 physical and virtual, EL2 physical and virtual, all
/// on the one system counter, and the two event streams.
public final class GenericTimers implements RegisterUnit, EventSource {

    /// INTIDs of the four timers' interrupts, all PPIs.
    public static final int EL2_PHYSICAL_PPI = 26;
    public static final int EL1_VIRTUAL_PPI = 27;
    public static final int EL2_VIRTUAL_PPI = 28;
    public static final int EL1_PHYSICAL_PPI = 30;

    private final Cpu cpu;
    private final SystemCounter counter;
    private final GenericTimer el1Physical;
    private final GenericTimer el1Virtual;
    private final GenericTimer el2Physical;
    private final GenericTimer el2Virtual;

    /// When an interrupt changes its level, and when an event stream generates an event.
    private long due = Long.MAX_VALUE;
    private long streamDue = Long.MAX_VALUE;

    /// The timers of `cpu`, with their interrupts on the lines that `ppi` gives for an INTID.
    public GenericTimers(Cpu cpu, SystemCounter counter, IntFunction<InterruptLine> ppi) {
        this.cpu = cpu;
        this.counter = counter;
        el1Physical = timer(SysReg.CNTP_CTL_EL0, SysReg.CNTP_CVAL_EL0, ppi.apply(EL1_PHYSICAL_PPI));
        el1Virtual = timer(SysReg.CNTV_CTL_EL0, SysReg.CNTV_CVAL_EL0, ppi.apply(EL1_VIRTUAL_PPI));
        el2Physical = timer(SysReg.CNTHP_CTL_EL2, SysReg.CNTHP_CVAL_EL2, ppi.apply(EL2_PHYSICAL_PPI));
        el2Virtual = timer(SysReg.CNTHV_CTL_EL2, SysReg.CNTHV_CVAL_EL2, ppi.apply(EL2_VIRTUAL_PPI));
    }

    @Override
    public long read(SysReg register) {
        long count = counter.count(cpu.centicycles());
        long guest = count - offset();
        return switch (register) {
            case CNTPCT_EL0 -> count;
            case CNTVCT_EL0 -> offsetApplies() ? guest : count;
            case CNTP_CTL_EL0 -> el1Physical.control(count);
            case CNTP_TVAL_EL0 -> el1Physical.remaining(count);
            case CNTV_CTL_EL0 -> el1Virtual.control(guest);
            case CNTV_TVAL_EL0 -> el1Virtual.remaining(guest);
            case CNTHP_CTL_EL2 -> el2Physical.control(count);
            case CNTHP_TVAL_EL2 -> el2Physical.remaining(count);
            case CNTHV_CTL_EL2 -> el2Virtual.control(count);
            case CNTHV_TVAL_EL2 -> el2Virtual.remaining(count);
            default -> cpu.sys[register.ordinal()];
        };
    }

    @Override
    public void write(SysReg register, long value) {
        long count = counter.count(cpu.centicycles());
        long guest = count - offset();
        switch (register) {
            case CNTP_CTL_EL0 -> el1Physical.setControl(value);
            case CNTP_TVAL_EL0 -> el1Physical.setRemaining(value, count);
            case CNTV_CTL_EL0 -> el1Virtual.setControl(value);
            case CNTV_TVAL_EL0 -> el1Virtual.setRemaining(value, guest);
            case CNTHP_CTL_EL2 -> el2Physical.setControl(value);
            case CNTHP_TVAL_EL2 -> el2Physical.setRemaining(value, count);
            case CNTHV_CTL_EL2 -> el2Virtual.setControl(value);
            case CNTHV_TVAL_EL2 -> el2Virtual.setRemaining(value, count);
            default -> cpu.sys[register.ordinal()] = value;
        }
        changed();
    }

    /// A compare value, CNTVOFF_EL2, CNTKCTL_EL1 or CNTHCTL_EL2 was written in the bank.
    public void changed() {
        update(cpu.centicycles());
        cpu.timeLine.replan();
    }

    @Override
    public long due() {
        boolean canSeeEvents = !cpu.off && (!cpu.waiting || cpu.waitingForEvent);
        return canSeeEvents ? Math.min(due, streamDue) : due;
    }

    @Override
    public void happen(long now) {
        long time = Math.max(now, cpu.centicycles());
        if (streamDue <= time) {
            cpu.signalEvent();
        }
        update(time);
    }

    private void update(long now) {
        long count = counter.count(now);
        long guest = count - offset();
        el1Physical.update(count);
        el1Virtual.update(guest);
        el2Physical.update(count);
        el2Virtual.update(count);
        long soonest = sooner(el1Physical.untilChange(count), el1Virtual.untilChange(guest));
        soonest = sooner(soonest, el2Physical.untilChange(count));
        soonest = sooner(soonest, el2Virtual.untilChange(count));
        due = timeIn(soonest, count);
        long event = sooner(untilEvent(SysReg.CNTKCTL_EL1, guest), untilEvent(SysReg.CNTHCTL_EL2, count));
        streamDue = timeIn(event, count);
    }

    private long timeIn(long ticks, long count) {
        return ticks < 0 ? Long.MAX_VALUE : counter.timeOf(count + ticks);
    }

    /// In how many ticks the event stream that `register` controls generates an event: when bit EVNTI of
    /// the count changes in the direction EVNTDIR (Arm ARM D11.2.3). Negative while it is off.
    private long untilEvent(SysReg register, long view) {
        long control = cpu.sys[register.ordinal()];
        if ((control & Cnthctl.EVNTEN) == 0) {
            return -1;
        }
        long bit = 1L << ((control & Cnthctl.EVNTI) >>> 4);
        long phase = (control & Cnthctl.EVNTDIR) == 0 ? bit : 0;
        return 2 * bit - (view + phase & 2 * bit - 1);
    }

    /// CNTVOFF_EL2 does not apply to a host's own reads of the virtual count (Arm ARM D11.2.2).
    private boolean offsetApplies() {
        return !cpu.e2h || cpu.el == 1 || cpu.el == 0 && !cpu.tge;
    }

    private long offset() {
        return cpu.sys[SysReg.CNTVOFF_EL2.ordinal()];
    }

    private GenericTimer timer(SysReg control, SysReg compare, InterruptLine irq) {
        return new GenericTimer(cpu.sys, control, compare, irq);
    }

    private static long sooner(long a, long b) {
        return a < 0 ? b : b < 0 ? a : Math.min(a, b);
    }
}
