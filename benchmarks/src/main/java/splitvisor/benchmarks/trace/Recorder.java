package splitvisor.benchmarks.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import splitvisor.benchmarks.host.Window;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.cost.CostGroup;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.isa.Disassembler;
import splitvisor.cpu.memory.Device;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.cpu.sysreg.TrapReason;

/// Records what the machine does as [Step]s.
///
/// The machine reports some things when they are done and charged, and others when they are about to be; a step's
/// place in time follows from the PE's clock and from what the profile says it costs. What lies between steps is
/// plain code: instructions, loads and stores that nobody reports one by one.
public final class Recorder implements Observer {

    private final String title;
    private final CostProfile profile;
    private final Extent extent;
    private final Tape[] tapes = new Tape[Machine.Options.MAX_PES];
    private final List<Step> steps = new ArrayList<>();

    private Recorder(String title, CostProfile profile, Extent extent) {
        this.title = title;
        this.profile = profile;
        this.extent = extent;
    }

    /// Records iteration number `iteration`, from 1, of what lies in `window`.
    public static Recorder ofIteration(String title, CostProfile profile, Window window, int iteration) {
        return new Recorder(title, profile, new Extent.Iteration(window, iteration));
    }

    /// Records `length` steps of what follows when the PEs have executed `from` instructions together.
    ///
    /// @param instructions whether the instructions of machine code are steps too
    public static Recorder ofStretch(
            String title, CostProfile profile, long from, int length, boolean instructions) {
        return new Recorder(title, profile, new Extent.Stretch(from, length, instructions));
    }

    /// Whether what the PE does now is recorded.
    public boolean covers(Cpu cpu) {
        return extent.covers(cpu, steps.size());
    }

    /// What was recorded, once the machine has stopped.
    public Recording recording() {
        List<Recording.Function> functions = new ArrayList<>();
        List<long[]> initial = new ArrayList<>();
        for (Tape tape : tapes) {
            if (tape != null) {
                tape.stop();
                functions.addAll(tape.functions());
            }
            initial.add(tape == null ? null : tape.initial());
        }
        List<Step> ordered = new ArrayList<>(steps);
        ordered.sort(Comparator.comparingLong(Step::start)); // stable: the order within a PE stays
        return new Recording(title, profile, ordered, functions, initial);
    }

    @Override
    public boolean wantsInstructions() {
        return extent.wantsInstructions(steps.size());
    }

    @Override
    public void instruction(Cpu cpu, long pc, int word) {
        extent.pass(cpu, pc);
        Tape tape = tape(cpu);
        if (tape != null) {
            tape.begin(Kind.INSTRUCTION, Disassembler.disassemble(word, pc), pc)
                    .lasts(0, cost(Event.INSTRUCTION))
                    .end();
        }
    }

    @Override
    public void path(Cpu cpu, CodePath path) {
        extent.pass(cpu, path);
        Tape tape = tape(cpu);
        if (tape != null) {
            tape.enter(path);
        }
    }

    @Override
    public void sysRegRead(Cpu cpu, int encoding, SysReg reached, long value) {
        Tape tape = tape(cpu);
        if (tape != null) {
            int index = Event.values().length + reached.costGroup().ordinal();
            tape.begin(Kind.MRS, SysReg.nameOf(encoding), value).lasts(move(index), 0).reaches(reached).end();
        }
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        Tape tape = tape(cpu);
        if (tape != null) {
            int index = Event.values().length + CostGroup.values().length + reached.costGroup().ordinal();
            tape.begin(Kind.MSR, SysReg.nameOf(encoding), after).lasts(move(index), 0).reaches(reached).end();
        }
    }

