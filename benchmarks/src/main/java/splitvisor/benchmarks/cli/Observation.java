package splitvisor.benchmarks.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.kvm.KvmStats;
import splitvisor.benchmarks.kvm.KvmTrace;
import splitvisor.benchmarks.kvm.StatsJson;
import splitvisor.benchmarks.kvm.StatsText;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.observe.Observer;

/// The options of `run` that say what to watch, and who then watches.
final class Observation {

    private static final String KVM_TRACE = "--kvm-trace";
    private static final String STATS_JSON = "--stats-json";

    @Mixin
    private MachineLogs logs;

    @Option(names = KVM_TRACE, paramLabel = "F", description = "Write KVM's tracepoints in ftrace's format.")
    private String kvmTrace;

    @Option(names = "--stats", description = "Print KVM's counters and a kvm-stat table to stderr at the end.")
    private boolean stats;

    @Option(names = STATS_JSON, paramLabel = "F", description = "Write the same to F as JSON.")
    private String statsJson;

    @Mixin
    private StepOptions steps;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /// Says what is wrong with the options, before anything is written.
    void check() throws Failure {
        logs.check();
        TextOutput.check(KVM_TRACE, kvmTrace);
        TextOutput.check(STATS_JSON, statsJson);
        steps.check();
    }

    Session open(String host, CostProfile costs) throws Failure {
        return new Session(host, costs);
    }

    /// One run under observation; closing it writes what is only known at the end.
    final class Session implements AutoCloseable {

        private final PrintWriter err = spec.commandLine().getErr();
        private final MachineLogs.Session logged = logs.open(err);
        private final TextOutput events = TextOutput.open(KVM_TRACE, kvmTrace, err);
        private final TextOutput summary = TextOutput.open(STATS_JSON, statsJson, err);
        private final KvmTrace tracepoints;
        private final KvmStats counters;
        private final StepOptions.Session recorded;

        private Session(String host, CostProfile costs) throws Failure {
            recorded = steps.open(host, costs);
            tracepoints = events == null ? null : KvmTrace.to(events.writer(), costs.coreHz());
            counters = stats || summary != null ? new KvmStats(costs.coreHz()) : null;
        }

        /// Who watches the machine, or null.
        Observer observer() {
            Observer kvm = Observer.both(
                    tracepoints == null ? null : tracepoints.observer(), counters == null ? null : counters.observer());
            return Observer.both(Observer.both(logged.observer(), kvm), recorded.observer());
        }

        /// Each is closed, whatever becomes of the others; the first failure is the one that is told.
        @Override
        public void close() throws Failure {
            try (logged; summary; events; recorded) {
                if (tracepoints != null) {
                    tracepoints.close();
                }
                if (stats) {
                    err.print(StatsText.of(counters));
                }
                if (summary != null) {
                    summary.writer().print(StatsJson.of(counters));
                }
            }
        }
    }
}
