package splitvisor.benchmarks.compare;

import java.util.List;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.report.Report;

/// The measuring: boots each host on a machine of its own, runs the same guests, reads the ledgers. The command line
/// stands before it and the renderers after it.
public interface Comparison {

    /// The names that `--host` takes, in the order in which they are compared.
    List<String> hosts();

    /// The names that `--bench` takes, in the order in which they are shown.
    List<String> operations();

    /// The names that `--generation` takes; the first is the default.
    List<String> generations();

    /// The versions that `--gic` takes; the first is the default.
    List<Integer> gicVersions();

    /// Measures. A guest that the machine cannot run ends in a [Failure].
    Report measure(Setup setup) throws Failure;
}
