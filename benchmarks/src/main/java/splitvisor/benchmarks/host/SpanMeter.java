package splitvisor.benchmarks.host;

import java.util.ArrayList;
import java.util.List;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.Counts;
import splitvisor.cpu.observe.Observer;

/// Reads the ledger at both ends of a [Window] in the guest: what lies between is one span.
public final class SpanMeter implements Observer {

    private final Window window;
    private final List<Counts> spans = new ArrayList<>();
    private Counts start;

    public SpanMeter(long begin, long end) {
        window = new Window(begin, end);
    }

    /// The spans so far, in order.
    public List<Counts> spans() {
        return spans;
    }

    @Override
    public boolean wantsInstructions() {
        return true;
    }

    @Override
    public void instruction(Cpu cpu, long pc, int word) {
        Window.Edge edge = window.at(cpu, pc);
        if (edge == Window.Edge.NONE) {
            return;
        }
        cpu.settle();
        Counts now = cpu.ledger.snapshot();
        if (edge == Window.Edge.OPENS) {
            start = now;
        } else {
            spans.add(now.since(start));
        }
    }
}
