package splitvisor.cpu;

import java.util.Arrays;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.Ledger;
import splitvisor.cpu.cost.World;
import splitvisor.cpu.engine.Interpreter;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.mmu.Mmu;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.pmu.Pmu;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.RegisterUnit;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.cpu.sysreg.SystemRegisters;
import splitvisor.cpu.sysreg.Unit;
import splitvisor.cpu.timer.GenericTimers;
import splitvisor.cpu.timer.TimeLine;

/// One processing element: its registers, PSTATE, and the parts that give them meaning.
///
/// State is flat and public, because every instruction touches it: semantic methods read `x[n]`,
/// hosted software goes through [splitvisor.cpu.hosted.HostedCpu]. PC is the address of the
/// instruction being executed; [#next] is where execution goes on.
public final class Cpu {

    /// X0 to X30. Entry 31 is the zero register: it always holds 0, see [#set].
    public final long[] x = new long[32];

    /// V0 to V31, two doublewords each, the low one first.
    public final long[] v = new long[64];

    /// The register bank, by [SysReg#ordinal].
    public final long[] sys = new long[SysReg.values().length];

    public long pc;
    public long next;

    /// PSTATE.{N,Z,C,V} in bits 3 to 0.
    public int nzcv;

    /// PSTATE.{D,A,I,F} in bits 3 to 0.
    public int daif;

    /// PSTATE.EL, 0 to 2. Changed only together with [#regimeChanged].
    public int el;

    /// PSTATE.SPSel; at EL0 the stack pointer is SP_EL0 whatever it says.
    public boolean spSel;

    public boolean pan;
    public boolean uao;
    public boolean il;
    public boolean ss;

    /// Instructions executed since reset, the one being executed included.
    public long instructions;

    /// Something wants a look before the next instruction: an interrupt line, a stop, a limit.
    public boolean attention;

    /// The event register of WFE.
    public boolean event;

    /// WFI or WFE waits: engines return, and the machine runs this PE again only when an interrupt or
    /// an event has ended the wait (Arm ARM D1.6). Set by the instruction, cleared by the machine.
    public boolean waiting;

    /// The wait is WFE's: a set event register ends it too.
    public boolean waitingForEvent;

    /// Levels of the interrupt inputs, as the GIC drives them: physical IRQ and FIQ, and the virtual
    /// ones of its list registers (HCR_EL2.{VI,VF} are or-ed in by [Exceptions]). See [#interruptLines].
    public boolean irqLine;
    public boolean fiqLine;
    public boolean virqLine;
    public boolean vfiqLine;

    /// A physical SError is pending, with this ISS.
    public boolean serror;
    public int serrorSyndrome;

    /// An engine returns before the next instruction, clearing this. Set with [#attention].
    public boolean stopRequested;

    /// The count of [#instructions] at which [#timeLine] wants control back; it may come nearer at any time.
    public long deadline = Long.MAX_VALUE;

    /// Switched off by PSCI: the PE does not run.
    public boolean off;

    /// The machine's time line, or null for a PE that stands alone.
    public TimeLine timeLine;

    /// Simulated time spent waiting, in hundredths of a cycle: part of [#centicycles], not of the ledger.
    public long idle;

    /// What a machine puts behind the registers of a [Unit], by its ordinal: timers and GIC; else null.
    public final RegisterUnit[] units = new RegisterUnit[Unit.values().length];

    /// The generic timers, or null: told of [splitvisor.cpu.sysreg.Effect#TIMER].
    public GenericTimers timers;

    /// All PEs of the machine by index, this one included: the Inner Shareable domain.
    public Cpu[] peers = {this};

    /// The FP and SIMD registers may not be used here: such an instruction throws
    /// [SystemRegisters#fpTrap].
    public boolean fpTrapped;

    /// HCR_EL2.{E2H,TGE}, kept at hand.
    public boolean e2h;
    public boolean tge;

    public final int index;
    public final PhysicalMemory memory;
    public final HostedTexts hosted;
    public final CostProfile profile;
    public final Ledger ledger;
    public final Pmu pmu;
    public final SystemRegisters registers;
    public final Exceptions exceptions;
    public final Mmu mmu;
    public final Interpreter interpreter;
    public final ExclusivesMonitor monitor = new ExclusivesMonitor();

    /// Who watches, or null.
    public Observer observer;

    /// What answers SMC and HVC, or null.
    public Firmware firmware;

    private final SynchronousException synchronous = new SynchronousException();
    private World world = World.HYP_EL2;
    private int spSlot = SysReg.SP_EL2.ordinal();
    private long counted;

    /// PE number `index` of a machine, in its reset state.
    public Cpu(int index, PhysicalMemory memory, HostedTexts hosted, CostProfile profile) {
        this.index = index;
        this.memory = memory;
        this.hosted = hosted;
        this.profile = profile;
        this.ledger = new Ledger(profile);
        this.pmu = new Pmu(this);
        this.registers = new SystemRegisters(this);
        this.exceptions = new Exceptions(this);
        this.mmu = new Mmu(this, memory);
        this.interpreter = new Interpreter(this);
        reset(2, 0);
    }

    /// Puts the PE into its reset state and has it go on, at the given EL, with the instruction at `entry`.
    /// Clocks, counters, TLB and what is attached stay as they are.
    public void reset(int level, long entry) {
        Arrays.fill(x, 0);
        Arrays.fill(v, 0);
        registers.reset();
        pmu.reset();
        serror = false;
        nzcv = 0;
        daif = 0xf;
        el = level;
        spSel = true;
        pan = false;
        uao = false;
        il = false;
        ss = false;
        event = false;
        off = false;
        waiting = false;
        waitingForEvent = false;
        monitor.clear();
        pc = entry;
        next = entry;
        regimeChanged();
        if (timers != null) {
            timers.changed();
        }
    }

