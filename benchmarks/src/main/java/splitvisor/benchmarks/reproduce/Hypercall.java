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
    private static final String OLD = "linux-4.0";
    private static final String NEW = "linux-6.1";
    private static final int WANTED_GIC = 2;

    /// The rows of ISCA 2016, Table III, by the names that a [Part] knows.
    private static final List<String> CLASSES =
            List.of("GP", "FP", "EL1_SYSTEM", "VGIC", "TIMER", "EL2_CONFIG", "EL2_VIRTUAL_MEMORY");

    /// What a round trip saves and restores of a class of registers, in cycles.
    public record Moved(String registers, double save, double restore) {}

    /// The hypercall as the papers measured it, in split mode: of the oldest generation that the hosts follow.
    static Hypercall split(Laboratory laboratory, CostProfile profile) throws NotModelled {
        return of(laboratory, profile, "split", laboratory.generations().contains(OLD) ? OLD : NEW);
    }

    /// The hypercall of today's kernel under VHE.
    static Hypercall vhe(Laboratory laboratory, CostProfile profile) throws NotModelled {
        return of(laboratory, profile, "vhe", NEW);
    }

    /// The hypercall of today's kernel in split mode.
    static Hypercall splitToday(Laboratory laboratory, CostProfile profile) throws NotModelled {
        return of(laboratory, profile, "split", NEW);
    }

    private static Hypercall of(Laboratory laboratory, CostProfile profile, String host, String generation)
            throws NotModelled {
        Usage whole = laboratory.usage(experiment(host, generation, new Part.Whole()));
        List<Moved> moved = new ArrayList<>();
        for (String registers : CLASSES) {
            moved.add(new Moved(
                    new Part.Moves(registers, true).label(),
                    cycles(laboratory, experiment(host, generation, new Part.Moves(registers, true)), profile),
                    cycles(laboratory, experiment(host, generation, new Part.Moves(registers, false)), profile)));
        }
        return new Hypercall(
                "%s, %s".formatted(host.equals("vhe") ? "VHE" : host, generation),
                whole,
                laboratory.steps(experiment(host, generation, new Part.Whole())),
                List.copyOf(moved),
                profile);
    }

    private static Experiment experiment(String host, String generation, Part part) {
        return Experiment.of(OPERATION, host, generation, WANTED_GIC, part);
    }

    private static double cycles(Laboratory laboratory, Experiment experiment, CostProfile profile) throws NotModelled {
        return laboratory.usage(experiment).cycles(profile).doubleValue();
    }

    /// Its cycles.
    public double cycles() {
        return usage.cycles(profile).doubleValue();
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
