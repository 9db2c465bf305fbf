package splitvisor.benchmarks.lab;

import java.util.List;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.cpu.sysreg.Unit;
import splitvisor.highvisor.hyp.ListRegister;

/// Holds that the list registers with which a guest is entered say of its interrupts what the architecture does.
final class ListRegisterAudit extends SwitchAudit {

    private static final List<SysReg> LIST_REGISTERS =
            List.of(SysReg.ICH_LR0_EL2, SysReg.ICH_LR1_EL2, SysReg.ICH_LR2_EL2, SysReg.ICH_LR3_EL2);
    private static final int TRACE_LINES = 14;
    private static final int PRIORITY_SHIFT = 48;
    private static final int PHYSICAL_ID_SHIFT = 32;
    private static final String MAPPED =
            "The host hears of a mapped line when it rises, and not when it falls: it is sampled anew when the guest "
                    + "has ended the interrupt, or has not taken it yet. KVM: vgic_irq_handle_resampling().";
    private static final long UNDERFLOW = ListRegister.HCR_EN | ListRegister.HCR_UIE;
    private static final long DUE = 5; // CNTV_CTL_EL0: ENABLE, ISTATUS, and not IMASK
    private static final long LATE = 50; // ticks; longer than from the last look at the timer to the entry

    private final GicModel gic = new GicModel();
    private long mark;

    @Override
    protected void guestLeft(Cpu cpu, ExceptionRecord taken) {
        mark = transcript().mark();
        gic.guestLeft(cpu, taken);
    }

    @Override
    public void sysRegRead(Cpu cpu, int encoding, SysReg reached, long value) {
        if (phase() == Phase.GUEST && reached == SysReg.ICV_IAR1_EL1) {
            gic.acknowledged((int) value);
        }
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        if (phase() == Phase.GUEST && reached == SysReg.ICV_EOIR1_EL1) {
            gic.ended((int) after);
        }
    }

    @Override
    protected void guestEntered(Cpu cpu, boolean again, long pc) {
        if (again) {
            return;
        }
        int[] holders = new int[GicModel.INTIDS];
        for (int n = 0; n < LIST_REGISTERS.size(); n++) {
            long lr = listRegister(cpu, n);
            if ((lr & ListRegister.STATE) == 0) {
                continue;
            }
            int intid = ListRegister.intid(lr);
            if (intid >= GicModel.INTIDS || holders[intid]++ > 0) {
                report(cpu, "%s holds INTID %d, as another one does".formatted(name(n), intid),
                        "An INTID is in one list register at most, else its behaviour is UNPREDICTABLE. "
                                + "Arm GIC architecture: ICH_LR<n>_EL2.vINTID.");
                return;
            }
            checkFields(cpu, n, lr, intid);
            checkState(cpu, n, lr, intid);
        }
        checkMissing(cpu, holders);
    }

    @Override
    protected void stopped(Cpu cpu) {
        checkTimer(cpu, new int[GicModel.INTIDS]);
    }

    private void checkFields(Cpu cpu, int n, long lr, int intid) {
        int priority = (int) (lr >>> PRIORITY_SHIFT) & 0xff;
        if ((lr & ListRegister.GROUP1) == 0) {
            report(cpu, "%s.Group is clear: INTID %d is in Group 1".formatted(name(n), intid),
                    "The group decides with which of IAR0 and IAR1 it is acknowledged. KVM: vgic_v3_populate_lr().");
        }
        if (priority != gic.priority[intid]) {
            report(cpu, "%s.Priority is %#x; the guest gave INTID %d the priority %#x".formatted(
                            name(n), priority, intid, gic.priority[intid]),
                    "The virtual CPU interface chooses by the list registers' priorities. "
                            + "KVM: vgic_v3_populate_lr(), ICH_LR_PRIORITY_SHIFT.");
        }
        boolean hardware = (lr & ListRegister.HW) != 0;
        if (hardware != (intid == GicModel.TIMER)) {
            report(cpu, "%s.HW is %s for INTID %d".formatted(name(n), hardware ? "set" : "clear", intid),
                    "With HW the end of the virtual interrupt deactivates the physical one of pINTID, and without "
                            + "it the timer's stays active and never comes again. KVM: vgic_v3_populate_lr(), "
                            + "irq->hw.");
        } else if (hardware && (lr >>> PHYSICAL_ID_SHIFT & 0x1fff) != GicModel.TIMER) {
            report(cpu, "%s.pINTID is %d; the timer's physical interrupt is %d".formatted(
                            name(n), lr >>> PHYSICAL_ID_SHIFT & 0x1fff, GicModel.TIMER),
                    "The end of the virtual interrupt deactivates the physical one that is named here. "
                            + "KVM: vgic_v3_populate_lr(), irq->hwintid.");
        } else if (!hardware) {
            checkEoi(cpu, n, (lr & ListRegister.EOI) != 0, intid);
        }
    }

