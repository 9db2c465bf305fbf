package splitvisor.benchmarks.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.trace.ChromeTrace;
import splitvisor.benchmarks.trace.Recorder;
import splitvisor.benchmarks.trace.Recording;
import splitvisor.benchmarks.trace.TracePage;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.observe.Observer;

/// The options of `boot` and `run` that record a stretch step by step.
final class StepOptions {

    /// More than this a browser does not show swiftly.
    private static final int MAX_LENGTH = 1_000_000;

    @Option(names = "--html", paramLabel = "F", description = "Write a page to F that shows a stretch step by step.")
    private Path html;

    @Option(names = "--chrome", paramLabel = "F", description = "Write it to F as Chrome trace events (Perfetto).")
    private Path chrome;

    @Option(
            names = "--trace-from",
            paramLabel = "N",
            description = "The stretch begins after N instructions (default: 0).")
    private long from;

    @Option(
            names = "--trace-length",
            paramLabel = "N",
            description = "It has N steps at most (default: ${DEFAULT-VALUE}).")
    private int length = 20_000;

    @Option(
            names = "--trace-instructions",
            description = "Each instruction of machine code is a step, not only what it does to system registers.")
    private boolean instructions;

    /// Says what is wrong with the options, before anything is written.
    void check() throws Failure {
        if (from < 0) {
            throw new Failure(ExitCode.USAGE, "--trace-from: %d is negative".formatted(from));
        }
        if (length < 1 || length > MAX_LENGTH) {
            throw new Failure(
                    ExitCode.USAGE,
                    String.format(Locale.ROOT, "--trace-length: %d steps; use 1 to %,d", length, MAX_LENGTH));
        }
        if (html != null) {
            Output.check("--html", html);
        }
        if (chrome != null) {
            Output.check("--chrome", chrome);
        }
    }

    Session open(String title, CostProfile costs) throws Failure {
        return new Session(title, costs);
    }

    /// Opens a file for writing, or null for null.
    static Writer writer(String option, Path file) throws Failure {
        try {
            return file == null ? null : Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Output.unwritable(option, file, e);
        }
    }

    /// One run that is recorded, or not; closing it writes the files.
    final class Session implements AutoCloseable {

        private final String title;
        private final Writer page;
        private final Writer events;
        private final Recorder recorder;

        private Session(String title, CostProfile costs) throws Failure {
            this.title = title;
            page = writer("--html", html);
            events = writer("--chrome", chrome);
            recorder = page == null && events == null
                    ? null
                    : Recorder.ofStretch(title, costs, from, length, instructions);
        }

        /// Who records, or null.
        Observer observer() {
            return recorder;
        }

        @Override
        public void close() throws Failure {
            if (recorder == null) {
                return;
            }
            List<Recording> recordings = List.of(recorder.recording());
            String what = title + ", from instruction " + from + " on";
            try (Writer pageFile = page; Writer eventFile = events) {
                if (pageFile != null) {
                    TracePage.write(what, recordings, pageFile);
                }
                if (eventFile != null) {
                    ChromeTrace.write(what, recordings, eventFile);
                }
            } catch (IOException e) {
                throw new Failure(ExitCode.UNWRITABLE, "the trace cannot be written: " + Reason.of(e));
            }
        }
    }
}
