package splitvisor.benchmarks.host;

import java.util.ArrayList;
import java.util.List;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.Counts;
import splitvisor.cpu.cost.World;
import splitvisor.cpu.observe.Observer;

/// Reads the ledger whenever a guest reaches one of two addresses: what lies between the first and the
/// second is one span. Which guest reaches them does not matter, so a span may begin in one VM and end
/// in another.
public final class SpanMeter implements Observer {

    private final long begin;
    private final long end;
    private final List<Counts> spans = new ArrayList<>();
    private Counts start;

    public SpanMeter(long begin, long end) {
        this.begin = begin;
        this.end = end;
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
        if (pc != begin && pc != end || cpu.world() != World.GUEST_EL1 && cpu.world() != World.GUEST_EL0) {
            return;
        }
        cpu.settle();
        Counts now = cpu.ledger.snapshot();
        if (pc == end && start != null) {
            spans.add(now.since(start));
            start = null;
        } else if (pc == begin && start == null) { // a faulting instruction comes by again
            start = now;
        }
    }
}