    private void checkEoi(Cpu cpu, int n, boolean eoi, int intid) {
        if (eoi && gic.edge[intid]) {
            report(cpu, "%s.EOI is set for INTID %d, an edge: its end costs an exit".formatted(name(n), intid),
                    "The end of an edge tells the host nothing that it needs: the guest ends it alone. "
                            + "KVM: vgic_v3_populate_lr(), ICH_LR_EOI for levels only.");
        } else if (!eoi && !gic.edge[intid]) {
            report(cpu, "%s.EOI is clear for INTID %d, a level: nobody learns that the guest has ended it".formatted(
                            name(n), intid),
                    "The line may still be high then, and the interrupt has to come again: its end is a maintenance "
                            + "interrupt. KVM: vgic_v3_populate_lr(), ICH_LR_EOI.");
        }
    }

    private void checkState(Cpu cpu, int n, long lr, int intid) {
        boolean pending = (lr & ListRegister.PENDING) != 0;
        boolean active = (lr & ListRegister.ACTIVE) != 0;
        if (active != gic.active[intid]) {
            report(cpu, "%s.State has INTID %d %s; the guest has %s it".formatted(name(n), intid,
                            active ? "active" : "not active",
                            gic.active[intid] ? "acknowledged and not ended" : "ended"),
                    "What the guest has acknowledged is active until it ends it, whatever exits lie between. "
                            + "KVM: vgic_v3_populate_lr(), vgic_v3_fold_lr_state(), irq->active.");
        }
        if (intid == GicModel.TIMER && pending && cpu.timers.read(SysReg.CNTV_CTL_EL0) != DUE) {
            report(cpu, "%s.State has INTID %d pending, and the timer's line is low".formatted(name(n), intid), MAPPED);
        } else if (pending && active && !gic.edge[intid]) {
            report(cpu, "%s.State has INTID %d, a level, pending and active".formatted(name(n), intid),
                    "While a level is active its line is looked at when it ends, by the host or, with HW, by the "
                            + "physical distributor; then it may be pending again. KVM: vgic_v3_populate_lr(), "
                            + "allow_pending.");
        } else if (intid != GicModel.TIMER && pending && !(gic.isPending(intid) && (gic.enabled[intid] || active))) {
            report(cpu, "%s.State has INTID %d pending, and %s".formatted(name(n), intid,
                            gic.isPending(intid) ? "the guest has disabled it" : gic.edge[intid]
                                    ? "nothing has made it so since the guest acknowledged it" : "its line is low"),
                    gic.edge[intid]
                            ? "An edge comes once: it leaves the distributor when it enters a list register, and "
                                    + "returns if the guest has not seen it. KVM: vgic_v3_populate_lr(), "
                                    + "irq->pending_latch."
                            : "A level is pending while its line is high, or until software's word for it was "
                                    + "acknowledged. KVM: irq_is_pending(), vgic_v3_fold_lr_state().");
        } else if (!pending && active && gic.edge[intid] && gic.latch[intid]) {
            report(cpu, "%s.State has INTID %d active; it is pending again as well".formatted(name(n), intid),
                    "An edge that comes while the interrupt is active is not lost: the list register holds both. "
                            + "KVM: vgic_v3_populate_lr(), vgic_v3_fold_lr_state().");
        }
    }

