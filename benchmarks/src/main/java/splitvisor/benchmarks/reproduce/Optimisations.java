package splitvisor.benchmarks.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import splitvisor.benchmarks.host.StepMeter;

/// The way from the papers' split mode to today's VHE, one change at a time: the steps of the switch that belong to a
/// change are exchanged for those of the other hypercall. First the newer kernel, in split mode; then VHE, in that
/// kernel. The totals at both ends and where they meet are measured; the rungs between them are made of measured steps,
/// of kernels that never existed.
public final class Optimisations {

    /// Whose merit a rung is.
    public enum Stage {
        KERNEL("the newer kernel"),
        VHE("VHE");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// One rung: what is left after it, and what it took away.
    ///
    /// @param dearer why it adds where it takes nothing away, or null
    public record Rung(Stage stage, String name, double left, double taken, String dearer) {}

    /// A change and the names of the steps that it changes; the first that matches wins.
    private record Change(String name, Pattern steps, String dearer) {
        static Change of(String name, String steps, String dearer) {
            return new Change(name, Pattern.compile(steps), dearer);
        }
    }

    private static final List<Change> KERNEL = List.of(
            Change.of("VGIC left alone when idle", "VGIC", null),
            Change.of("FP switched on first use", "FP", null),
            Change.of("another way to EL2 and back", "call EL2|return to host|host buffers",
                    "an HVC of the newer kernel's saves all 31 general-purpose registers of the host, where the older"
                            + " one's left that to its caller"),
            Change.of("everything else", "",
                    "on the way into the guest and out the newer kernel moves a few registers more, and has barriers"));

    private static final List<Change> VHE = List.of(
            Change.of("direct call instead of HVC", "call EL2|return to host|host buffers", null),
            Change.of("EL1 registers deferred to load and put", "(save|restore) (host|guest) state", null),
            Change.of("common traps set at load, the timer's at boot", "traps", null),
            Change.of("host's stage 2 not put back", "stage 2", null),
            Change.of("everything else", "", null));

    private Optimisations() {}

    /// All rungs; their `taken` add up to the difference between the first and the last of the four hypercalls.
    static List<Rung> of(Corners corners) {
        List<Rung> rungs = new ArrayList<>();
        rungs.addAll(between(Stage.KERNEL, KERNEL, corners.then().split(), corners.now().split()));
        rungs.addAll(between(Stage.VHE, VHE, corners.now().split(), corners.now().vhe()));
        return rungs;
    }

    private static List<Rung> between(Stage stage, List<Change> changes, Hypercall from, Hypercall to) {
        List<Rung> rungs = new ArrayList<>();
        double left = total(from);
        for (Change change : changes) {
            double taken = cycles(from, change, changes) - cycles(to, change, changes);
            left -= taken;
            rungs.add(new Rung(stage, change.name, left, taken, change.dearer));
        }
        return rungs;
    }

    /// The sum of the steps.
    static double total(Hypercall hypercall) {
        return hypercall.steps().stream().mapToDouble(hypercall::cycles).sum();
    }

    private static double cycles(Hypercall hypercall, Change change, List<Change> changes) {
        double sum = 0;
        for (StepMeter.Counted step : hypercall.steps()) {
            Change owner = changes.stream().filter(c -> c.steps.matcher(step.name()).find()).findFirst().orElseThrow();
            sum += owner == change ? hypercall.cycles(step) : 0;
        }
        return sum;
    }
}
