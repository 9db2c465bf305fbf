package splitvisor.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import splitvisor.benchmarks.ExitCode;

class BenchCommandTest {

    private final StringWriter err = new StringWriter();

    private int bench(String... args) {
        PrintWriter out = new PrintWriter(new StringWriter());
        return new Shell(out, new PrintWriter(err), false, new BenchCommand()).run(args);
    }

    @Test
    void optionsAreJmhsOwnAndAnUnknownOneIsAUsageError() {
        assertEquals(ExitCode.USAGE.code(), bench("bench", "-wi", "3", "--frobnicate"));
        assertEquals("splitvisor bench: JMH: frobnicate is not a recognized option\n", err.toString());
    }

    @Test
    void aPatternThatMatchesNothingIsAUsageError() {
        assertEquals(ExitCode.USAGE.code(), bench("bench", "NoSuchBenchmark"));
        assertEquals("splitvisor bench: JMH: no benchmark has such a name; -l lists them\n", err.toString());
    }
}
