package splitvisor.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.compare.Comparison;
import splitvisor.benchmarks.compare.Setup;
import splitvisor.benchmarks.report.JsonReport;
import splitvisor.benchmarks.report.Report;
import splitvisor.benchmarks.report.Samples;
import splitvisor.benchmarks.report.TextReport;

class CompareCommandTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Setup asked;
    private Failure failure;

    private final Comparison comparison = new Comparison() {
        @Override
        public List<String> hosts() {
            return List.of("split", "vhe");
        }

        @Override
        public List<String> operations() {
            return List.of("hyp_call", "el0_svc");
        }

        @Override
        public List<String> generations() {
            return List.of("linux-6.1", "linux-4.0");
        }

        @Override
        public List<Integer> gicVersions() {
            return List.of(3, 2);
        }

        @Override
        public Report measure(Setup setup) throws Failure {
            asked = setup;
            if (failure != null) {
                throw failure;
            }
            return Samples.report();
        }
    };

    private int compare(String... options) {
        String[] args = new String[options.length + 1];
        args[0] = "compare";
        System.arraycopy(options, 0, args, 1, options.length);
        return new Shell(new PrintWriter(out), new PrintWriter(err), false, new CompareCommand(comparison)).run(args);
    }

    @Test
    void withoutOptionsEverythingIsComparedAndShownAsText() {
        assertEquals(0, compare());
        assertEquals(List.of("split", "vhe"), asked.hosts());
        assertEquals(List.of("hyp_call", "el0_svc"), asked.operations());
        assertEquals("gicv3-server", asked.profile().name());
        assertEquals("linux-6.1", asked.generation());
        assertEquals(3, asked.gic());
        assertEquals(TextReport.of(Samples.report()), out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void optionsSelect() {
        assertEquals(0, compare(
                "--host", "vhe,split,vhe", "--bench=el0_svc", "--generation", "linux-4.0", "--gic", "2"));
        assertEquals(List.of("vhe", "split"), asked.hosts());
        assertEquals(List.of("el0_svc"), asked.operations());
        assertEquals("linux-4.0", asked.generation());
        assertEquals(2, asked.gic());
    }

    @Test
    void theGicIsTheProfilesUnlessItIsChosen() {
        assertEquals(0, compare("--profile", "hp-m400"));
        assertEquals(2, asked.gic());
        assertEquals(0, compare("--profile", "hp-m400", "--gic", "3"));
        assertEquals(3, asked.gic());
    }

    @Test
    void jsonToStdoutStandsAlone() {
        assertEquals(0, compare("--json", "-"));
        assertEquals(JsonReport.of(Samples.report(), Version.number()), out.toString());
    }

    @Test
    void jsonToAFileStandsBesideTheText() throws IOException {
        Path file = directory.resolve("report.json");
        assertEquals(0, compare("--json", file.toString()));
        assertEquals(TextReport.of(Samples.report()), out.toString());
        assertEquals(JsonReport.of(Samples.report(), Version.number()), Files.readString(file));
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        Path file = directory.resolve("none").resolve("report.json");
        assertEquals(ExitCode.UNWRITABLE.code(), compare("--json", file.toString()));
        assertEquals(
                "splitvisor compare: --json: cannot write %s: no such file or directory\n".formatted(file),
                err.toString());
        assertNull(asked, "nothing is measured");
    }

    @Test
    void whenNothingCanBeMeasuredTheFileIsLeftAsItWas() throws IOException {
        failure = new Failure(ExitCode.NOT_MODELLED, "not modelled");
        Path old = Files.writeString(directory.resolve("old.json"), "old");
        assertEquals(ExitCode.NOT_MODELLED.code(), compare("--json", old.toString()));
        assertEquals("old", Files.readString(old));
        Path none = directory.resolve("none.json");
        assertEquals(ExitCode.NOT_MODELLED.code(), compare("--json", none.toString()));
        assertFalse(Files.exists(none));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "--host, xen, \"split, vhe\"",
        "--host, \"\", \"split, vhe\"",
        "--bench, hypcall, \"hyp_call, el0_svc\"",
        "--generation, linux-9, \"linux-6.1, linux-4.0\"",
        "--gic, 4, \"3, 2\"",
        "--gic, three, \"3, 2\"",
    })
    void anUnknownValueIsAnsweredWithTheKnownOnes(String option, String value, String known) {
        assertEquals(ExitCode.USAGE.code(), compare(option, value));
        assertEquals(
                "splitvisor compare: %s: unknown value '%s'; use one of: %s\n".formatted(option, value, known),
                err.toString());
        assertNull(asked);
    }

    @Test
    void anUnknownOptionIsAUsageError() {
        assertEquals(ExitCode.USAGE.code(), compare("--hots", "vhe"));
        assertEquals(1, err.toString().lines().count());
    }

    @Test
    void aProfileCanBeAFile() throws IOException {
        Path file = directory.resolve("mine.json");
        String builtIn = Files.readString(Path.of(
                "../cpu-model/src/main/resources/splitvisor/cpu/cost/profiles/gicv3-server.json"));
        Files.writeString(file, builtIn.replace("\"gicv3-server\"", "\"mine\""));
        assertEquals(0, compare("--profile", file.toString()));
        assertEquals("mine", asked.profile().name());
    }

    @Test
    void anInvalidProfileIsNamedWithWhatIsWrong() throws IOException {
        Path file = directory.resolve("bad.json");
        Files.writeString(file, "{\"events\": 3}");
        assertEquals(ExitCode.UNREADABLE.code(), compare("--profile", file.toString()));
        assertEquals(
                "splitvisor compare: --profile: %s: 'events' is missing or not an object\n".formatted(file),
                err.toString());
    }

    @ParameterizedTest
    @CsvSource({"nosuch, no such file or directory", "., is a directory"})
    void anUnreadableProfileIsNamedWithTheReason(String profile, String reason) {
        assertEquals(ExitCode.UNREADABLE.code(), compare("--profile", profile));
        assertEquals(
                "splitvisor compare: --profile: cannot read %s: %s;".formatted(profile, reason)
                        + " give a JSON file or a built-in name (gicv3-server, arndale, hp-m400, amd-seattle)\n",
                err.toString());
    }

    @Test
    void aProfileThatIsNoTextIsRefused() throws IOException {
        Path file = directory.resolve("noise.json");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
        assertEquals(ExitCode.UNREADABLE.code(), compare("--profile", file.toString()));
        assertEquals(1, err.toString().lines().count());
    }

    @Test
    void aGuestThatDoesSomethingNotModelledEndsWithItsOwnCode() {
        failure = new Failure(ExitCode.NOT_MODELLED, "hyp_call, split: PC 0x40080010: SHA1H is not modelled");
        assertEquals(ExitCode.NOT_MODELLED.code(), compare());
        assertEquals(
                "splitvisor compare: hyp_call, split: PC 0x40080010: SHA1H is not modelled\n", err.toString());
        assertEquals("", out.toString());
    }
}
