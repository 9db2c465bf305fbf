package splitvisor.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    void aPatternThatIsNoneIsAUsageError() {
        assertEquals(ExitCode.USAGE.code(), bench("bench", "NoSuch["));
        assertTrue(err.toString().startsWith("splitvisor bench: JMH: Unclosed character class"), err.toString());
        assertEquals(1, err.toString().lines().count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host       | split, vhe
            generation | linux-6.1, linux-4.0
            gic        | own, 3, 2
            profile    | gicv3-server, arndale, hp-m400, amd-seattle
            """)
    void aParameterThatThereIsNotIsAUsageError(String parameter, String known) {
        String[] args = {"bench", "hyp_call", "-f", "0", "-wi", "0", "-v", "SILENT", "-p", parameter + "=x"};
        assertEquals(ExitCode.USAGE.code(), bench(args));
        assertEquals("splitvisor bench: -p %s: no 'x'; use one of [%s]\n".formatted(parameter, known), err.toString());
    }
}
