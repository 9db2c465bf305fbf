package splitvisor.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.lab.Feedback;
import splitvisor.benchmarks.lab.Lab;
import splitvisor.benchmarks.lab.LabFolder;
import splitvisor.benchmarks.lab.Result;
import splitvisor.benchmarks.lab.Sandbox;

/// `splitvisor lab`: the labs of the course, for students and for who grades them.
@Command(
        name = "lab",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            LabCommand.ListCommand.class, LabCommand.StartCommand.class, LabCommand.CheckCommand.class,
            LabGradeCommand.class
        },
        description = "The labs of the course: lists, starts, checks and grades them.")
public final class LabCommand implements Runnable {

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        String commands = String.join(", ", spec.subcommands().keySet());
        throw new ParameterException(spec.commandLine(), "say what to do: " + commands);
    }

    /// `splitvisor lab list`.
    @Command(name = "list", description = "Lists the labs.")
    static final class ListCommand implements Callable<Integer> {

        @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
        private boolean help;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            StringBuilder list = new StringBuilder();
            for (Lab lab : Lab.values()) {
                list.append("%2d  %s\n".formatted(lab.number(), lab.title()));
            }
            print(spec, list.toString());
            return ExitCode.OK.code();
        }
    }

    /// `splitvisor lab start`.
    @Command(name = "start", description = "Writes a lab's handout and starter into a new folder.")
    static final class StartCommand implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "NN", description = "The lab's number; see 'lab list'.")
        private int number;

        @Parameters(index = "1", paramLabel = "DIR", description = "The folder, which must be new or empty.")
        private Path folder;

        @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
        private boolean help;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Failure {
            Lab lab = Lab.of(number).orElseThrow(() -> new Failure(
                    ExitCode.USAGE, "there is no lab %d; use one of: %s".formatted(number, numbers())));
            try {
                LabFolder.start(lab, folder);
            } catch (IOException e) {
                throw new Failure(ExitCode.UNWRITABLE, "%s: cannot be written: %s".formatted(folder, Reason.of(e)));
            }
            print(spec, "Lab %d, %s. Read %s, write %s, and run: splitvisor lab check %s\n".formatted(
                    lab.number(), lab.title(), folder.resolve("README.md"),
                    lab.files().stream().map(folder::resolve).map(Path::toString).collect(Collectors.joining(", ")),
                    folder));
            return ExitCode.OK.code();
        }

        private static String numbers() {
            return Arrays.stream(Lab.values()).map(lab -> "" + lab.number()).collect(Collectors.joining(", "));
        }
    }

    /// `splitvisor lab check`.
    @Command(name = "check", description = "Says what a submission achieves, and what to do next.")
    static final class CheckCommand implements Callable<Integer> {

        @Parameters(paramLabel = "DIR", description = "The submission.")
        private Path folder;

        @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
        private boolean help;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Failure {
            Result result = examine(new Sandbox(Sandbox.Limits.USUAL), folder);
            print(spec, Feedback.of(result));
            if (!result.isComplete()) {
                throw new Failure(result.exitCode(), "%d of %d points".formatted(result.points(), result.of()));
            }
            return ExitCode.OK.code();
        }
    }

    static Result examine(Sandbox sandbox, Path folder) throws Failure {
        try {
            return sandbox.examine(folder);
        } catch (IOException e) {
            throw new Failure(ExitCode.UNWRITABLE, "%s: cannot be examined in %s: %s".formatted(
                    folder, System.getProperty("java.io.tmpdir"), Reason.of(e)));
        }
    }

    private static void print(CommandSpec spec, String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
