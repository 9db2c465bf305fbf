package splitvisor.cpu.pmu;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.gic.InterruptLine;
import splitvisor.cpu.sysreg.IdValues;
import splitvisor.cpu.sysreg.Mdcr;
import splitvisor.cpu.sysreg.RegisterUnit;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.cpu.timer.EventSource;

/// The performance monitors of one PE (Arm ARM D13): six event counters and the cycle counter, with overflow
/// interrupts. Cycles are simulated ones.
///
/// Counting is lazy: events are added when someone looks, when the EL changes, or when a counter with an
/// interrupt must have overflowed. While no counter is enabled it costs a PE one test per change of EL.
public final class Pmu implements RegisterUnit, EventSource {

    /// INTID of the overflow interrupt, a PPI.
    public static final int PPI = 23;

    private static final long E = 1;
    private static final long P = 2;
    private static final long C = 4;
    private static final long WRITABLE_CONTROL = 0x69; // LC, DP, D, E
    private static final int CYCLE_BIT = PmuCounters.CYCLES;
    private static final long COUNTERS = (1 << PmuCounters.EVENTS) - 1;

    private final Cpu cpu;
    private final long[] sys;
    private final PmuCounters counters;
    private InterruptLine irq = asserted -> {};
    private boolean active;
    private long dueByCycles = Long.MAX_VALUE;
    private long dueByInstructions = Long.MAX_VALUE;

    public Pmu(Cpu cpu) {
        this.cpu = cpu;
        this.sys = cpu.sys;
        this.counters = new PmuCounters(cpu);
    }

    /// Connects the overflow interrupt.
    public void connect(InterruptLine line) {
        irq = line;
    }

    /// After a reset of the PE.
    public void reset() {
        counters.reset();
        configured();
    }

    /// The EL is about to change, or has changed: what was counted so far belongs to the old one.
    public void elChanged() {
        if (active) {
            counters.settle();
            plan();
        }
    }

    @Override
    public long read(SysReg register) {
        counters.settle();
        return switch (register) {
            case PMCR_EL0 -> sys[register.ordinal()] & WRITABLE_CONTROL | IdValues.PMCR & ~0xf800 | visible() << 11;
            case PMCNTENSET_EL0, PMCNTENCLR_EL0 -> sys[SysReg.PMCNTENSET_EL0.ordinal()] & visibleBits();
            case PMINTENSET_EL1, PMINTENCLR_EL1 -> sys[SysReg.PMINTENSET_EL1.ordinal()] & visibleBits();
            case PMOVSSET_EL0, PMOVSCLR_EL0 -> sys[SysReg.PMOVSSET_EL0.ordinal()] & visibleBits();
            case PMCEID0_EL0 -> PmuEvent.common();
            case PMCEID1_EL0 -> 0;
            case PMCCNTR_EL0 -> counters.value(CYCLE_BIT);
            case PMXEVCNTR_EL0 -> counterValue(selected());
            case PMXEVTYPER_EL0 -> type(selected());
            default -> {
                int n = eventCounter(register);
                yield n >= 0 ? counterValue(n) : isType(register) ? type(typeIndex(register)) : sys[register.ordinal()];
            }
        };
    }

    @Override
    public void write(SysReg register, long value) {
        counters.settle();
        long bits = value & visibleBits();
        switch (register) {
            case PMCR_EL0 -> writeControl(value);
            case PMCNTENSET_EL0 -> sys[SysReg.PMCNTENSET_EL0.ordinal()] |= bits;
            case PMCNTENCLR_EL0 -> sys[SysReg.PMCNTENSET_EL0.ordinal()] &= ~bits;
            case PMINTENSET_EL1 -> sys[SysReg.PMINTENSET_EL1.ordinal()] |= bits;
            case PMINTENCLR_EL1 -> sys[SysReg.PMINTENSET_EL1.ordinal()] &= ~bits;
            case PMOVSSET_EL0 -> sys[SysReg.PMOVSSET_EL0.ordinal()] |= bits;
            case PMOVSCLR_EL0 -> sys[SysReg.PMOVSSET_EL0.ordinal()] &= ~bits;
            case PMSWINC_EL0 -> counters.increment(bits);
            case PMCCNTR_EL0 -> counters.set(CYCLE_BIT, value);
            case PMXEVCNTR_EL0 -> setCounter(selected(), value);
            case PMXEVTYPER_EL0 -> setType(selected(), value);
            default -> {
                int n = eventCounter(register);
                if (n >= 0) {
                    setCounter(n, value);
                } else if (isType(register)) {
                    setType(typeIndex(register), value);
                } else {
                    sys[register.ordinal()] = value; // PMSELR_EL0
                }
            }
        }
        configured();
    }

