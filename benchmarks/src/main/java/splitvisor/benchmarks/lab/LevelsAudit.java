package splitvisor.benchmarks.lab;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.cpu.timer.Exit;

/// An audit of lab 1's program: knows when EL2 has let EL1 begin, and what it has taken from below since.
abstract class LevelsAudit extends Audit {

    private static final int TRACE_LINES = 12;
    private static final int IMMEDIATE = 0xffff;

    private static final String END =
            "SVC #0 from EL0 under HCR_EL2.TGE is the end: EL2 powers the machine off then. Arm DEN 0022, SYSTEM_OFF.";

    private final boolean toItsEnd;
    private LevelsProgram program;
    private final Set<String> broken = new HashSet<>();
    private boolean vectorsSet;
    private boolean entered;
    private boolean lost;
    private ExceptionRecord trap;
    private long[] x = {};
    private long[] system = {};
    private long mark;
    private long eret;

    /// @param toItsEnd whether the program is to come to its end: else it is enough that EL1 begins
    LevelsAudit(boolean toItsEnd) {
        this.toItsEnd = toItsEnd;
    }

    final void watch(LevelsProgram its) {
        program = its;
    }

    protected final LevelsProgram program() {
        return program;
    }

    /// EL2 leaves for the first time.
    protected void entered(Cpu cpu, long pc) {}

    /// EL2 has taken an exception from below: [#trap].
    protected void trapped(Cpu cpu) {}

    /// EL2 goes back after [#trap].
    protected void returned(Cpu cpu, long pc) {}

    /// The machine was powered off.
    protected void finished(Cpu cpu) {}

    /// What EL2 has taken last.
    protected final ExceptionRecord trap() {
        return trap;
    }

    protected final int ec() {
        return Ec.of(trap.esr());
    }

    /// Whether the last exception was the call of that number.
    protected final boolean isCall(int ec, int imm) {
        return ec() == ec && (trap.esr() & IMMEDIATE) == imm;
    }

    /// Xn when the last exception was taken.
    protected final long before(int n) {
        return x[n];
    }

    /// A system register when the last exception was taken.
    protected final long before(SysReg reg) {
        return system[reg.ordinal()];
    }

    @Override
    public boolean wantsInstructions() {
        return true;
    }

    @Override
    public void instruction(Cpu cpu, long pc, int word) {
        if (cpu.el == 2) {
            eret = pc; // when EL2 has left, it is that
        }
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        vectorsSet |= reached == SysReg.VBAR_EL2;
    }

    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        if (taken.fromEl() == 2 && !lost && (toItsEnd || !entered)) {
            lost = true; // and from here on it may take one after the other
            tell(cpu, taken.elr(), "EL2 takes an exception of its own at %s: %s, ESR_EL2 %#x".formatted(
                    program.name(taken.elr()), Ec.name(Ec.of(taken.esr())), taken.esr()),
                    "What goes wrong at EL2 goes to EL2, through the vectors for the current EL. Arm ARM D1.3.1.");
        } else if (taken.fromEl() < 2 && taken.toEl() == 2) {
            trap = taken;
            x = cpu.x.clone();
            system = cpu.sys.clone();
            mark = transcript().mark() - 1;
            trapped(cpu);
        }
    }

    @Override
    public void exceptionReturn(Cpu cpu, int fromEl, int toEl, long pc) {
        if (fromEl == 2 && !entered) {
            entered = true;
            entered(cpu, pc);
        } else if (fromEl == 2) {
            returned(cpu, pc);
        }
    }

    /// The machine has stopped. What went wrong earlier is why it did not stop as it should.
    final void over(Cpu cpu, Exit exit) {
        if (!entered) {
            String first = vectorsSet ? "there is no ERET to EL1 yet: SPSR_EL2 and ELR_EL2 say how and where it begins"
                    : "first of all, VBAR_EL2 is to point to your vectors: nothing has been written to it";
            tell(cpu, cpu.pc, first, "EL2 is set up before anything below it runs. Arm ARM D1.3, D1.4.");
        } else if (!toItsEnd) {
            return;
        } else if (exit == Exit.POWERED_OFF && trap != null && isCall(Ec.SVC64, 0) && trap.fromEl() == 0) {
            finished(cpu);
        } else if (exit == Exit.POWERED_OFF) {
            tell(cpu, eret, "the machine is powered off after %s".formatted(
                    trap == null ? "nothing" : Ec.name(ec()) + " at " + program.name(trap.elr())), END);
        } else if (inspection().foundNothing()) {
            inspection().found(cpu, transcript().tail(TRACE_LINES), program.where(cpu.pc),
                    "it does not come to its end: %s, at %s, EL%d".formatted(exit, program.name(cpu.pc), cpu.el),
                    END);
        }
    }

    /// Reports how EL2 has just left.
    protected final void tell(Cpu cpu, String what, String rule) {
        tell(cpu, eret, what, rule);
    }

    /// Reports what the line at `address` does. The trace is what EL2 did to system registers since the last exception.
    protected final void tell(Cpu cpu, long address, String what, String rule) {
        if (!broken.add(rule)) {
            return; // seen often, it is still one mistake
        }
        List<String> trace = trap == null ? transcript().tail(TRACE_LINES)
                : transcript().since(mark, LevelsAudit::isTelling, TRACE_LINES);
        inspection().found(cpu, trace, program.where(address), what, rule);
    }

    private static boolean isTelling(String line) {
        return line.contains("-->") || line.contains("<--") || line.startsWith("    mrs  ")
                || line.startsWith("    msr  ");
    }
}
