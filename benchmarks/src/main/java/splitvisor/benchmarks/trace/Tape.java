package splitvisor.benchmarks.trace;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import splitvisor.benchmarks.trace.Recording.Function;
import splitvisor.benchmarks.trace.Step.Change;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.World;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.sysreg.SysReg;

/// What a [Recorder] knows of one PE: its clock at the end of the last step, the function it is in, and its registers
/// as the steps so far leave them.
///
/// Registers are compared as a whole at every report, so that a recording is complete: it has what exception entry
/// writes, what an instruction does to Xn, and what AT leaves in PAR_EL1. A difference belongs to the step that is
/// reported when it is done, else to the one before.
final class Tape {

    /// Reported when what they do to registers is done.
    private static final Set<Kind> ITS_OWN =
            EnumSet.of(Kind.MSR, Kind.LOAD_PAIR, Kind.EXCEPTION, Kind.ERET, Kind.ARRIVAL);

    private final Cpu cpu;
    private final List<Step> steps;
    private final List<Function> functions = new ArrayList<>();
    private final long[] stored = new long[Registers.COUNT];
    private final long[] now = new long[Registers.COUNT];
    private final CodePath[] hostPaths = new CodePath[3];
    private long[] initial;
    private long[] known;
    private boolean running;
    private Step last;
    private long clock;
    private long idle;

    // The function that the PE is in.
    private int el;
    private World world;
    private CodePath path;
    private long since;

    // The step being put together.
    private Kind kind;
    private String text;
    private long value;
    private long start;
    private long duration;
    private SysReg reached;
    private ArmRule rule;
    private String reason;
    private int fromEl;
    private int toEl;

    Tape(Cpu cpu, List<Step> steps) {
        this.cpu = cpu;
        this.steps = steps;
    }

    long[] initial() {
        return initial;
    }

    List<Function> functions() {
        return functions;
    }

    /// Goes on, if it does not run: the PE's deeds are recorded from now on.
    void run() {
        if (running) {
            return;
        }
        running = true;
        clock = cpu.centicycles();
        idle = cpu.idle;
        open(cpu.el, null, clock);
        boolean first = initial == null;
        if (first) {
            Registers.read(cpu, stored);
            known = stored.clone();
            initial = stored.clone();
        }
        if (!steps.isEmpty()) {
            begin(Kind.ARRIVAL, "PE %d".formatted(cpu.index), 0).end();
        }
    }

    /// Stops, if it runs: what the PE did since the last step was the last.
    void stop() {
        if (running) {
            attribute(last);
            close(Math.max(clock, cpu.centicycles()));
            running = false;
        }
    }

    /// The PE is at the beginning of a function.
    void enter(CodePath next) {
        begin(Kind.FUNCTION, next.symbol(), 0);
        close(start);
        open(cpu.el, next, start);
        end();
    }

    /// Whether the last step is an instruction of machine code.
    boolean isAtInstruction() {
        return last != null && last.kind() == Kind.INSTRUCTION;
    }

    /// Begins a step; [#end] completes it.
    Tape begin(Kind what, String name, long itsValue) {
        kind = what;
        text = name;
        value = itsValue;
        reached = null;
        rule = null;
        reason = null;
        fromEl = el;
        toEl = el;
        if (cpu.idle > idle) {
            steps.add(new Step(Kind.IDLE, cpu.index, el, world, clock, cpu.idle - idle, path, "waits", null, 0,
                    Kind.IDLE.heading(), null, null, el, el, List.of()));
            clock += cpu.idle - idle;
            idle = cpu.idle;
        }
        return lasts(0, 0);
    }

    /// How much of what it costs was charged before the report, and how much will be after.
    Tape lasts(long before, long after) {
        long reported = cpu.centicycles();
        start = Math.max(clock, reported - before);
        duration = reported + after - start;
        return this;
    }

    /// It reaches a register, by the name that is its text.
    Tape reaches(SysReg register) {
        reached = register;
        rule = ArmRule.ofAccess(text, register);
        return this;
    }

    Tape goes(int from, int to) {
        fromEl = from;
        toEl = to;
        return this;
    }

    Tape shows(ArmRule itsRule) {
        rule = itsRule;
        return this;
    }

    Tape because(String control) {
        reason = control;
        return this;
    }

    /// Completes the step.
    void end() {
        boolean itsOwn = ITS_OWN.contains(kind);
        if (!itsOwn) {
            attribute(last);
        }
        if (kind == Kind.EXCEPTION) {
            leave(start);
            open(toEl, null, start);
        }
        boolean device = kind == Kind.LOAD_DEVICE || kind == Kind.STORE_DEVICE;
        String heading =
                reached != null ? reached.costGroup().label() : device ? Kind.ofDevice(text) : kind.heading();
        int lane = kind == Kind.EXCEPTION ? toEl : fromEl;
        last = new Step(kind, cpu.index, lane, cpu.world(), start, duration, path, text, reached, value, heading, rule,
                reason, fromEl, toEl, new ArrayList<>());
        steps.add(last);
        clock = start + duration;
        if (itsOwn) {
            attribute(last);
        }
        if (reached != null) {
            change(last, reached.ordinal(), value);
        }
        if (kind == Kind.ERET) {
            leave(clock);
            open(toEl, isGuest(cpu.world()) ? null : hostPaths[toEl], clock);
        }
    }

    /// Gives to `step` what differs from the registers as they were.
    private void attribute(Step step) {
        Registers.read(cpu, now);
        for (int i = 0; i < now.length; i++) {
            if (now[i] != stored[i]) {
                stored[i] = now[i];
                change(step, i, now[i]);
            }
        }
    }

    private void change(Step step, int register, long after) {
        if (known[register] != after) {
            step.changes().add(new Change(register, known[register], after));
            known[register] = after;
        }
    }

    private void leave(long time) {
        if (!isGuest(world)) {
            hostPaths[el] = path;
        }
        close(time);
    }

    private static boolean isGuest(World who) {
        return who == World.GUEST_EL0 || who == World.GUEST_EL1;
    }

    private void open(int level, CodePath next, long time) {
        el = level;
        world = cpu.world();
        path = next;
        since = time;
    }

    private void close(long time) {
        if (time > since) {
            functions.add(new Function(cpu.index, el, world, path, since, time));
        }
    }
}
