package splitvisor.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.calibrate.Calibration;
import splitvisor.benchmarks.calibrate.CalibrationReport;
import splitvisor.benchmarks.calibrate.Recipe;
import splitvisor.benchmarks.calibrate.Recipe.InvalidRecipeException;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.cpu.cost.CostProfile;

/// `splitvisor calibrate`: fits the parameters of a cost profile to published numbers.
@Command(
        name = "calibrate",
        description = "Fits a cost profile's parameters to published numbers by least squares, and writes the profile.",
        sortOptions = false)
public final class CalibrateCommand implements Callable<Integer> {

    private CommandSpec spec;

    @Parameters(paramLabel = "RECIPE", description = "A built-in recipe, or a JSON file.")
    private String recipe;

    @Option(names = "--out", paramLabel = "F", description = "Write the cost profile to F.")
    private Path out;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    /// Lets the help name what can be chosen.
    @Spec
    void describe(CommandSpec its) {
        spec = its;
        spec.usageMessage().footer("", "RECIPE: " + String.join(", ", Recipe.BUILT_IN) + ", or a file");
    }

    @Override
    public Integer call() throws Failure {
        Laboratory laboratory = new Laboratory(CostProfile.builtIn(CostProfile.BUILT_IN.getFirst()), _ -> {});
        Calibration calibration;
        try {
            Recipe read = read();
            if (out != null) {
                Output.check("--out", out);
            }
            calibration = Calibration.of(read, laboratory);
        } catch (InvalidRecipeException e) {
            throw new Failure(ExitCode.UNREADABLE, "%s: %s".formatted(recipe, e.getMessage()));
        }
        PrintWriter stdout = spec.commandLine().getOut();
        stdout.print(CalibrationReport.of(calibration, laboratory));
        stdout.flush();
        if (out != null) {
            Output.write("--out", out, calibration.profileJson());
        }
        return ExitCode.OK.code();
    }

    private Recipe read() throws Failure, InvalidRecipeException {
        if (Recipe.BUILT_IN.contains(recipe)) {
            return Recipe.builtIn(recipe);
        }
        String hint = "give a JSON file or a built-in name (%s)".formatted(String.join(", ", Recipe.BUILT_IN));
        return Recipe.parse(Input.text("RECIPE", recipe, hint));
    }
}
