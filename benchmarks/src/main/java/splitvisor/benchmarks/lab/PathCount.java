package splitvisor.benchmarks.lab;

import java.util.Map;
import java.util.TreeMap;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.observe.Observer;
import splitvisor.highvisor.hyp.HypPath;

/// How often each path of EL2's code is entered.
final class PathCount implements Observer {

    private final Map<String, Long> counts = new TreeMap<>();

    @Override
    public void path(Cpu cpu, CodePath path) {
        if (path instanceof HypPath hyp) {
            counts.merge(hyp.name(), 1L, Long::sum);
        }
    }

    /// By the names of [HypPath].
    Map<String, Long> counts() {
        return counts;
    }
}
