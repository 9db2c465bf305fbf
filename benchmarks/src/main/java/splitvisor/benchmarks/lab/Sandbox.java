package splitvisor.benchmarks.lab;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import splitvisor.benchmarks.Failure;

/// Examines submissions in JVMs of their own, with limits to time and memory, so that what one does reaches neither
/// the examiner nor the others. It works on a copy: the submission's folder is only read.
public final class Sandbox {

    /// The limits of one examination.
    ///
    /// @param cpu CPU time of its process, all threads together
    /// @param wall time by the clock, for a process that does not even use the CPU
    /// @param heapMiB size of its Java heap
    public record Limits(Duration cpu, Duration wall, int heapMiB) {

        /// Ample: the examination of a finished lab takes a few seconds.
        public static final Limits USUAL = new Limits(Duration.ofSeconds(60), Duration.ofMinutes(10), 512);
    }

    private static final int OUT_OF_MEMORY = 3; // what -XX:+ExitOnOutOfMemoryError exits with
    private static final long LOOK_MS = 20;

    /// Where a JVM finds options that we did not give; they could contradict ours.
    private static final Set<String> OPTIONS = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final Limits limits;

    public Sandbox(Limits limits) {
        this.limits = limits;
    }

    /// Examines the submission in `folder`, which is read first: it can be wrong in ways that are the user's. An
    /// IOException is about us: no room for the copy, no further process.
    public Result examine(Path folder) throws Failure, IOException {
        Submission submission = Submission.read(folder);
        Path work = Files.createTempDirectory("splitvisor-lab");
        try {
            return examine(submission, copy(submission, work), work);
        } finally {
            delete(work);
        }
    }

    private Result examine(Submission submission, Path folder, Path work) throws IOException {
        Path report = work.resolve("report");
        Path classes = Files.createDirectory(work.resolve("classes"));
        Process process = start(folder, classes, report);
        Finding cut = await(process);
        ResultReader reader = new ResultReader(submission.lab());
        if (Files.exists(report)) {
            reader.takeAll(Files.readAllBytes(report));
        }
        return reader.result(reader.hasEnded() ? null : cut).in(process.exitValue());
    }

    private Process start(Path folder, Path classes, Path report) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = List.of(
                java.toString(), "-Xmx" + limits.heapMiB + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"),
                Examiner.class.getName(), folder.toString(), classes.toString(), report.toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        builder.environment().keySet().removeAll(OPTIONS);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /// Waits for the process to end, or ends it. Returns how to explain what is missing from its report.
    private Finding await(Process process) throws IOException {
        long begin = System.nanoTime();
        try {
            while (!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
                Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
                boolean late = System.nanoTime() - begin > limits.wall.toNanos();
                if (cpu.compareTo(limits.cpu) > 0 || late) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly().waitFor();
                    return Finding.of(
                            "it did not come to an end within %d s of CPU time".formatted(limits.cpu.toSeconds()),
                            "Every call of the host's returns.");
                }
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return process.exitValue() == OUT_OF_MEMORY
                ? Finding.of("it used more than %d MiB of memory".formatted(limits.heapMiB),
                        "What a host keeps for a guest is bounded.")
                : Finding.of("it ended the process that examined it", "A host goes on whatever happens.");
    }

    private static Path copy(Submission submission, Path work) throws IOException {
        Path folder = Files.createDirectory(work.resolve("submission"));
        Files.writeString(folder.resolve(Submission.MARKER), "{\"lab\": %d}\n".formatted(submission.lab().number()));
        for (var file : submission.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    private static void delete(Path work) throws IOException {
        try (Stream<Path> walk = Files.walk(work)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
