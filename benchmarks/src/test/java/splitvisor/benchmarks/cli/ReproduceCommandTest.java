package splitvisor.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.benchmarks.papers.NotModelled;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.benchmarks.reproduce.PaperFiles;
import splitvisor.cpu.cost.CostProfile;

class ReproduceCommandTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final StringWriter terminal = new StringWriter();

    private int run(String... args) {
        Progress progress = new Progress(new PrintWriter(terminal));
        return new Shell(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        false,
                        new ReproduceCommand(progress),
                        new CalibrateCommand())
                .run(args);
    }

    @Test
    void aPaperBecomesAPageWithPicturesAndData() throws IOException {
        Path to = directory.resolve("a/b");
        assertEquals(0, run("reproduce", "atc17", "--out", to.toString()), err.toString());
        assertTrue(Files.readString(to.resolve("atc17.html")).contains("<svg"));
        assertTrue(Files.exists(to.resolve("atc17-table2.svg")));
        assertTrue(Files.exists(to.resolve("atc17-table2.csv")));
        assertTrue(Files.exists(to.resolve("atc17.json")));
        assertTrue(out.toString().contains("atc17"), out.toString());
        assertTrue(terminal.toString().contains("atc17: hyp_call, vhe"), terminal.toString());
        assertTrue(terminal.toString().endsWith("\r\u001b[K"), "the last line of progress is cleared");
    }

    /// Every link and picture of the index is a file beside it.
    @Test
    void theIndexLeadsToWhatWasWritten() throws IOException {
        assertEquals(0, run("reproduce", "isca16", "--out", directory.toString()), err.toString());
        String index = Files.readString(directory.resolve("index.html"));
        List<String> targets = Pattern.compile("(?:href|src)=\"([^\"]+)\"").matcher(index).results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(Set.of("isca16.html", "isca16.json", "isca16-table2.svg"), Set.copyOf(targets));
        for (String target : targets) {
            assertTrue(Files.exists(directory.resolve(target)), target);
        }
        assertTrue(index.contains("nine in ten of all choices"), index);
    }

    /// Cells are missing when runs were given up; then what was written is not all, and the exit code says so.
    @Test
    void aRunThatIsGivenUpEndsTheCommandWithItsCode() {
        CostProfile profile = CostProfile.builtIn("amd-seattle");
        Laboratory laboratory = new Laboratory(profile, _ -> {}, 1_000);
        Reproduction reproduction = Reproduction.of(Paper.of("atc17"), profile, laboratory);
        assertEquals(12, reproduction.givenUp().size());
        Failure failure = assertThrows(Failure.class, () -> ReproduceCommand.warn(List.of(reproduction)));
        assertEquals(ExitCode.LIMIT, failure.code());
        assertEquals(
                "cells missing from the pages and from the mean errors: 12, the first atc17 table2 | Hypercall |"
                        + " KVM ARM split-mode: given up: hyp_call, host split: the limit of 1000 instructions was"
                        + " reached",
                failure.getMessage().replaceFirst(" at PC .*", ""));
        NotModelled hypercall = assertThrows(
                NotModelled.class, () -> PaperFiles.of(Paper.of("atc17"), profile, laboratory));
        assertEquals(ExitCode.LIMIT, hypercall.code());
    }

    /// With other costs nothing was fitted to the paper's cells, and nothing can be said about their choice.
    @Test
    void theIndexSaysNothingOfChoicesThatWereNotMade() throws IOException {
        String[] args = {"reproduce", "atc17", "--profile", "gicv3-server", "--out", directory.toString()};
        assertEquals(0, run(args), err.toString());
        assertFalse(Files.readString(directory.resolve("index.html")).contains("choices of cells"));
        String page = Files.readString(directory.resolve("atc17.html"));
        assertFalse(page.contains("chosen with the errors in view"));
        assertTrue(page.contains("The paper's GIC is taken: the machine of gicv3-server has a GICv3;"), page);
    }

    @Test
    void withoutATerminalThereIsNoProgress() {
        new Progress(null).show("anything");
        new Progress(null).done();
        assertEquals("", err.toString());
    }

    @Test
    void anUnknownPaperIsOneLine() {
        assertEquals(ExitCode.USAGE.code(), run("reproduce", "sosp99"));
        assertEquals(
                "splitvisor reproduce: unknown paper 'sosp99'; use one of: asplos14, isca16, atc17, all\n",
                err.toString());
    }

    @Test
    void aDirectoryThatCannotBeMadeIsOneLine() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertEquals(ExitCode.UNWRITABLE.code(), run("reproduce", "atc17", "--out", file.resolve("x").toString()));
        assertEquals(ExitCode.UNWRITABLE.code(), run("reproduce", "atc17", "--out", file.toString()));
        assertEquals(
                "splitvisor reproduce: --out: cannot create %s: not a directory\n".formatted(file.resolve("x"))
                        + "splitvisor reproduce: --out: cannot create %s: a file has this name\n".formatted(file),
                err.toString());
    }

    @Test
    void anEmptyNameIsNoDirectory() {
        assertEquals(ExitCode.USAGE.code(), run("reproduce", "atc17", "--out", ""));
        assertEquals(
                "splitvisor reproduce: --out: an empty name; give the name of a directory\n", err.toString());
    }

    @Test
    void aFileThatCannotBeWrittenIsOneLine() throws IOException {
        Files.createDirectories(directory.resolve("atc17.html"));
        assertEquals(ExitCode.UNWRITABLE.code(), run("reproduce", "atc17", "--out", directory.toString()));
        assertEquals(
                "splitvisor reproduce: --out: cannot write %s: is a directory\n"
                        .formatted(directory.resolve("atc17.html")),
                err.toString());
    }

    @Test
    void whatCannotBeWrittenAtTheEndIsFoundBeforeTheWork() throws IOException {
        Files.createDirectories(directory.resolve("index.html"));
        assertEquals(ExitCode.UNWRITABLE.code(), run("reproduce", "atc17", "--out", directory.toString()));
        assertEquals(
                "splitvisor reproduce: --out: cannot write %s: is a directory\n"
                        .formatted(directory.resolve("index.html")),
                err.toString());
        assertEquals("", terminal.toString());
    }

    @Test
    void resultsThatAreNotOursAreOneLine() throws IOException {
        Path file = Files.writeString(directory.resolve("r.json"), "[]");
        assertEquals(ExitCode.UNREADABLE.code(), run("reproduce", "--from", file.toString()));
        assertEquals(
                "splitvisor reproduce: --from: %s: not a result file of JMH; write one with bench -rf json -rff FILE\n"
                        .formatted(file),
                err.toString());
    }

    /// The file has one benchmark, on another machine than the paper's.
    @Test
    void aPaperOrAProfileThatTheResultFileIsNotAboutIsRefused() throws IOException {
        String json = """
                [{"benchmark": "splitvisor.benchmarks.jmh.OperationBenchmark.hyp_call",
                  "params": {"generation": "linux-4.0", "host": "split", "profile": "gicv3-server", "gic": "2"},
                  "primaryMetric": {"score": 1, "scoreError": "NaN", "scoreUnit": "ops/s"},
                  "secondaryMetrics": {"cycles": {"score": 3926}}}]
                """;
        String file = Files.writeString(directory.resolve("r.json"), json).toString();
        String to = directory.resolve("out").toString();
        assertEquals(ExitCode.USAGE.code(), run("reproduce", "isca16", "--from", file, "--out", to));
        assertEquals(ExitCode.USAGE.code(), run("reproduce", "--profile", "hp-m400", "--from", file, "--out", to));
        assertEquals(ExitCode.USAGE.code(), run("reproduce", "sosp99", "--from", file, "--out", to));
        assertFalse(Files.exists(directory.resolve("out")));
        assertEquals(
                """
                splitvisor reproduce: --from: %s has nothing of isca16, but gicv3-server with a GICv2; run bench with \
                -p profile=hp-m400 and the paper's GIC
                splitvisor reproduce: --profile: the cycles of --from are those of its own profile; leave one out
                splitvisor reproduce: unknown paper 'sosp99'; use one of: asplos14, isca16, atc17, all
                """.formatted(file),
                err.toString());
        assertEquals(0, run("reproduce", "--from", file, "--out", to), err.toString());
        assertTrue(Files.exists(directory.resolve("out/jmh-cycles.svg")));
    }

    @Test
    void aMissingResultFileIsOneLine() {
        assertEquals(ExitCode.UNREADABLE.code(), run("reproduce", "--from", "nosuch.json"));
        assertEquals(
                "splitvisor reproduce: --from: cannot read nosuch.json: no such file or directory\n", err.toString());
    }

    @Test
    void calibrateWritesTheProfileThatItShows() throws IOException {
        Path file = directory.resolve("p.json");
        assertEquals(0, run("calibrate", "amd-seattle", "--out", file.toString()), err.toString());
        assertTrue(out.toString().startsWith("profile amd-seattle, from the shape of gicv3-server\n"), out.toString());
        assertTrue(Files.readString(file).contains("\"name\": \"amd-seattle\""));
    }

    @Test
    void aRecipeThatCannotBeReadOrFollowedIsOneLine() throws IOException {
        assertEquals(ExitCode.UNREADABLE.code(), run("calibrate", "nosuch"));
        Path file = Files.writeString(directory.resolve("r.json"), "{\"profile\": \"x\"}");
        assertEquals(ExitCode.UNREADABLE.code(), run("calibrate", file.toString()));
        assertEquals(
                "splitvisor calibrate: RECIPE: cannot read nosuch: no such file or directory;"
                        + " give a JSON file or a built-in name (arndale, hp-m400, amd-seattle)\n"
                        + "splitvisor calibrate: %s: 'description' is missing or wrong\n".formatted(file),
                err.toString());
    }

    @Test
    void anEmptyNameIsNoFile() {
        assertEquals(ExitCode.USAGE.code(), run("calibrate", ""));
        assertEquals(ExitCode.USAGE.code(), run("reproduce", "atc17", "--profile", ""));
        assertEquals(ExitCode.USAGE.code(), run("reproduce", "--from", ""));
        assertEquals(
                """
                splitvisor calibrate: RECIPE: an empty name; give a JSON file or a built-in name (arndale, hp-m400, \
                amd-seattle)
                splitvisor reproduce: --profile: an empty name; give a JSON file or a built-in name (gicv3-server, \
                arndale, hp-m400, amd-seattle)
                splitvisor reproduce: --from: an empty name; give the name of a file
                """,
                err.toString());
    }

    /// Else a slip of the pen would turn what a profile was fitted to into what it predicts.
    @Test
    void aProfileThatWasFittedToNoKnownCellIsRefused() throws IOException {
        String known = "isca16 table2 | Hypercall | KVM ARM";
        String builtIn = Files.readString(Path.of(
                "../cpu-model/src/main/resources/splitvisor/cpu/cost/profiles/hp-m400.json"));
        Path file = Files.writeString(directory.resolve("p.json"), builtIn.replace(known, "isca16 table2 | Hypercal"));
        String to = directory.resolve("out").toString();
        assertEquals(
                ExitCode.UNREADABLE.code(), run("reproduce", "isca16", "--profile", file.toString(), "--out", to));
        assertEquals(
                ("splitvisor reproduce: --profile: %s: 'calibratedOn' names 'isca16 table2 | Hypercal', which is no"
                                + " published cell; names look like '%s'\n")
                        .formatted(file, known),
                err.toString());
    }

    @Test
    void aProfileThatCannotBeWrittenIsOneLine() {
        assertEquals(ExitCode.UNWRITABLE.code(), run("calibrate", "amd-seattle", "--out", directory.toString()));
        assertEquals(
                "splitvisor calibrate: --out: cannot write %s: is a directory\n".formatted(directory), err.toString());
        assertEquals("", out.toString(), "nothing is fitted");
    }
}
