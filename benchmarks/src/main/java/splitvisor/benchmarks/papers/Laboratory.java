package splitvisor.benchmarks.papers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.compare.Comparison;
import splitvisor.benchmarks.compare.GuestSource;
import splitvisor.benchmarks.compare.Setup;
import splitvisor.benchmarks.host.HostComparison;
import splitvisor.benchmarks.host.Operation;
import splitvisor.benchmarks.host.StepMeter;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.Event;

/// Runs experiments on the machine, each configuration once.
public final class Laboratory {

    /// Told about each run before it starts.
    @FunctionalInterface
    public interface Progress {
        void runs(String what);
    }

    private static final long MAX_INSTRUCTIONS = 100_000_000;

    private record Configuration(String operation, String host, String generation, int gic) {}

    private final Comparison machine = new HostComparison();
    private final CostProfile profile;
    private final Progress progress;
    private final long maxInstructions;
    private final Map<Configuration, HostComparison.Sum> sums = new HashMap<>();
    private final Map<Configuration, List<StepMeter.Counted>> steps = new HashMap<>();
    private final Map<Configuration, Map<String, Set<String>>> moves = new HashMap<>();

    /// A laboratory on a machine with the given costs. Counts do not depend on them but where simulated time does.
    public Laboratory(CostProfile profile, Progress progress) {
        this(profile, progress, MAX_INSTRUCTIONS);
    }

    /// The same, which gives a run up after so many instructions.
    public Laboratory(CostProfile profile, Progress progress, long maxInstructions) {
        this.profile = profile;
        this.progress = progress;
        this.maxInstructions = maxInstructions;
    }

    public CostProfile profile() {
        return profile;
    }

    /// What one occurrence of the experiment charges.
    public Usage usage(Experiment experiment) throws NotModelled {
        Configuration configuration = configuration(experiment);
        if (experiment.part() instanceof Part.Registers registers) {
            return registers(configuration, registers);
        }
        HostComparison.Sum sum = sum(configuration);
        long[] times = experiment.part().timesPerCost(sum.counts(), HostComparison.COUNTED);
        if (experiment.part() instanceof Part.Whole && !experiment.without().isEmpty()) {
            leaveOut(times, configuration, Pattern.compile(experiment.without()));
        }
        for (int i = 0; i < times.length; i++) {
            times[i] *= experiment.times();
        }
        long estimated = experiment.part() instanceof Part.Whole ? sum.estimated() * experiment.times() : 0;
        return new Usage(times, estimated, HostComparison.COUNTED * experiment.perIteration());
    }

    private Usage registers(Configuration c, Part.Registers part) throws NotModelled {
        Pattern wanted = Pattern.compile(part.moves());
        Set<String> moved = moves(c).getOrDefault(part.step(), Set.of());
        long[] once = new long[CostProfile.keys().size()];
        once[Event.INSTRUCTION.ordinal()] = moved.stream().filter(m -> wanted.matcher(m).lookingAt()).count();
        return new Usage(once, 0, 1);
    }

    private Map<String, Set<String>> moves(Configuration c) throws NotModelled {
        Map<String, Set<String>> known = moves.get(c);
        if (known == null) {
            try {
                known = HostComparison.moves(Operation.of(c.operation), c.host, setup(c));
            } catch (Failure e) {
                throw NotModelled.of(e);
            }
            moves.put(c, known);
        }
        return known;
    }

    /// The steps of one iteration, in order.
    public List<StepMeter.Counted> steps(Experiment experiment) throws NotModelled {
        return steps(configuration(experiment));
    }

    /// The version of the GIC that the machine takes where `wanted` was measured: that one, or the only one it has.
    public int gic(int wanted) {
        return machine.gicVersions().contains(wanted) ? wanted : machine.gicVersions().getFirst();
    }

    private void leaveOut(long[] times, Configuration configuration, Pattern names) throws NotModelled {
        for (StepMeter.Counted step : steps(configuration)) {
            if (names.matcher(step.name()).find()) {
                long[] of = new Part.Whole().timesPerCost(step.counts(), 1);
                for (int i = 0; i < times.length; i++) {
                    times[i] -= of[i] * HostComparison.COUNTED;
                }
            }
        }
    }

    private Configuration configuration(Experiment e) throws NotModelled {
        if (!machine.hosts().contains(e.host())) {
            throw new NotModelled("there is no host '%s'".formatted(e.host()));
        }
        if (!machine.operations().contains(e.operation())) {
            throw new NotModelled("the machine has no operation '%s' yet".formatted(e.operation()));
        }
        if (!machine.generations().contains(e.generation())) {
            throw new NotModelled("the hosts do not follow KVM generation %s yet".formatted(e.generation()));
        }
        return new Configuration(e.operation(), e.host(), e.generation(), gic(e.gic()));
    }

    private HostComparison.Sum sum(Configuration c) throws NotModelled {
        HostComparison.Sum known = sums.get(c);
        if (known == null) {
            progress.runs("%s, %s, %s, GICv%d".formatted(c.operation, c.host, c.generation, c.gic));
            try {
                known = HostComparison.sum(Operation.of(c.operation), c.host, setup(c));
            } catch (Failure e) {
                throw NotModelled.of(e);
            }
            sums.put(c, known);
        }
        return known;
    }

    private List<StepMeter.Counted> steps(Configuration c) throws NotModelled {
        List<StepMeter.Counted> known = steps.get(c);
        if (known == null) {
            progress.runs("%s, %s, %s, GICv%d, step by step".formatted(c.operation, c.host, c.generation, c.gic));
            try {
                known = HostComparison.countSteps(Operation.of(c.operation), c.host, setup(c));
            } catch (Failure e) {
                throw NotModelled.of(e);
            }
            steps.put(c, known);
        }
        return known;
    }

    private Setup setup(Configuration c) {
        return new Setup(
                List.of(c.host),
                List.of(c.operation),
                profile,
                c.generation,
                c.gic,
                GuestSource.builtIn(),
                maxInstructions);
    }
}
