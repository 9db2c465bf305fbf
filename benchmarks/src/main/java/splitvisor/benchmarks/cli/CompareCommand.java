package splitvisor.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.compare.Comparison;
import splitvisor.benchmarks.compare.GuestSource;
import splitvisor.benchmarks.compare.Setup;
import splitvisor.benchmarks.papers.Fitted;
import splitvisor.benchmarks.report.JsonReport;
import splitvisor.benchmarks.report.Report;
import splitvisor.benchmarks.report.TextReport;
import splitvisor.cpu.cost.CostProfile;

/// `splitvisor compare`: the same guests in each host, and a table of what it took.
@Command(
        name = "compare",
        description = "Runs the same guests in each host on the same machine, and shows what each operation took.",
        sortOptions = false)
public final class CompareCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(CompareCommand.class);

    private final Comparison comparison;

    private CommandSpec spec;

    @Option(names = "--host", split = ",", paramLabel = "HOST", description = "Hosts to compare (default: all).")
    private List<String> hosts = List.of();

    @Option(names = "--bench", split = ",", paramLabel = "NAME", description = "Operations (default: all).")
    private List<String> operations = List.of();

    @Option(names = "--profile", paramLabel = "P", description = "Cost profile: a built-in name, or a JSON file.")
    private String profile = CostProfile.BUILT_IN.getFirst();

    @Option(names = "--generation", paramLabel = "G", description = "KVM generation that both hosts follow.")
    private String generation;

    @Option(names = "--gic", paramLabel = "2|3", description = "Version of the GIC (default: the profile's).")
    private String gic;

    @Option(names = "--guest", paramLabel = "F", description = "Guest program, in GNU assembly, instead of ours.")
    private String guest;

    @Option(
            names = "--max-instructions",
            paramLabel = "N",
            description = "Give a run up after N instructions (${DEFAULT-VALUE}).")
    private long maxInstructions = 100_000_000;

    @Option(names = "--json", paramLabel = "F", description = "Write the same as JSON to F; -: to stdout, alone.")
    private String json;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    /// The command that shows what `comparison` measures.
    public CompareCommand(Comparison comparison) {
        this.comparison = comparison;
    }

    /// Lets the help name what can be chosen.
    @Spec
    void describe(CommandSpec its) {
        spec = its;
        spec.usageMessage()
                .footer(
                        "",
                        "HOST: " + String.join(", ", comparison.hosts()),
                        "NAME: " + String.join(", ", comparison.operations()),
                        "P:    " + String.join(", ", CostProfile.BUILT_IN) + ", or a file",
                        "G:    " + String.join(", ", comparison.generations()),
                        "The first generation and built-in profile are the defaults.");
    }

    @Override
    public Integer call() throws Failure {
        Setup setup = setup();
        Path file = json == null || json.equals("-") ? null : Path.of(json);
        if (file != null) {
            Output.check("--json", file);
        }
        Report report = Fitted.mark(comparison.measure(setup));
        LOG.debug("measured {} operations in {}", report.operations().size(), report.hosts());
        PrintWriter out = spec.commandLine().getOut();
        if ("-".equals(json)) {
            out.print(JsonReport.of(report, Version.number()));
        } else {
            out.print(TextReport.of(report));
        }
        out.flush();
        if (file != null) {
            Output.write("--json", file, JsonReport.of(report, Version.number()));
        }
        return ExitCode.OK.code();
    }

    private Setup setup() throws Failure {
        CostProfile costs = ProfileOption.read(profile);
        return new Setup(
                choose("--host", hosts, comparison.hosts()),
                choose("--bench", operations, comparison.operations()),
                costs,
                choose("--generation", generation, comparison.generations()),
                ProfileOption.gic(gic, comparison.gicVersions(), costs),
                guest == null
                        ? GuestSource.builtIn()
                        : new GuestSource(guest, Input.text("--guest", guest, "")),
                positive("--max-instructions", maxInstructions));
    }

    private static long positive(String option, long value) throws Failure {
        if (value <= 0) {
            throw new Failure(ExitCode.USAGE, "%s: %d is not a positive number".formatted(option, value));
        }
        return value;
    }

    /// What was given, in its order and without repetitions; all that is known if nothing was given.
    private static List<String> choose(String option, List<String> given, List<String> known) throws Failure {
        for (String name : given) {
            choose(option, name, known);
        }
        return given.isEmpty() ? known : List.copyOf(new LinkedHashSet<>(given));
    }

    private static String choose(String option, String given, List<String> known) throws Failure {
        if (given == null) {
            return known.getFirst();
        }
        Choice.check(option, given, known);
        return given;
    }
}
