package splitvisor.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import splitvisor.benchmarks.ExitCode;

/// The program as a user starts it: a JVM of its own, real hosts, its bytes on stdout and stderr.
class ProcessTest {

    private record Ended(int code, String out, String err) {}

    /// What would make a JVM, or the program, say more or do otherwise.
    private static final Set<String> NOT_INHERITED =
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "SPLITVISOR_DEBUG");

    /// Tells a process that hangs; decides nothing else.
    private static final int MINUTES = 10;

    @TempDir
    private Path directory;

    private Ended splitvisor(int processors, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=" + processors,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(args));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeAll(NOT_INHERITED);
        Process process = builder.start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly().waitFor();
        assertTrue(ended, () -> String.join(" ", command) + " does not end");
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void theSameBytesOnOneAndOnTwoProcessors() throws Exception {
        Ended one = splitvisor(1, "compare", "--json", "-");
        assertEquals(one, splitvisor(2, "compare", "--json", "-"));
        assertEquals("", one.err);
        assertEquals(ExitCode.OK.code(), one.code);
        JsonNode call = new ObjectMapper().readTree(one.out).get("operations").get(0);
        assertEquals("hyp_call", call.get("name").textValue());
        assertEquals(2, call.at("/hosts/split/el2Entries").intValue());
        assertEquals(1, call.at("/hosts/vhe/el2Entries").intValue());
    }

    @Test
    void badInputIsOneLineOnStderrAndNothingOnStdout() throws Exception {
        Ended ended = splitvisor(2, "compare", "--profile", "pom.xml");
        assertEquals(ExitCode.UNREADABLE.code(), ended.code);
        assertEquals("", ended.out);
        assertTrue(ended.err.startsWith("splitvisor compare: --profile: pom.xml: not valid JSON at line 1"), ended.err);
        assertEquals(1, ended.err.lines().count(), ended.err);
    }

    /// The list of commands shows the first line of each description.
    @Test
    void theListOfCommandsHasWholeSentences() {
        StringWriter out = new StringWriter();
        assertEquals(0, Main.shell(new PrintWriter(out), new PrintWriter(new StringWriter()), false).run("--help"));
        String commands = out.toString().split("Commands:\n")[1].split("\n\n")[0];
        for (String command : commands.split("\n  (?=[a-z])")) {
            assertTrue(command.endsWith("."), command);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, compare --host xen",
        "2, compare --bench hypercall",
        "2, compare --generation linux-0.01",
        "2, compare --gic 7",
        "2, compare --nonsense",
        "2, compare stray",
        "2, cmpare",
        "2, bench --nonsense",
        "3, compare --profile no/such/profile.json",
        "3, compare --profile .",
        "6, compare --bench el0_syscall --json no/such/directory/report.json",
    })
    void theRealCommandsAnswerBadInputTheSameWay(int code, String line) {
        StringWriter err = new StringWriter();
        PrintWriter out = new PrintWriter(new StringWriter());
        Shell shell = Main.shell(out, new PrintWriter(err), false);
        assertEquals(code, shell.run(line.split(" ")), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().startsWith("splitvisor"), err.toString());
    }
}
