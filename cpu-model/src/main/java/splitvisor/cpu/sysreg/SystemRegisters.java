package splitvisor.cpu.sysreg;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.SynchronousException;

/// One PE's system registers as MRS, MSR and SYS reach them: decode, traps, redirection, side effects.
///
/// The common case is plain storage in the PE's bank that nothing guards in the current regime: the encoding
/// gives a name, the regime's view gives the slot, and that is the whole access. A negative slot sends it to
/// the slow path, where [AccessCheck] decides and a [RegisterUnit] or an [Effect] acts.
public final class SystemRegisters {

    private static final SysReg[] REGISTERS = Views.REGISTERS;
    private static final byte[] GROUP = new byte[REGISTERS.length];
    private static final long[] MASK = new long[REGISTERS.length];
    private static final long[] RES1 = new long[REGISTERS.length];

    static {
        for (SysReg row : REGISTERS) {
            GROUP[row.ordinal()] = (byte) row.costGroup().ordinal();
            MASK[row.ordinal()] = row.spec.mask;
            RES1[row.ordinal()] = row.spec.res1;
        }
    }

    private final Cpu cpu;
    private final long[] sys;
    private final AccessCheck check;
    private final FpAccess fp;
    private final Pstate pstate;
    private final RegisterUnit[] own = new RegisterUnit[Unit.values().length];
    private short[] reads;
    private short[] writes;

    public SystemRegisters(Cpu cpu) {
        this.cpu = cpu;
        this.sys = cpu.sys;
        this.check = new AccessCheck(cpu);
        this.fp = new FpAccess(cpu);
        this.pstate = new Pstate(cpu);
        own[Unit.PSTATE.ordinal()] = pstate;
        own[Unit.ID.ordinal()] = new Identification(cpu);
        own[Unit.INTERRUPT.ordinal()] = new InterruptStatus(cpu);
        own[Unit.DEBUG.ordinal()] = new DebugState(cpu);
        own[Unit.PMU.ordinal()] = cpu.pmu;
        own[Unit.TIMER.ordinal()] = new FreeCounter(cpu);
        own[Unit.GIC.ordinal()] = new Storage(cpu);
        reset();
    }

    /// Puts every register into its reset state; those whose reset value is UNKNOWN become 0.
    public void reset() {
        reset(0);
    }

    /// As [#reset()], with the value that UNKNOWN registers get: tests use one that hurts.
    void reset(long unknown) {
        for (SysReg row : REGISTERS) {
            Spec spec = row.spec;
            sys[row.ordinal()] = spec.resetKnown ? spec.reset : unknown & spec.mask | spec.res1;
        }
        long affinity = 1L << 31 | cpu.index;
        sys[SysReg.MPIDR_EL1.ordinal()] = affinity;
        sys[SysReg.VMPIDR_EL2.ordinal()] = affinity;
        sys[SysReg.CNTFRQ_EL0.ordinal()] = cpu.profile.counterHz();
    }

    /// Executes `MRS Xt, <encoding>` up to the value. `rt` only goes into the syndrome of a trap.
    public long read(int encoding, int rt) {
        int slot = reads[Views.NAMES[encoding]];
        long value;
        if (slot >= 0) {
            value = sys[slot];
        } else {
            SysReg row = check.reach(encoding, rt, true);
            slot = row.ordinal();
            value = row.spec.unit == null ? sys[slot] : behind(row.spec.unit).read(row);
        }
        cpu.ledger.sysRegRead(GROUP[slot]);
        if (cpu.observer != null) {
            cpu.observer.sysRegRead(cpu, encoding, REGISTERS[slot], value);
        }
        return value;
    }

    /// Executes `MSR <encoding>, Xt` with Xt's value.
    public void write(int encoding, int rt, long value) {
        int slot = writes[Views.NAMES[encoding]];
        if (slot >= 0 && cpu.observer == null) {
            sys[slot] = value & MASK[slot] | RES1[slot];
            cpu.ledger.sysRegWrite(GROUP[slot]);
        } else {
            writeSlowly(check.reach(encoding, rt, false), encoding, value);
        }
    }

    private void writeSlowly(SysReg row, int encoding, long value) {
        int slot = row.ordinal();
        boolean told = cpu.observer != null && row.spec.unit != null && row.spec.readable;
        long before = told ? behind(row.spec.unit).read(row) : sys[slot]; // what a write replaces can be read unharmed
        long after = value & MASK[slot] | RES1[slot];
        cpu.ledger.sysRegWrite(GROUP[slot]);
        if (row.spec.unit == null) {
            sys[slot] = after;
            if (row.spec.effect != Effect.NONE && (after != before || row.spec.effect == Effect.TIMER)) {
                act(row.spec.effect);
            }
        } else {
            behind(row.spec.unit).write(row, after);
        }
        if (cpu.observer != null) {
            cpu.observer.sysRegWrite(cpu, encoding, row, before, after);
        }
    }

    /// Executes MSR (immediate): DAIFSet, DAIFClr, SPSel, PAN, UAO, by op1, op2 and CRm.
    public void writeImmediate(int op1, int op2, int crm) {
        SysReg field = pstate.writeImmediate(op1, op2, crm);
        cpu.ledger.sysRegWrite(GROUP[field.ordinal()]);
    }

    /// Executes `SYS` (DC, IC, AT, TLBI): op0 = 1 in the encoding. `rt` as in [#read].
    public void sys(int encoding, int rt, long value) {
        SysOp op = SysOp.of(encoding);
        check.sys(op, encoding, rt);
        cpu.ledger.count(op.kind().event);
        if (cpu.observer != null) {
            cpu.observer.operation(cpu, op.assembly());
        }
        switch (op.kind()) {
            case CACHE, CACHE_SW, CACHE_VA -> cpu.mmu.cache(op, value);
            case TRANSLATE -> cpu.mmu.at(op, value);
            case TLB, TLB_X -> cpu.mmu.tlbi(op, value);
        }
    }

    /// `throw registers.fpTrap()` when [Cpu#fpTrapped]: the exception of an instruction that uses the FP and
    /// SIMD registers.
    public SynchronousException fpTrap() {
        return fp.trap();
    }

    /// Called when PSTATE.EL, HCR_EL2 or anything else that selects a regime changed.
    public void regimeChanged() {
        Views.Regime regime = Views.regime(cpu.el, cpu.e2h, cpu.tge);
        reads = regime.reads;
        writes = regime.writes;
        cpu.fpTrapped = fp.target() != 0;
    }

    private RegisterUnit behind(Unit unit) {
        RegisterUnit attached = cpu.units[unit.ordinal()];
        return attached != null ? attached : own[unit.ordinal()];
    }

    private void act(Effect effect) {
        switch (effect) {
            case NONE -> {}
            case TRANSLATION -> cpu.mmu.contextChanged();
            case REGIME -> cpu.regimeChanged();
            case FP -> cpu.fpTrapped = fp.target() != 0;
            case TIMER -> {
                if (cpu.timers != null) {
                    cpu.timers.changed();
                }
            }
            case DEBUG -> {
                cpu.attention = true;
                cpu.mmu.contextChanged(); // watchpoints
                cpu.pmu.configured(); // MDCR_EL2
            }
        }
    }
}
