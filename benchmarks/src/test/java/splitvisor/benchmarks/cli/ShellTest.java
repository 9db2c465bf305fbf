package splitvisor.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;

class ShellTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(name = "work")
    private static final class Work implements Callable<Integer> {
        private final Callable<Integer> body;

        @Option(names = "--count")
        private int count;

        Work(Callable<Integer> body) {
            this.body = body;
        }

        @Override
        public Integer call() throws Exception {
            return body.call() + count;
        }
    }

    private int run(boolean debug, Callable<Integer> body, String... args) {
        return new Shell(new PrintWriter(out), new PrintWriter(err), debug, new Work(body)).run(args);
    }

    private int run(Callable<Integer> body) {
        return run(false, body, "work");
    }

    @Test
    void aCommandThatWorksSaysNothingOfItsOwn() {
        assertEquals(0, run(() -> 0));
        assertEquals("", out.toString() + err);
    }

    @Test
    void badInputIsOneLineAndItsCode() {
        int code = run(() -> {
            throw new Failure(ExitCode.UNREADABLE, "a.elf is truncated;\nget a whole one");
        });
        assertEquals(3, code);
        assertEquals("splitvisor work: a.elf is truncated; get a whole one\n", err.toString());
    }

    @Test
    void anUnknownOptionNamesItselfAndTheHelp() {
        assertEquals(2, run(false, () -> 0, "work", "--cuont", "3"));
        assertEquals(
                "splitvisor work: unknown options: '--cuont', '3'; see 'splitvisor work --help'\n", err.toString());
    }

    @Test
    void anOptionThatIsNoNumberNamesItself() {
        assertEquals(2, run(false, () -> 0, "work", "--count", "many"));
        assertEquals(
                "splitvisor work: invalid value for option '--count': 'many' is not an int;"
                        + " see 'splitvisor work --help'\n",
                err.toString());
    }

    @Test
    void anUnknownCommandIsAUsageError() {
        assertEquals(2, run(false, () -> 0, "wrok"));
        assertEquals("splitvisor: unknown command 'wrok'; use one of: work\n", err.toString());
    }

    @Test
    void noCommandListsTheCommands() {
        assertEquals(2, run(false, () -> 0));
        assertEquals(
                "splitvisor: missing required subcommand; use one of: work\n", err.toString());
    }

    @Test
    void aDefectIsOneLineThatAsksForAReport() {
        assertEquals(70, run(() -> {
            throw new IllegalStateException("two\nlines");
        }));
        assertEquals(
                "splitvisor work: internal error: IllegalStateException: two lines; please report it with the command"
                        + " line (SPLITVISOR_DEBUG=1 shows the stack trace)\n",
                err.toString());
    }

    @Test
    void anErrorOfTheJvmIsADefectToo() {
        assertEquals(70, run(() -> {
            throw new StackOverflowError();
        }));
        assertEquals(1, err.toString().lines().count());
    }

    @Test
    void withDebugADefectShowsItsStackTrace() {
        assertEquals(70, run(true, () -> {
            throw new IllegalStateException("why");
        }, "work"));
        assertTrue(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void theVersionNamesTheJdk() {
        assertEquals(0, run(false, () -> 0, "--version"));
        assertTrue(out.toString().startsWith("splitvisor 0."), out.toString());
        assertTrue(out.toString().contains("JDK        " + Runtime.version()), out.toString());
    }
}
