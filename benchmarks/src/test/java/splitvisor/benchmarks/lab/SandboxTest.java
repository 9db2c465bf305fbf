package splitvisor.benchmarks.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.Failure;

/// Submissions that do everything but what they should, each in its process: none harms the examiner, its files or
/// another submission, and each author is told why there are no points.
@Execution(ExecutionMode.CONCURRENT)
class SandboxTest {

    private static final Sandbox PATIENT = new Sandbox(limits(60));
    private static final Sandbox IMPATIENT = new Sandbox(limits(4));
    private static final String ENDLESS = "did not come to an end";

    private static final String FILE = "NvheWorldSwitch.java";
    private static final String ANCHOR = "        cpu.path(HypPath.VCPU_RUN_NVHE);\n";

    @TempDir
    private Path folder;

    /// Statements at the head of the world switch, or a whole file; and what their author is told.
    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("loops", "for (long n = 1; n != 0; n |= 1) { }", ENDLESS),
                Arguments.of("recurses", "run(vcpu);", "it goes on calling itself"),
                Arguments.of("allocates",
                        "java.util.List<long[]> all = new java.util.ArrayList<>();"
                                + "for (int n = 1; n != 0; n |= 1) { all.add(new long[1 << 20]); }",
                        "it used more than 256 MiB of memory"),
                Arguments.of("exits", "System.exit(0);", "names java.lang.System"),
                Arguments.of("halts", "Runtime.getRuntime().halt(0);", "names java.lang.Runtime"),
                Arguments.of("starts a thread", "new Thread(() -> { }).start();", "names java.lang.Thread"),
                Arguments.of("starts a process", "new ProcessBuilder(\"ls\");", "names java.lang.ProcessBuilder"),
                Arguments.of("deletes files", "new java.io.File(\"victim\").delete();", "names java.io.File"),
                Arguments.of("reads files",
                        "try { new java.io.FileInputStream(\"/etc/hostname\").read(); }"
                                + " catch (java.io.IOException e) { }", "names java.io.FileInputStream"),
                Arguments.of("writes files",
                        "try { java.nio.file.Files.writeString(java.nio.file.Path.of(\"f\"), \"x\"); }"
                                + " catch (java.io.IOException e) { }", "names java.nio.file.Files"),
                Arguments.of("prints megabytes",
                        "for (int n = 0; n < 9_000_000; n++) { System.out.println(n); }", "names java.lang.System"),
                Arguments.of("reflects",
                        "try { Class.forName(\"java.lang.System\"); } catch (ClassNotFoundException e) { }",
                        "calls java.lang.Class.forName"),
                Arguments.of("loads classes", "getClass().getClassLoader();", "calls java.lang.Class.getClassLoader"),
                Arguments.of("blinds the audit", "cpu.cpu().observer = null;", "names splitvisor.cpu.Cpu"),
                Arguments.of("throws a huge message",
                        "if (vcpu != null) { throw new IllegalStateException(\"x\".repeat(1_000_000)); }",
                        "IllegalStateException: xxx"),
                Arguments.of("does not compile", "int x = \"\";", "it does not compile: incompatible types"),
                Arguments.of("catches everything and goes on", """
                        try { throw new AssertionError(); } catch (Throwable t) { for (int n = 1; n != 0; n |= 1) { } }
                        """, ENDLESS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void submissionThatHarmsOnlyItself(String what, String statements, String told) throws IOException, Failure {
        Path victim = Files.writeString(folder.resolve("victim"), "unharmed");
        String source = LabSources.solution(Lab.WORLD_SWITCH).get(FILE);
        Sandbox sandbox = told.equals(ENDLESS) ? IMPATIENT : PATIENT;
        Result result = examine(sandbox, source.replace(ANCHOR, statements + "\n" + ANCHOR));
        assertEquals(0, result.points(), () -> Feedback.of(result));
        assertTrue(Feedback.of(result).replaceAll("\\s+", " ").contains(told), () -> Feedback.of(result));
        assertTrue(Feedback.of(result).length() < 20_000);
        assertEquals("unharmed", Files.readString(victim));
        assertEquals(3, folder.toFile().list().length, "the submission's folder is only read");
    }

    @Test
    void aFileThatDefinesAnotherClassIsNotTheHostsOwnInDisguise() throws IOException, Failure {
        Result result = examine("package splitvisor.lowvisor;\nfinal class Other {}\n");
        assertEquals(0, result.points());
        assertTrue(Feedback.of(result).contains("it does not define splitvisor.lowvisor.NvheWorldSwitch"));
    }

    @Test
    void aClassThatIsNotTheLabsToReplaceIsRefused() throws IOException, Failure {
        String source = LabSources.solution(Lab.WORLD_SWITCH).get(FILE);
        Files.writeString(folder.resolve("NvheTraps.java"),
                "package splitvisor.lowvisor;\nfinal class NvheTraps { NvheTraps(Object a, Object b) {}"
                        + " void openFp() {} void activate(Object a) {} void deactivate(Object a) {} }\n");
        Result result = examine(source);
        assertEquals(0, result.points());
        assertTrue(Feedback.of(result).contains("which is not this lab's to define"), () -> Feedback.of(result));
    }

    @Test
    void aSourceTooDeepForTheCompilerIsNoSolution() throws IOException, Failure {
        String deep = "(".repeat(20_000) + "1" + ")".repeat(20_000);
        String source = LabSources.solution(Lab.WORLD_SWITCH).get(FILE);
        Result result = examine(source.replace(ANCHOR, "int deep = " + deep + ";\n" + ANCHOR));
        assertEquals(0, result.points());
        assertTrue(Feedback.of(result).contains("it does not compile"), () -> Feedback.of(result));
    }

    @Test
    void solutionHasAllPointsInAProcessToo() throws IOException, Failure {
        Result result = examine(LabSources.solution(Lab.WORLD_SWITCH).get(FILE));
        assertEquals(100, result.points(), () -> Feedback.of(result));
    }

    private static Sandbox.Limits limits(int cpuSeconds) {
        return new Sandbox.Limits(Duration.ofSeconds(cpuSeconds), Duration.ofMinutes(5), 256);
    }

    private Result examine(String source) throws IOException, Failure {
        return examine(PATIENT, source);
    }

    private Result examine(Sandbox sandbox, String source) throws IOException, Failure {
        for (var file : Map.of(FILE, source, Submission.MARKER, "{\"lab\": 3}").entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return sandbox.examine(folder);
    }
}
