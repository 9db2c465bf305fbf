package splitvisor.cpu.timer;

import splitvisor.cpu.gic.InterruptLine;
import splitvisor.cpu.sysreg.SysReg;

/// One timer of a PE: a compare value and a control register in the PE's bank, and a level-sensitive
/// interrupt (Arm ARM D11.2.4). `view` is the count as the timer sees it, its offset subtracted.
final class GenericTimer {

    private static final int ENABLE = 1;
    private static final int IMASK = 2;
    private static final int ISTATUS = 4;

    private final long[] sys;
    private final int control;
    private final int compare;
    private final InterruptLine irq;

    GenericTimer(long[] sys, SysReg control, SysReg compare, InterruptLine irq) {
        this.sys = sys;
        this.control = control.ordinal();
        this.compare = compare.ordinal();
        this.irq = irq;
    }

    /// CNT*_CTL. ISTATUS is 0 while the timer is disabled.
    long control(long view) {
        return sys[control] | ((sys[control] & ENABLE) != 0 && met(view) ? ISTATUS : 0);
    }

    void setControl(long value) {
        sys[control] = value & (ENABLE | IMASK);
    }

    /// CNT*_TVAL: the low 32 bits of how far the compare value is ahead.
    long remaining(long view) {
        return sys[compare] - view & 0xffff_ffffL;
    }

    void setRemaining(long value, long view) {
        sys[compare] = view + (int) value;
    }

    /// Drives the interrupt.
    void update(long view) {
        irq.set(active() && met(view));
    }

    /// In how many ticks the level of the interrupt changes by itself, when the compare value is reached or
    /// the view wraps round to zero; a negative number when that is too far to matter.
    long untilChange(long view) {
        if (!active()) {
            return -1;
        }
        long distance = met(view) ? -view : sys[compare] - view;
        return distance == 0 ? -1 : distance; // just wrapped: 2⁶⁴ ticks to go
    }

    private boolean active() {
        return (sys[control] & (ENABLE | IMASK)) == ENABLE;
    }

    /// Arm ARM, IsTimerConditionMet: both sides are unsigned.
    private boolean met(long view) {
        return Long.compareUnsigned(view, sys[compare]) >= 0;
    }
}