    /// Writes Xn; a write to register 31 is discarded.
    @Hot
    public void set(int n, long value) {
        x[n] = value;
        x[31] = 0;
    }

    /// The stack pointer of the current EL and SPSel.
    public long sp() {
        return sys[spSlot];
    }

    public void setSp(long value) {
        sys[spSlot] = value;
    }

    /// Xn, or the stack pointer for 31.
    @Hot
    public long xsp(int n) {
        return n == 31 ? sys[spSlot] : x[n];
    }

    /// Writes Xn, or the stack pointer for 31.
    @Hot
    public void setXsp(int n, long value) {
        if (n == 31) {
            sys[spSlot] = value;
        } else {
            x[n] = value;
        }
    }

    /// Ends an instruction with a branch.
    public void branch(long target) {
        next = target;
    }

    /// Must follow every change of PSTATE.EL, PSTATE.SPSel or HCR_EL2: selects the stack pointer, the
    /// world that is charged, the register view and the translation regime.
    public void regimeChanged() {
        settle();
        long hcr = sys[SysReg.HCR_EL2.ordinal()];
        e2h = (hcr & Hcr.E2H) != 0;
        tge = (hcr & Hcr.TGE) != 0;
        SysReg stack =
                el == 0 || !spSel ? SysReg.SP_EL0 : el == 1 ? SysReg.SP_EL1 : SysReg.SP_EL2;
        spSlot = stack.ordinal();
        boolean stage2 = (hcr & Hcr.VM) != 0 && !(e2h && tge);
        world =
                switch (el) {
                    case 0 -> stage2 ? World.GUEST_EL0 : World.HOST_EL0;
                    case 1 -> stage2 ? World.GUEST_EL1 : World.HOST_EL1;
                    default -> e2h ? World.HOST_EL2 : World.HYP_EL2;
                };
        ledger.enter(world);
        pmu.elChanged();
        registers.regimeChanged();
        mmu.contextChanged();
        attention = true;
    }

    /// Who is running.
    public World world() {
        return world;
    }

    /// Hands the instructions executed so far to the ledger.
    public void settle() {
        ledger.instructions(instructions - counted);
        counted = instructions;
    }

    /// Simulated time since reset, in hundredths of a cycle. Whoever asks changes nothing: a turn on the time line ends
    /// where it would have ended.
    public long centicycles() {
        return ledger.centicycles() + ledger.costOf(instructions - counted) + idle;
    }

    /// Sets the levels of the interrupt inputs.
    public void interruptLines(boolean irq, boolean fiq, boolean virq, boolean vfiq) {
        irqLine = irq;
        fiqLine = fiq;
        virqLine = virq;
        vfiqLine = vfiq;
        attention = true;
        if (waiting && timeLine != null) {
            timeLine.signalled(this);
        }
    }

    /// Sets the event register: SEV of any PE, a lost exclusive monitor, the event stream (Arm ARM D1.6.1).
    public void signalEvent() {
        event = true;
        if (waiting && timeLine != null) {
            timeLine.signalled(this);
        }
    }

    /// Returns control to the time line before the next instruction.
    public void requestStop() {
        deadline = instructions;
        stopRequested = true;
        attention = true;
    }

    /// Whether WFI or WFE ends (Arm ARM D1.6.2): the masks in PSTATE do not matter, where the interrupt
    /// would go does.
    public boolean wakes() {
        if (waitingForEvent && monitor.isLost(memory)) {
            event = true; // losing the monitor is an event (Arm ARM B2.9.1)
        }
        if (irqLine || fiqLine || serror || waitingForEvent && event) {
            return true;
        }
        long hcr = el < 2 && !tge ? sys[SysReg.HCR_EL2.ordinal()] : 0;
        return (hcr & Hcr.IMO) != 0 && (virqLine || (hcr & Hcr.VI) != 0)
                || (hcr & Hcr.FMO) != 0 && (vfiqLine || (hcr & Hcr.VF) != 0)
                || (hcr & Hcr.AMO) != 0 && (hcr & Hcr.VSE) != 0;
    }

    /// PSTATE as SPSR_ELx holds it.
    public long pstate() {
        return (long) nzcv << 28
                | (uao ? 1L << 23 : 0)
                | (pan ? 1L << 22 : 0)
                | (ss ? 1L << 21 : 0)
                | (il ? 1L << 20 : 0)
                | (long) daif << 6
                | (long) el << 2
                | (spSel ? 1 : 0);
    }

    /// `throw cpu.undefined()`: the instruction is UNDEFINED here.
    public SynchronousException undefined() {
        return synchronous.set(Ec.UNKNOWN, 0, 1, false);
    }

    /// `throw cpu.exception(…)`: a synchronous exception to its default target whose preferred return
    /// address is this instruction.
    public SynchronousException exception(int ec, int iss) {
        return synchronous.set(ec, iss, 1, false);
    }

    /// `throw cpu.trap(…)`: a trap to the given EL (1 for the default target, 2 for EL2).
    public SynchronousException trap(int ec, int iss, int target) {
        return synchronous.set(ec, iss, target, false);
    }

    /// `throw cpu.call(…)`: SVC or HVC, which return to the next instruction.
    public SynchronousException call(int ec, int iss, int target) {
        return synchronous.set(ec, iss, target, true);
    }
}
