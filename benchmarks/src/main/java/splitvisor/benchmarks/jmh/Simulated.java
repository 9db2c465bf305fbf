package splitvisor.benchmarks.jmh;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;
import splitvisor.benchmarks.report.Figure;
import splitvisor.benchmarks.report.Figures;

/// Simulated figures per operation as secondary results of a JMH benchmark, beside its wall time. The fields are the
/// [Figure]s of a report's columns, by their keys, and those that stand for what its columns leave out: code, and the
/// registers of a GICv2, which are memory.
///
/// JMH adds an event counter up over iterations and forks. The figures are the same in each, so every iteration
/// reports its share.
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Simulated {

    public double cycles;
    public double el2Entries;
    public double erets;
    public double sysregReads;
    public double sysregWrites;
    public double isb;
    public double dsb;
    public double memoryPairs;
    public double instructions;
    public double deviceReads;
    public double deviceWrites;

    private double share;

    /// Learns over how many iterations JMH will add up.
    @Setup(Level.Trial)
    public void shares(BenchmarkParams params) {
        share = 1.0 / (params.getMeasurement().getCount() * Math.max(1, params.getForks()));
    }

    /// Reports one measurement per operation.
    public void report(Figures figures) {
        cycles = share(figures, Figure.CYCLES);
        el2Entries = share(figures, Figure.EL2_ENTRIES);
        erets = share(figures, Figure.ERETS);
        sysregReads = share(figures, Figure.SYSREG_READS);
        sysregWrites = share(figures, Figure.SYSREG_WRITES);
        isb = share(figures, Figure.ISB);
        dsb = share(figures, Figure.DSB);
        memoryPairs = share(figures, Figure.MEMORY_PAIRS);
        instructions = share(figures, Figure.INSTRUCTIONS);
        deviceReads = share(figures, Figure.DEVICE_READS);
        deviceWrites = share(figures, Figure.DEVICE_WRITES);
    }

    private double share(Figures figures, Figure figure) {
        return figures.get(figure).doubleValue() * share;
    }
}
