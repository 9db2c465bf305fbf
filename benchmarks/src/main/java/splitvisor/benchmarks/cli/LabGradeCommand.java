package splitvisor.benchmarks.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.lab.GradeReport;
import splitvisor.benchmarks.lab.GradeReport.Grade;
import splitvisor.benchmarks.lab.Sandbox;

/// `splitvisor lab grade`.
@Command(
        name = "grade",
        description = {
            "Grades many submissions, each in a process of its own.",
            "Prints a line for each; what one does reaches no other. Exit code 0 when all were graded, whatever",
            "they achieved."
        })
final class LabGradeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(LabGradeCommand.class);
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "The submissions.")
    private List<Path> folders;

    @Option(
            names = "--json",
            paramLabel = "F",
            description = "Write points, exit codes, messages and traces as JSON to F.")
    private String json;

    @Option(names = "--jobs", paramLabel = "N", description = "How many at a time (default: one per core).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Failure {
        if (jobs < 1) {
            throw new Failure(ExitCode.USAGE, "--jobs: %d is not a positive number".formatted(jobs));
        }
        boolean toStdout = "-".equals(json);
        Path file = json == null || toStdout ? null : Path.of(json);
        if (file != null) {
            Output.check("--json", file);
        }
        List<Grade> grades = grades();
        print(toStdout ? new GradeReport(grades).json() : text(grades));
        if (file != null) {
            Output.write("--json", file, new GradeReport(grades).json());
        }
        long ungraded = grades.stream().filter(grade -> grade.error() != null).count();
        if (ungraded > 0) {
            throw new Failure(
                    ExitCode.UNREADABLE,
                    "%d of %d folders could not be graded; their lines say why".formatted(ungraded, grades.size()));
        }
        return ExitCode.OK.code();
    }

    private void print(String what) {
        spec.commandLine().getOut().print(what);
        spec.commandLine().getOut().flush();
    }

    /// In the order named, however many run at a time.
    private List<Grade> grades() {
        Sandbox sandbox = new Sandbox(Sandbox.Limits.USUAL);
        try (ExecutorService pool = Executors.newFixedThreadPool(jobs)) {
            List<Future<Grade>> pending =
                    folders.stream().map(folder -> pool.submit(() -> grade(sandbox, folder))).toList();
            List<Grade> grades = new ArrayList<>();
            for (Future<Grade> future : pending) {
                grades.add(future.get());
            }
            return grades;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A defect of ours that one submission brings to light does not cost the others their grades.
    private static Grade grade(Sandbox sandbox, Path folder) {
        try {
            return Grade.of(folder.toString(), LabCommand.examine(sandbox, folder));
        } catch (Failure e) {
            return Grade.unreadable(folder.toString(), e);
        } catch (RuntimeException e) {
            LOG.debug("{}", folder, e);
            return Grade.unreadable(folder.toString(), new Failure(ExitCode.INTERNAL, "internal error: " + e));
        }
    }

    private static String text(List<Grade> grades) {
        StringBuilder text = new StringBuilder();
        int width = grades.stream().mapToInt(grade -> oneLine(grade.folder()).length()).max().orElse(0);
        for (Grade grade : grades) {
            String lab = grade.lab() == 0 ? "      -" : "lab %3d".formatted(grade.lab());
            String folder = oneLine(grade.folder());
            text.append("%s  %s  %3d/%-3d  %s".formatted(
                    folder + " ".repeat(width - folder.length()), lab, grade.points(), grade.of(),
                    oneLine(grade.message())).stripTrailing()).append('\n');
        }
        return text.append(ranking(grades)).toString();
    }

    /// A row is a line, whatever is in a folder's name.
    private static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }

    /// Only complete submissions have a score.
    private static String ranking(List<Grade> grades) {
        StringBuilder text = new StringBuilder();
        List<Grade> ranked = grades.stream()
                .filter(grade -> grade.score() != null)
                .sorted(Comparator.comparingLong(Grade::score))
                .toList();
        for (int i = 0; i < ranked.size(); i++) {
            text.append(i == 0 ? "\nranking, in cycles:\n" : "")
                    .append(String.format(
                            Locale.ROOT, "%3d. %,10d  %s\n",
                            i + 1, ranked.get(i).score(), oneLine(ranked.get(i).folder())));
        }
        return text.toString();
    }
}
