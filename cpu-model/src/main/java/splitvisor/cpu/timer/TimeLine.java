package splitvisor.cpu.timer;

import java.util.ArrayList;
import java.util.List;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.Coroutine;

/// The one time line of a machine. Each PE has a clock ([Cpu#centicycles]); the PE that is furthest
/// behind runs next, at most a quantum ahead of the others; what is due happens before the first
/// instruction that starts at or after its time, on any engine. A PE that waits costs nothing: when an
/// interrupt ends the wait, its clock is set forward to that moment. When all wait, time jumps to the
/// next event.
///
/// Instructions have a fixed cost and are counted in bulk, other operations are charged one by one. So
/// that both together never pass the next event unseen, [#plan] lets half of the time up to it be used
/// by instructions and half by other charges, and comes back when either is used up: as many times as
/// the distance can be halved. The end of a quantum need not be met that exactly.
///
/// YIELD is the hint of a program that waits for what another PE does (Arm ARM, YIELD): for [#QUANTUM]
/// cycles from then on turns are as short as they may be, so that it sees the store at its time.
public final class TimeLine {

    /// How many cycles a PE may be ahead of the others unless [#quantum] says otherwise.
    public static final int QUANTUM = 5_000;

    /// The smallest quantum: a loop around a load-exclusive and its store must fit in a turn.
    public static final int SMALLEST_QUANTUM = 100;

    private final List<Cpu> pes = new ArrayList<>();
    private final List<EventSource> sources = new ArrayList<>();
    private final List<Coroutine> programs = new ArrayList<>();
    private final long instructionCost;
    private Cpu running;
    private Cpu latest;
    private long now;
    private Exit exit;
    private long maxInstructions = Long.MAX_VALUE;
    private long quantum = QUANTUM * 100L;
    private long shortTurnsUntil;
    private boolean yielded;

    /// A time line on which an instruction takes the given number of hundredths of a cycle.
    public TimeLine(long instructionCost) {
        this.instructionCost = Math.max(1, instructionCost);
    }

    /// Adds a PE; by default the interpreter runs it.
    public void add(Cpu pe) {
        pe.timeLine = this;
        pes.add(pe);
        programs.add(null);
    }

    /// Adds a source of events. Of two that are due at the same time the one added first comes first.
    public void add(EventSource source) {
        sources.add(source);
    }

    /// Lets a stack of hosted software run the PE from its next turn on, instead of the interpreter. It is
    /// resumed when it is the PE's turn, calls [#look] whenever the PE waits or has reached its deadline.
    public void host(Cpu pe, Coroutine program) {
        programs.set(pe.index, program);
    }

    /// Sets the number of instructions, over all PEs, after which [#run] ends with [Exit#LIMIT].
    public void limit(long instructions) {
        maxInstructions = instructions;
    }

    /// Sets how many cycles a PE may be ahead of the others, from [#SMALLEST_QUANTUM] on. PEs that poll what others
    /// store, and do not yield, see it that much too early or too late; turns that are shorter than needed only take
    /// wall time.
    public void quantum(int cycles) {
        if (cycles < SMALLEST_QUANTUM) {
            throw new IllegalArgumentException(cycles + " cycles");
        }
        quantum = cycles * 100L;
    }

    /// Runs until something stops the machine, and returns what.
    public Exit run() {
        while (next() != null) {
            plan();
            Coroutine program = programs.get(running.index);
            if (program != null) {
                program.resume();
            } else {
                running.interpreter.run(running.deadline - running.instructions);
            }
        }
        return exit;
    }

    /// The stack of hosted software that runs the PE, or null.
    public Coroutine program(Cpu pe) {
        return programs.get(pe.index);
    }

    /// Lets time pass on behalf of hosted software that runs on `pe`: raises what has become due, lets
    /// PEs run that are further behind, returns when it is the turn of `pe` again.
    public void look(Cpu pe) {
        if (next() == pe) {
            plan();
        } else if (programs.get(pe.index) != null) {
            Coroutine.yield(); // #run plans
        }
    }

    /// Stops the machine after the current instruction. The first reason counts.
    public void stop(Exit reason) {
        if (exit == null) {
            exit = reason;
        }
        replan();
    }

