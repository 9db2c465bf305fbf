package splitvisor.benchmarks.host;

import java.util.ArrayList;
import java.util.List;
import splitvisor.benchmarks.report.Figures;
import splitvisor.benchmarks.report.Report.Switch.Step;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.Counts;
import splitvisor.cpu.cost.World;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.observe.Observer;
import splitvisor.highvisor.hyp.HypPath;

/// Cuts what happens between two addresses of the guest into the steps of the world switch, by the code
/// paths that the machine saw. All of the host kernel's work is one step.
public final class StepMeter implements Observer {

    /// One step: its name, the exception level it ran at, and what was counted in it.
    public record Counted(String name, int el, Counts counts) {}

    private final Window window;
    private List<Counted> steps = List.of();
    private List<Counted> open;
    private String name;
    private int el;
    private Counts since;

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
        switch (window.at(cpu, pc)) {
            case OPENS -> {
                open = new ArrayList<>();
                name = null;
                step(cpu, "guest");
            }
            case CLOSES -> {
                step(cpu, null);
                open.removeLast(); // where the last ERET landed
                steps = open;
                open = null;
            }
            case NONE, LEAVES, ARRIVES -> {}
        }
    }

    @Override
    public void path(Cpu cpu, CodePath path) {
        step(cpu, path instanceof HypPath hyp ? hyp.step() : "host kernel");
    }

    @Override
    public void exceptionReturn(Cpu cpu, int fromEl, int toEl, long pc) {
        if (cpu.world() == World.GUEST_EL1 || cpu.world() == World.GUEST_EL0) {
            step(cpu, "guest");
        }
    }

    private void step(Cpu cpu, String next) {
        if (open == null || next != null && next.equals(name)) {
            return;
        }
        cpu.settle();
        Counts now = cpu.ledger.snapshot();
        if (name != null) {
            open.add(new Counted(name, el, now.since(since)));
        }
        name = next;
        el = cpu.el;
        since = now;
    }
}