    @Override
    public void operation(Cpu cpu, String assembly) {
        Tape tape = tape(cpu);
        if (tape == null) {
            return;
        }
        String mnemonic = assembly.split(" ", 2)[0];
        ArmRule rule = ArmRule.of(mnemonic);
        long instruction = cost(Event.INSTRUCTION);
        switch (mnemonic) {
            case "isb" -> tape.begin(Kind.BARRIER, assembly, 0).lasts(instruction + cost(Event.ISB), 0);
            case "dsb" -> tape.begin(Kind.BARRIER, assembly, 0).lasts(instruction + cost(Event.DSB), 0);
            case "dmb" -> tape.begin(Kind.BARRIER, assembly, 0).lasts(instruction + cost(Event.DMB), 0);
            case "esb" -> tape.begin(Kind.BARRIER, assembly, 0).lasts(instruction, 0);
            case "tlbi" -> tape.begin(Kind.MAINTENANCE, assembly, 0).lasts(instruction + cost(Event.TLBI), 0);
            case "at" -> tape.begin(Kind.MAINTENANCE, assembly, 0)
                    .lasts(instruction + cost(Event.ADDRESS_TRANSLATION), 0);
            case "dc", "ic" -> tape.begin(Kind.MAINTENANCE, assembly, 0)
                    .lasts(instruction + cost(Event.CACHE_MAINTENANCE), 0);
            case "msr" -> {
                int index = Event.values().length + CostGroup.values().length + CostGroup.PSTATE.ordinal();
                tape.begin(Kind.PSTATE, assembly, 0).lasts(instruction, profile.centicycles().get(index));
            }
            default -> {
                if (tape.isAtInstruction()) {
                    return; // which says the same
                }
                tape.begin(Kind.CALL, assembly, 0).lasts(instruction, 0);
            }
        }
        tape.shows(rule).end();
    }

    @Override
    public void pair(Cpu cpu, boolean load, boolean fp, int rt, int rt2, long va) {
        Tape tape = tape(cpu);
        if (tape != null) {
            Event event = load ? fp ? Event.LOAD_PAIR_FP : Event.LOAD_PAIR_GP
                    : fp ? Event.STORE_PAIR_FP : Event.STORE_PAIR_GP;
            String bank = fp ? "q" : "x";
            String text = "%s %s%d, %s%d, [%#x]".formatted(load ? "ldp" : "stp", bank, rt, bank, rt2, va);
            tape.begin(load ? Kind.LOAD_PAIR : Kind.STORE_PAIR, text, va).lasts(move(event.ordinal()), 0).end();
        }
    }

    @Override
    public void device(Cpu cpu, boolean write, Device device, long offset, long value) {
        Tape tape = tape(cpu);
        if (tape != null) {
            long access = write
                    ? cost(Event.STORE) + cost(Event.DEVICE_WRITE)
                    : cost(Event.LOAD) + cost(Event.DEVICE_READ);
            tape.begin(write ? Kind.STORE_DEVICE : Kind.LOAD_DEVICE, device.register(offset), value)
                    .lasts(access + (tape.isAtInstruction() ? 0 : cost(Event.INSTRUCTION)), 0)
                    .end();
        }
    }

    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        extent.pass(cpu, taken);
        Tape tape = tape(cpu);
        if (tape != null) {
            String what = taken.kind() == ExceptionRecord.Kind.SYNC
                    ? Ec.name(Ec.of(taken.esr()))
                    : taken.kind().label();
            String far = taken.farValid() ? ", FAR %#x".formatted(taken.far()) : "";
            String text = "%s: EL%d to EL%d, ELR %#x%s"
                    .formatted(what, taken.fromEl(), taken.toEl(), taken.elr(), far);
            tape.begin(Kind.EXCEPTION, text, taken.esr())
                    .lasts(0, cost(taken.toEl() == 2 ? Event.EXCEPTION_TO_EL2 : Event.EXCEPTION_TO_EL1))
                    .goes(taken.fromEl(), taken.toEl())
                    .shows(ArmRule.of(taken))
                    .because(TrapReason.of(cpu, taken))
                    .end();
        }
    }

    @Override
    public void exceptionReturn(Cpu cpu, int fromEl, int toEl, long pc) {
        Tape tape = tape(cpu);
        if (tape != null) {
            tape.begin(Kind.ERET, "EL%d to EL%d, PC %#x".formatted(fromEl, toEl, pc), pc)
                    .lasts(cost(Event.ERET), 0)
                    .goes(fromEl, toEl)
                    .shows(ArmRule.RETURN)
                    .end();
        }
    }

    /// The PE's tape, running; null when what it does is not recorded.
    private Tape tape(Cpu cpu) {
        Tape tape = tapes[cpu.index];
        if (!extent.covers(cpu, steps.size())) {
            if (tape != null) {
                tape.stop();
            }
            return null;
        }
        if (tape == null) {
            tape = new Tape(cpu, steps);
            tapes[cpu.index] = tape;
        }
        tape.run();
        return tape;
    }

    private long cost(Event event) {
        return profile.centicycles().get(event.ordinal());
    }

    /// What an instruction costs that is charged for something besides.
    private long move(int index) {
        return cost(Event.INSTRUCTION) + profile.centicycles().get(index);
    }
}
