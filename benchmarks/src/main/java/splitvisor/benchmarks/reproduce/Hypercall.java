package splitvisor.benchmarks.reproduce;

import java.util.ArrayList;
import java.util.List;
import splitvisor.benchmarks.host.StepMeter;
import splitvisor.benchmarks.papers.Experiment;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.benchmarks.papers.NotModelled;
import splitvisor.benchmarks.papers.Part;
import splitvisor.benchmarks.papers.Usage;
import splitvisor.cpu.cost.CostProfile;

/// The hypercall in one host and one KVM generation, to be taken apart: the whole, its steps, its register classes.
///
/// @param label the host and the generation, for figures
public record Hypercall(
        String label, Usage usage, List<StepMeter.Counted> steps, List<Moved> moved, CostProfile profile) {

    private static final String OPERATION = "hyp_call";

    /// The rows of ISCA 2016, Table III, by the names that a [Part] knows, and what is in none of them.
    private static final List<String> CLASSES =
            List.of("GP", "FP", "EL1_SYSTEM", "VGIC", "TIMER", "EL2_CONFIG", "EL2_VIRTUAL_MEMORY", "OTHERS");

    /// What a round trip saves and restores of a class of registers, in cycles.
    public record Moved(String registers, double save, double restore) {}

    /// Runs it with a GIC of the given version.
    static Hypercall of(Laboratory laboratory, CostProfile profile, String host, String generation, int gic)
            throws NotModelled {
        Experiment experiment = Experiment.of(OPERATION, host, generation, gic, new Part.Whole());
        List<Moved> moved = new ArrayList<>();
        for (String registers : CLASSES) {
            moved.add(new Moved(
                    new Part.Moves(registers, true).label(),
                    cycles(laboratory, experiment.of(new Part.Moves(registers, true)), profile),
                    cycles(laboratory, experiment.of(new Part.Moves(registers, false)), profile)));
        }
        return new Hypercall(
                "%s, %s".formatted(host.equals("vhe") ? "VHE" : host, generation),
                laboratory.usage(experiment),
                laboratory.steps(experiment),
                List.copyOf(moved),
                profile);
    }

    private static double cycles(Laboratory laboratory, Experiment experiment, CostProfile profile) throws NotModelled {
        return laboratory.usage(experiment).cycles(profile).doubleValue();
    }

    /// Its cycles.
    public double cycles() {
        return usage.cycles(profile).doubleValue();
    }

    /// The cycles of what is saved and restored.
    double movedCycles() {
        return moved.stream().mapToDouble(m -> m.save() + m.restore()).sum();
    }

    /// The cycles of a step.
    double cycles(StepMeter.Counted step) {
        return new Usage(new Part.Whole().timesPerCost(step.counts(), 1), 0, 1).cycles(profile).doubleValue();
    }

    /// Its cycles for one cost, by that cost's place in [CostProfile#keys].
    public double cyclesFor(int cost) {
        return usage.per(cost) * profile.centicycles().get(cost) / 100;
    }
}
