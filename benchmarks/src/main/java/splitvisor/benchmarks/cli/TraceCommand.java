package splitvisor.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.host.Host;
import splitvisor.benchmarks.host.HostComparison;
import splitvisor.benchmarks.host.Operation;
import splitvisor.benchmarks.trace.ChromeTrace;
import splitvisor.benchmarks.trace.OperationTrace;
import splitvisor.benchmarks.trace.TracePage;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.highvisor.hyp.Generation;

/// `splitvisor trace`: one steady iteration of an operation, to be looked at.
@Command(
        name = "trace",
        description = {
            "Records one steady iteration of an operation in each host, step by step.",
            "It is written as a page, as data or as text; without an output option as text to stdout."
        },
        sortOptions = false)
public final class TraceCommand implements Callable<Integer> {

    private CommandSpec spec;

    @Option(names = "--op", paramLabel = "NAME", required = true, description = "The operation.")
    private String operation;

    @Option(names = "--host", split = ",", paramLabel = "HOST", description = "Hosts to show (default: all).")
    private List<String> hosts = List.of();

    @Option(names = "--profile", paramLabel = "P", description = "Cost profile: a built-in name, or a JSON file.")
    private String profile = CostProfile.BUILT_IN.getFirst();

    @Option(names = "--generation", paramLabel = "G", description = "KVM generation that the hosts follow.")
    private String generation = Generation.labels().getFirst();

    @Option(names = "--gic", paramLabel = "2|3", description = "Version of the GIC (default: the profile's).")
    private String gic;

    @Option(names = "--html", paramLabel = "F", description = "Write one page that needs no other file and no network.")
    private String html;

    @Option(names = "--chrome", paramLabel = "F", description = "Write Chrome trace events in JSON (Perfetto).")
    private String chrome;

    @Option(names = "--kvm", paramLabel = "F", description = "Write KVM's tracepoints in ftrace's format.")
    private String kvm;

    @Option(names = "--text", paramLabel = "F", description = "Write it as text. -, here and above: to stdout.")
    private String text;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    /// Lets the help name what can be chosen.
    @Spec
    void describe(CommandSpec its) {
        spec = its;
        spec.usageMessage()
                .footer(
                        "",
                        "NAME: " + String.join(", ", Operation.labels()),
                        "HOST: " + String.join(", ", Host.names()),
                        "P:    " + String.join(", ", CostProfile.BUILT_IN) + ", or a file",
                        "G:    " + String.join(", ", Generation.labels()));
    }

    @Override
    public Integer call() throws Failure {
        List<String> outputs = Stream.of(html, chrome, kvm, text).filter(file -> file != null).toList();
        if (outputs.isEmpty()) {
            text = "-";
        }
        if (outputs.stream().filter("-"::equals).count() > 1) {
            throw new Failure(ExitCode.USAGE, "only one of --html, --chrome, --kvm and --text can go to stdout");
        }
        Choice.check("--op", operation, Operation.labels());
        for (String host : hosts) {
            Choice.check("--host", host, Host.names());
        }
        Choice.check("--generation", generation, Generation.labels());
        CostProfile costs = ProfileOption.read(profile);
        int version = ProfileOption.gic(gic, new HostComparison().gicVersions(), costs);
        Output.remark(spec, costs.caveat(version));
        Host.Shape shape = new Host.Shape(1, version, 0, null, Generation.of(generation));
        List<OperationTrace> traces = new ArrayList<>();
        for (String host : hosts.isEmpty() ? Host.names() : List.copyOf(new LinkedHashSet<>(hosts))) {
            traces.add(OperationTrace.of(Operation.of(operation), host, costs, shape));
        }
        write(traces, version, costs);
        return ExitCode.OK.code();
    }

    private void write(List<OperationTrace> traces, int version, CostProfile costs) throws Failure {
        String names = String.join(" and ", traces.stream().map(OperationTrace::host).toList());
        int usualGic = CostProfile.builtIn(CostProfile.BUILT_IN.getFirst()).gic();
        boolean usual = generation.equals(Generation.labels().getFirst()) && version == usualGic;
        String assumed = costs.caveat(version).isPresent() ? " at assumed costs" : "";
        String title = "%s: %s".formatted(operation, names)
                + (usual ? "" : ", %s, GICv%d%s".formatted(generation, version, assumed));
        var recordings = traces.stream().map(OperationTrace::recording).toList();
        write("--html", html, out -> TracePage.write(title, recordings, out));
        write("--chrome", chrome, out -> ChromeTrace.write(title, recordings, out));
        write("--kvm", kvm, out -> out.write(joined(traces, OperationTrace::tracepoints)));
        write("--text", text, out -> out.write(joined(traces, OperationTrace::text)));
    }

    /// The texts of all hosts, each under its name when there are several.
    private static String joined(
            List<OperationTrace> traces, Function<OperationTrace, String> part) {
        StringBuilder all = new StringBuilder();
        for (OperationTrace trace : traces) {
            all.append(traces.size() > 1 ? "# host " + trace.host() + "\n" : "").append(part.apply(trace));
        }
        return all.toString();
    }

    private interface Content {
        void to(Writer out) throws IOException;
    }

    private void write(String option, String file, Content content) throws Failure {
        if (file == null) {
            return;
        }
        if (file.equals("-")) {
            print(content);
            return;
        }
        try (Writer out = StepOptions.writer(option, Path.of(file))) {
            content.to(out);
        } catch (IOException e) {
            throw Output.unwritable(option, file, e);
        }
    }

    private void print(Content content) {
        StringWriter all = new StringWriter();
        try {
            content.to(all);
        } catch (IOException e) {
            throw new IllegalStateException(e); // a string takes everything
        }
        PrintWriter stdout = spec.commandLine().getOut();
        stdout.print(all);
        stdout.flush();
    }
}