    /// Why the machine stopped, or null.
    public Exit exit() {
        return exit;
    }

    /// Something may be due earlier than planned.
    public void replan() {
        if (running != null) {
            running.requestStop();
        }
    }

    /// The PE that runs has executed YIELD.
    public void yielded() {
        if (yielded) {
            return; // once a turn is enough, and a loop that polls does it all the time
        }
        yielded = true;
        long time = now();
        if (time >= shortTurnsUntil && pes.size() > 1) {
            replan();
        }
        shortTurnsUntil = time + QUANTUM * 100L;
    }

    /// The time of whatever happens now: of the PE that runs, or of the event that is being handled.
    public long now() {
        return running != null ? running.centicycles() : now;
    }

    /// The PE whose operations happen now; the first one before the machine runs.
    public Cpu current() {
        return running != null ? running : pes.getFirst();
    }

    /// Whether the PE runs, and has not yet come to the time at which another one is now.
    public boolean isBehind(Cpu pe) {
        return running != null && pe != running && !pe.waiting && !pe.off && pe.centicycles() < running.centicycles();
    }

    /// A waiting PE was sent an interrupt or an event now: if that ends its wait, its clock catches up.
    public void signalled(Cpu pe) {
        if (pe.wakes()) {
            start(pe);
        }
    }

    /// The PE runs from now on.
    public void start(Cpu pe) {
        pe.idle += Math.max(0, now() - pe.centicycles());
        pe.waiting = false;
        pe.waitingForEvent = false;
        replan();
    }

    /// The PE to run, after everything that is due before it; null when the machine has stopped.
    private Cpu next() {
        if (running != null) {
            now = running.centicycles();
            running = null;
        }
        while (exit == null) {
            Cpu pe = furthestBehind(null);
            EventSource source = earliest(true);
            boolean idle = pe == null && earliest(false) == null;
            if (idle && (source == null || !source.await())) {
                exit = Exit.STUCK;
            } else if (source != null && (pe == null || source.due() <= pe.centicycles())) {
                now = Math.max(now, source.due());
                source.happen(source.due());
            } else if (instructionsLeft() <= 0) {
                exit = Exit.LIMIT;
            } else {
                if (latest != pe && latest != null) {
                    latest.monitor.turnEnds();
                }
                latest = pe;
                running = pe;
                return pe;
            }
        }
        return null;
    }

    private Cpu furthestBehind(Cpu except) {
        Cpu behind = null;
        for (Cpu pe : pes) {
            if (pe.waiting && pe.wakes()) {
                start(pe); // what it waits for was there before
            }
            boolean runs = !pe.off && !pe.waiting && pe != except;
            if (runs && (behind == null || pe.centicycles() < behind.centicycles())) {
                behind = pe;
            }
        }
        return behind;
    }

    private EventSource earliest(boolean withOutside) {
        EventSource earliest = null;
        long due = Long.MAX_VALUE;
        for (EventSource source : sources) {
            if (source.due() < due && (withOutside || !source.outside())) {
                earliest = source;
                due = source.due();
            }
        }
        return earliest;
    }

    private void plan() {
        long time = running.centicycles();
        EventSource source = earliest(true);
        long event = source == null ? Long.MAX_VALUE : source.due();
        long budget = Math.min(Math.max(1, (event - time) / instructionCost / 2), instructionsLeft());
        long charges = event == Long.MAX_VALUE ? event : event - budget * instructionCost;
        Cpu other = furthestBehind(running);
        if (other != null) {
            long turn = other.centicycles() + (time < shortTurnsUntil ? SMALLEST_QUANTUM * 100L : quantum);
            budget = Math.min(budget, Math.max(1, (turn - time) / instructionCost));
            charges = Math.min(charges, turn);
        }
        running.deadline = running.instructions + budget;
        running.stopRequested = false;
        yielded = false;
        running.ledger.alarm(charges == Long.MAX_VALUE ? charges : charges - time, running::requestStop);
    }

    private long instructionsLeft() {
        long left = maxInstructions;
        for (Cpu pe : pes) {
            left -= pe.instructions;
        }
        return left;
    }
}
