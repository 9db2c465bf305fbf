package splitvisor.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.papers.NotModelled;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.benchmarks.papers.Result;
import splitvisor.benchmarks.report.Mark;
import splitvisor.benchmarks.report.TextTable;
import splitvisor.benchmarks.reproduce.IndexPage;
import splitvisor.benchmarks.reproduce.JmhFiles;
import splitvisor.benchmarks.reproduce.JmhResults;
import splitvisor.benchmarks.reproduce.JmhResults.InvalidResultsException;
import splitvisor.benchmarks.reproduce.PaperFiles;
import splitvisor.cpu.cost.CostProfile;

/// `splitvisor reproduce`: the papers' tables and figures, published and simulated side by side.
@Command(
        name = "reproduce",
        description = "Runs the papers' microbenchmarks, and writes their tables and figures beside ours.",
        sortOptions = false)
public final class ReproduceCommand implements Callable<Integer> {

    private static final String EVERYTHING = "all";

    private final Progress progress;

    private CommandSpec spec;

    @Parameters(paramLabel = "PAPER", arity = "0..1", defaultValue = EVERYTHING, description = "Which (default: all).")
    private String paper;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of("reproduction");

    @Option(names = "--profile", paramLabel = "P", description = "Cost profile instead of the paper's own.")
    private String profile;

    @Option(names = "--from", paramLabel = "F", description = "Draw the figures of a JMH result file instead.")
    private String from;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    /// The command that shows its progress on `progress`.
    public ReproduceCommand(Progress progress) {
        this.progress = progress;
    }

    /// Lets the help name what can be chosen.
    @Spec
    void describe(CommandSpec its) {
        spec = its;
        spec.usageMessage().footer(
                "",
                "PAPER: " + String.join(", ", Paper.ALL) + ", " + EVERYTHING,
                "P:     " + String.join(", ", CostProfile.BUILT_IN) + ", or a file");
    }

    @Override
    public Integer call() throws Failure {
        if (directory.toString().isEmpty()) {
            throw new Failure(ExitCode.USAGE, "--out: an empty name; give the name of a directory");
        }
        if (from != null) {
            return draw();
        }
        List<String> ids = chosen();
        create();
        Output.check("--out", directory.resolve(IndexPage.FILE));
        TextTable table = new TextTable().text("", "paper");
        List.of(Mark.PREDICTED, Mark.CALIBRATED, Mark.COUNTED, Mark.QUOTED).forEach(m -> table.number("", m.label()));
        table.number("", "mean error").text("", "page");
        List<PaperFiles> written = new ArrayList<>();
        for (String id : ids) {
            Paper published = Paper.of(id);
            PaperFiles files = files(published, ProfileOption.read(profile == null ? published.profile() : profile));
            write(files.files());
            written.add(files);
            table.row(row(files.reproduction()));
        }
        write(Map.of(IndexPage.FILE, IndexPage.of(written)));
        PrintWriter out = spec.commandLine().getOut();
        table.lines().forEach(line -> out.print(line + "\n"));
        out.print("predicted, calibrated: numbers of cycles; mean error: of the predicted ones, without signs\n");
        out.print("all of them: %s\n".formatted(directory.resolve(IndexPage.FILE)));
        out.flush();
        warn(written.stream().map(PaperFiles::reproduction).toList());
        return ExitCode.OK.code();
    }

    /// What was written is not all, when runs were given up.
    static void warn(List<Reproduction> written) throws Failure {
        List<Result> missing = written.stream().flatMap(paper -> paper.givenUp().stream()).toList();
        if (!missing.isEmpty()) {
            throw new Failure(
                    ExitCode.LIMIT,
                    "cells missing from the pages and from the mean errors: %d, the first %s: %s"
                            .formatted(missing.size(), missing.getFirst().id(), missing.getFirst().how()));
        }
    }

    /// The figures of a JMH result file: of the paper that was named, or of all that it has numbers for.
    private int draw() throws Failure {
        if (profile != null) {
            throw new Failure(
                    ExitCode.USAGE, "--profile: the cycles of --from are those of its own profile; leave one out");
        }
        List<String> ids = chosen();
        JmhResults results;
        try {
            results = JmhResults.parse(Input.text("--from", from, ""));
        } catch (InvalidResultsException e) {
            throw new Failure(ExitCode.UNREADABLE, "--from: %s: %s".formatted(from, e.getMessage()));
        }
        List<Reproduction> papers = JmhFiles.papers(ids, results);
        if (papers.isEmpty() && !paper.equals(EVERYTHING)) {
            throw new Failure(
                    ExitCode.USAGE,
                    ("--from: %s has nothing of %s, but %s with a GICv%d; run bench with -p profile=%s"
                                    + " and the paper's GIC")
                            .formatted(from, paper, results.profile(), results.gic(), Paper.of(paper).profile()));
        }
        create();
        write(JmhFiles.of(results, papers));
        spec.commandLine().getOut().print(directory.resolve("jmh.html") + "\n");
        spec.commandLine().getOut().flush();
        return ExitCode.OK.code();
    }

    private List<String> chosen() throws Failure {
        if (paper.equals(EVERYTHING)) {
            return Paper.ALL;
        }
        if (!Paper.ALL.contains(paper)) {
            throw new Failure(ExitCode.USAGE, "unknown paper '%s'; use one of: %s, %s"
                    .formatted(paper, String.join(", ", Paper.ALL), EVERYTHING));
        }
        return List.of(paper);
    }

    private PaperFiles files(Paper published, CostProfile costs) throws Failure {
        try {
            return PaperFiles.of(published, costs, what -> progress.show(published.id() + ": " + what));
        } catch (NotModelled e) {
            throw new Failure(e.code(), e.getMessage());
        } finally {
            progress.done();
        }
    }

    private List<String> row(Reproduction reproduction) {
        String id = reproduction.paper().id();
        return List.of(
                id,
                Long.toString(cycles(reproduction, Mark.PREDICTED)),
                Long.toString(cycles(reproduction, Mark.CALIBRATED)),
                Long.toString(reproduction.count(Mark.COUNTED)),
                Long.toString(reproduction.count(Mark.QUOTED)),
                reproduction.meanAbsoluteError()
                        .map(e -> e.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + "%")
                        .orElse("-"),
                directory.resolve(id + ".html").toString());
    }

    /// How many numbers of cycles have a mark; what is fitted and predicted of applications is on the paper's page.
    private static long cycles(Reproduction reproduction, Mark mark) {
        return reproduction.results().stream()
                .filter(result -> result.mark() == mark && result.table().unit().equals("cycles"))
                .count();
    }

    private void create() throws Failure {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new Failure(ExitCode.UNWRITABLE, "--out: cannot create %s: %s".formatted(directory, Reason.of(e)));
        }
    }

    private void write(Map<String, String> files) throws Failure {
        for (Map.Entry<String, String> entry : files.entrySet()) {
            Output.write("--out", directory.resolve(entry.getKey()), entry.getValue());
        }
    }
}
