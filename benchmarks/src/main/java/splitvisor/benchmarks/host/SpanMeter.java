package splitvisor.benchmarks.host;

import java.util.ArrayList;
import java.util.List;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.cost.Counts;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.Observer;

/// Reads the ledgers at both ends of a [Window]: what lies between is one span, the sum over the PEs that it
/// passes through.
public final class SpanMeter implements Observer {

    private final Window window;
    private final List<Counts> spans = new ArrayList<>();
    private final List<Long> estimates = new ArrayList<>();
    private final Counts[] start = new Counts[Machine.Options.MAX_PES];
    private Counts sum;
    private long estimated;

    public SpanMeter(Point begin, Point end) {
        window = new Window(begin, end);
    }

    /// The spans so far, in order.
    public List<Counts> spans() {
        return spans;
    }

    /// For each span the instructions of paths in it whose length is a guess.
    public List<Long> estimates() {
        return estimates;
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
        if (window.follows(cpu) && path.estimated(cpu.e2h)) {
            estimated += path.instructions(cpu.e2h);
        }
    }

    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        note(cpu, window.at(cpu, taken));
    }

    private void note(Cpu cpu, Window.Edge edge) {
        switch (edge) {
            case OPENS, ARRIVES -> {
                cpu.settle();
                start[cpu.index] = cpu.ledger.snapshot();
            }
            case CLOSES, LEAVES -> {
                cpu.settle();
                Counts leg = cpu.ledger.snapshot().since(start[cpu.index]);
                sum = sum == null ? leg : sum.plus(leg);
                if (window.isOver()) {
                    spans.add(sum);
                    estimates.add(estimated);
                    sum = null;
                    estimated = 0;
                }
            }
            case NONE -> {}
        }
    }
}