    /// What is in no list register has to have a reason: more urgent ones are in all of them, and an exit will come.
    private void checkMissing(Cpu cpu, int[] holders) {
        long free = 0;
        boolean waiting = false;
        for (int n = 0; n < LIST_REGISTERS.size(); n++) {
            free += (listRegister(cpu, n) & ListRegister.STATE) == 0 ? 1 : 0;
        }
        for (int intid = 0; intid < GicModel.INTIDS; intid++) {
            if (holders[intid] == 0 && gic.needsAttention(intid)) {
                waiting = true;
                checkWaiting(cpu, intid, free > 0);
            }
        }
        boolean underflow = (value(cpu, SysReg.ICH_HCR_EL2) & UNDERFLOW) == UNDERFLOW;
        if (waiting && !underflow) {
            report(cpu, "interrupts wait for a list register, and ICH_HCR_EL2.UIE is clear: no exit will make room",
                    "When more wait than fit, the guest is to be left when it runs out of them. "
                            + "KVM: vgic_flush_lr_state(), vgic_set_underflow().");
        } else if (!waiting && underflow) {
            report(cpu, "ICH_HCR_EL2.UIE is set and no interrupt waits: the guest is left for nothing, again and again",
                    "UIE interrupts whenever at most one list register is in use: it goes when all fit. "
                            + "KVM: vgic_v3_fold_lr_state(), ICH_HCR_UIE.");
        }
        checkTimer(cpu, holders);
    }

    private void checkWaiting(Cpu cpu, int intid, boolean free) {
        String state = gic.active[intid] ? "active" : "pending";
        if (free) {
            report(cpu, "INTID %d is %s and in no list register, though one is free".formatted(intid, state),
                    "What was made pending is delivered; what was folded back goes in again at the next entry. "
                            + "KVM: vgic_flush_lr_state(), vgic_v3_fold_lr_state().");
            return;
        }
        for (int n = 0; n < LIST_REGISTERS.size(); n++) {
            int held = ListRegister.intid(listRegister(cpu, n));
            if (gic.active[intid] && !gic.active[held]
                    || !gic.active[held] && gic.priority[held] > gic.priority[intid]) {
                report(cpu, "INTID %d, %s with priority %#x, waits, and %s holds INTID %d with priority %#x".formatted(
                                intid, state, gic.priority[intid], name(n), held, gic.priority[held]),
                        "Active ones first, then the most urgent: the smaller value is the higher priority. "
                                + "KVM: vgic_sort_ap_list(), vgic_irq_cmp().");
                return;
            }
        }
    }

    /// The timer's line rises by itself, and is on its way to the host for a while.
    private void checkTimer(Cpu cpu, int[] holders) {
        boolean held = holders[GicModel.TIMER] > 0 || gic.active[GicModel.TIMER];
        boolean due = cpu.timers.read(SysReg.CNTV_CTL_EL0) == DUE && gic.enabled[GicModel.TIMER];
        long late = cpu.timers.read(SysReg.CNTPCT_EL0) - value(cpu, SysReg.CNTVOFF_EL2)
                - value(cpu, SysReg.CNTV_CVAL_EL0);
        if (due && !held && late > LATE) {
            report(cpu, "the virtual timer is due since %d ticks, and INTID %d is in no list register".formatted(
                            late, GicModel.TIMER), MAPPED);
        }
    }

    private static long listRegister(Cpu cpu, int n) {
        return cpu.units[Unit.GIC.ordinal()].read(LIST_REGISTERS.get(n));
    }

    private static String name(int n) {
        return LIST_REGISTERS.get(n).assemblyName();
    }

    private void report(Cpu cpu, String what, String rule) {
        List<String> trace = transcript().since(
                mark, line -> line.contains("ICH_") || line.contains("-->") || line.contains("<--"), TRACE_LINES);
        inspection().found(cpu, trace, what, rule);
    }
}