    @Override
    public long due() {
        boolean executes = !cpu.off && !cpu.waiting;
        return executes ? Math.min(dueByCycles, dueByInstructions) : dueByCycles;
    }

    @Override
    public void happen(long now) {
        counters.settle(Math.max(now, cpu.centicycles()));
        plan();
    }

    /// MDCR_EL2 changed: which counters EL1 has, and whether EL2's count.
    public void configured() {
        active = sys[SysReg.PMCNTENSET_EL0.ordinal()] != 0
                && ((sys[SysReg.PMCR_EL0.ordinal()] & E) != 0 || (sys[SysReg.MDCR_EL2.ordinal()] & Mdcr.HPME) != 0);
        counters.settle();
        plan();
    }

    private void plan() {
        long pending = sys[SysReg.PMOVSSET_EL0.ordinal()] & sys[SysReg.PMINTENSET_EL1.ordinal()];
        irq.set((pending & counters.enabledRanges()) != 0);
        long before = due();
        long interrupts = active ? sys[SysReg.PMINTENSET_EL1.ordinal()] : 0;
        dueByCycles = counters.nextByCycles(interrupts);
        dueByInstructions = counters.nextByInstructions(interrupts);
        if (due() < before && cpu.timeLine != null) {
            cpu.timeLine.replan();
        }
    }

    private void writeControl(long value) {
        sys[SysReg.PMCR_EL0.ordinal()] = value & WRITABLE_CONTROL;
        if ((value & P) != 0) {
            for (int n = 0; n < visible(); n++) {
                counters.set(n, 0);
            }
        }
        if ((value & C) != 0) {
            counters.set(CYCLE_BIT, 0);
        }
    }

    /// How many event counters the current EL has: below EL2, MDCR_EL2.HPMN of them.
    private long visible() {
        long hpmn = sys[SysReg.MDCR_EL2.ordinal()] & Mdcr.HPMN;
        return cpu.el == 2 ? PmuCounters.EVENTS : Math.min(hpmn, PmuCounters.EVENTS);
    }

    private long visibleBits() {
        return (1L << visible()) - 1 & COUNTERS | 1L << CYCLE_BIT;
    }

    private int selected() {
        return (int) sys[SysReg.PMSELR_EL0.ordinal()] & 31;
    }

    private long counterValue(int n) {
        return n < visible() ? counters.value(n) : 0;
    }

    private void setCounter(int n, long value) {
        if (n < visible()) {
            counters.set(n, value & 0xffff_ffffL);
        }
    }

    private long type(int n) {
        return n < visible() || n == CYCLE_BIT ? counters.type(n) : 0;
    }

    private void setType(int n, long value) {
        if (n < visible() || n == CYCLE_BIT) {
            counters.setType(n, value);
        }
    }

    private static int eventCounter(SysReg register) {
        int n = register.ordinal() - SysReg.PMEVCNTR0_EL0.ordinal();
        return n < PmuCounters.EVENTS ? n : -1;
    }

    private static boolean isType(SysReg register) {
        return register == SysReg.PMCCFILTR_EL0 || register.ordinal() >= SysReg.PMEVTYPER0_EL0.ordinal();
    }

    private static int typeIndex(SysReg register) {
        return register == SysReg.PMCCFILTR_EL0
                ? CYCLE_BIT
                : register.ordinal() - SysReg.PMEVTYPER0_EL0.ordinal();
    }
}
