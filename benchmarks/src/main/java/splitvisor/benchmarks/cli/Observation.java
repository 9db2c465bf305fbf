package splitvisor.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.boot.InstructionTrace;
import splitvisor.benchmarks.boot.InterruptLog;
import splitvisor.benchmarks.kvm.KvmStats;
import splitvisor.benchmarks.kvm.KvmTrace;
import splitvisor.benchmarks.kvm.StatsJson;
import splitvisor.benchmarks.kvm.StatsText;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.observe.Observer;

/// The options of `run` that say what to watch, and who then watches.
final class Observation {

    @Option(names = "-d", paramLabel = "int", description = "Log exceptions to stderr, in QEMU's format.")
    private String debug;

    @Option(names = "--trace", paramLabel = "F", description = "Write one line per instruction to F.")
    private String trace;

    @Option(names = "--kvm-trace", paramLabel = "F", description = "Write KVM's tracepoints in ftrace's format.")
    private String kvmTrace;

    @Option(names = "--stats", description = "Print KVM's counters and a kvm-stat table to stderr at the end.")
    private boolean stats;

    @Option(names = "--stats-json", paramLabel = "F", description = "Write the same to F as JSON.")
    private String statsJson;

    @Mixin
    private StepOptions steps;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /// Opens the files. What is wrong with them comes out here.
    Session open(String host, CostProfile costs) throws Failure {
        if (debug != null) {
            Choice.check("-d", debug, List.of("int"));
        }
        return new Session(host, costs);
    }

    /// One run under observation; closing it writes what is only known at the end.
    final class Session implements AutoCloseable {

        private final PrintWriter err = spec.commandLine().getErr();
        private final PrintWriter instructions = writer("--trace", trace);
        private final PrintWriter events = writer("--kvm-trace", kvmTrace);
        private final PrintWriter summary = writer("--stats-json", statsJson);
        private final KvmTrace tracepoints;
        private final KvmStats counters;
        private final StepOptions.Session recorded;

        private Session(String host, CostProfile costs) throws Failure {
            recorded = steps.open(host, costs);
            tracepoints = events == null ? null : KvmTrace.to(events, costs.coreHz());
            counters = stats || summary != null ? new KvmStats(costs.coreHz()) : null;
        }

        /// Who watches the machine, or null.
        Observer observer() {
            Observer all = debug == null ? null : new InterruptLog(err);
            all = instructions == null ? all : both(all, new InstructionTrace(instructions));
            all = tracepoints == null ? all : both(all, tracepoints.observer());
            all = counters == null ? all : both(all, counters.observer());
            return recorded.with(all);
        }

        @Override
        public void close() throws Failure {
            recorded.close();
            if (tracepoints != null) {
                tracepoints.close();
            }
            if (stats) {
                err.print(StatsText.of(counters));
            }
            if (summary != null) {
                summary.print(StatsJson.of(counters));
            }
            for (PrintWriter file : new PrintWriter[] {instructions, events, summary}) {
                if (file != null && file != err) {
                    file.close();
                }
            }
            err.flush();
        }

        private static Observer both(Observer first, Observer second) {
            return first == null ? second : Observer.both(first, second);
        }

        private PrintWriter writer(String option, String file) throws Failure {
            try {
                return file == null ? null : file.equals("-") ? err : new PrintWriter(
                        Files.newBufferedWriter(Path.of(file), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new Failure(
                        ExitCode.UNWRITABLE, "%s: cannot write %s: %s".formatted(option, file, Reason.of(e)));
            }
        }
    }
}
