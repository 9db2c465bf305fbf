package splitvisor.benchmarks.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.PatternSyntaxException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;

/// `splitvisor bench`: JMH on the project's benchmarks, with JMH's own options.
@Command(
        name = "bench",
        description = "Runs the JMH benchmarks; takes JMH's own options and regular expressions (-h lists them).")
public final class BenchCommand implements Callable<Integer> {

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws Failure, IOException {
        try {
            CommandLineOptions options = new CommandLineOptions(arguments.toArray(String[]::new));
            Runner runner = new Runner(new OptionsBuilder()
                    .parent(options)
                    .shouldFailOnError(options.shouldFailOnError().orElse(true)) // JMH's own default ends with 0
                    .build());
            if (options.shouldHelp()) {
                options.showHelp();
            } else if (options.shouldList()) {
                runner.list();
            } else if (options.shouldListWithParams()) {
                runner.listWithParams(options);
            } else if (options.shouldListProfilers()) {
                options.listProfilers();
            } else if (options.shouldListResultFormats()) {
                options.listResultFormats();
            } else {
                runner.run();
            }
            return ExitCode.OK.code();
        } catch (NoBenchmarksException _) { // it has no message
            throw new Failure(ExitCode.USAGE, "JMH: no benchmark has such a name; -l lists them");
        } catch (RunnerException e) {
            throw failure(e);
        } catch (CommandLineOptionException | PatternSyntaxException e) {
            throw new Failure(ExitCode.USAGE, "JMH: " + e.getMessage());
        }
    }

    /// What ended JMH. A benchmark's own exceptions are the suppressed ones of the cause.
    private static Failure failure(RunnerException e) {
        if (e.getCause() == null) {
            return new Failure(ExitCode.USAGE, "JMH: " + e.getMessage());
        }
        return Arrays.stream(e.getCause().getSuppressed())
                .filter(Failure.class::isInstance)
                .map(Failure.class::cast)
                .findFirst()
                .orElseGet(() -> new Failure(ExitCode.INTERNAL, "JMH: a benchmark failed; its exception is above"));
    }
}
