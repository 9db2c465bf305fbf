package splitvisor.benchmarks.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Option;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.boot.InstructionTrace;
import splitvisor.benchmarks.boot.InterruptLog;
import splitvisor.cpu.observe.Observer;

/// The options of `boot` and `run` that log what the machine does, as text.
final class MachineLogs {

    private static final String TRACE = "--trace";

    @Option(names = "-d", paramLabel = "int", description = "Log exceptions to stderr, in QEMU's format.")
    private String debug;

    @Option(names = TRACE, paramLabel = "F", description = "Write one line per instruction to F (-: to stderr).")
    private String trace;

    /// Says what is wrong with the options, before anything is written.
    void check() throws Failure {
        if (debug != null) {
            Choice.check("-d", debug, List.of("int"));
        }
        TextOutput.check(TRACE, trace);
    }

    Session open(PrintWriter err) throws Failure {
        return new Session(err, TextOutput.open(TRACE, trace, err));
    }

    /// The logs of one run.
    final class Session implements AutoCloseable {

        private final PrintWriter err;
        private final TextOutput instructions;

        private Session(PrintWriter err, TextOutput instructions) {
            this.err = err;
            this.instructions = instructions;
        }

        /// Who logs, or null.
        Observer observer() {
            Observer exceptions = debug == null ? null : new InterruptLog(err);
            Observer each = instructions == null ? null : new InstructionTrace(instructions.writer());
            return Observer.both(exceptions, each);
        }

        @Override
        public void close() throws Failure {
            err.flush();
            if (instructions != null) {
                instructions.close();
            }
        }
    }
}
