package splitvisor.benchmarks.host;

import java.util.ArrayList;
import java.util.List;
import splitvisor.benchmarks.report.Figures;
import splitvisor.benchmarks.report.Report.Switch.Step;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.cost.Counts;
import splitvisor.cpu.cost.World;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.Observer;
import splitvisor.highvisor.hyp.HypPath;

/// Cuts what happens between two points into the steps of the world switch, by the code paths that the machine saw.
/// All of the host kernel's work between two steps is one step, a VMM's included. With several PEs it follows the
/// [Window]'s path of causes, step by step in the order in which they end.
public final class StepMeter implements Observer {

    /// One step: its name, the exception level it ran at, and what was counted in it.
    public record Counted(String name, int el, Counts counts) {}

    /// What a PE is doing.
    private record Doing(String step, int el, Counts since) {}

    private final Window window;
    private final Doing[] doing = new Doing[Machine.Options.MAX_PES];
    private List<Counted> steps = List.of();
    private List<Counted> open;

    StepMeter(Point begin, Point end) {
        window = new Window(begin, end);
    }

    /// The steps of the last complete pass.
    List<Counted> counted() {
        return steps;
    }

    /// The same as a report shows them.
    List<Step> steps() {
        return steps.stream().map(step -> new Step(step.name, step.el, Figures.of(step.counts, 1))).toList();
    }

    @Override
    public boolean wantsInstructions() {
        return true;
    }

    @Override
    public void instruction(Cpu cpu, long pc, int word) {
        note(cpu, window.at(cpu, pc));
    }

    @Override
    public void path(Cpu cpu, CodePath path) {
        note(cpu, window.at(cpu, path));
        step(cpu, path instanceof HypPath hyp ? hyp.step() : "host kernel");
    }

    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        note(cpu, window.at(cpu, taken));
    }

    @Override
    public void exceptionReturn(Cpu cpu, int fromEl, int toEl, long pc) {
        if (cpu.world() == World.GUEST_EL1 || cpu.world() == World.GUEST_EL0) {
            step(cpu, "guest");
        }
    }

    private void note(Cpu cpu, Window.Edge edge) {
        switch (edge) {
            case OPENS, ARRIVES -> {
                open = open == null ? new ArrayList<>() : open;
                begin(cpu, "guest");
            }
            case CLOSES, LEAVES -> {
                end(cpu);
                if (edge == Window.Edge.CLOSES && open.getLast().counts.centicycles() == 0) {
                    open.removeLast(); // where the last ERET landed
                }
                if (window.isOver()) {
                    steps = open;
                    open = null;
                }
            }
            case NONE -> {}
        }
    }

    private void step(Cpu cpu, String next) {
        Doing now = doing[cpu.index];
        if (now != null && !now.step.equals(next)) {
            end(cpu);
            begin(cpu, next);
        }
    }

    private void begin(Cpu cpu, String step) {
        cpu.settle();
        doing[cpu.index] = new Doing(step, cpu.el, cpu.ledger.snapshot());
    }

    private void end(Cpu cpu) {
        cpu.settle();
        Doing ended = doing[cpu.index];
        open.add(new Counted(ended.step, ended.el, cpu.ledger.snapshot().since(ended.since)));
        doing[cpu.index] = null;
    }
}
