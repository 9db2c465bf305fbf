package splitvisor.benchmarks.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import splitvisor.benchmarks.host.StepMeter;

/// The way from the papers' split mode to VHE, one optimisation at a time: the steps of the switch that belong to an
/// optimisation are exchanged for those of the other host. The totals at both ends are measured; the rungs between
/// them are made of measured steps, of kernels that never existed.
public final class Optimisations {

    /// One rung: what is left after it, and what it took away.
    public record Rung(String name, double left, double taken) {}

    /// An optimisation and the names of the steps that it changes; the first that matches wins.
    private record Optimisation(String name, Pattern steps) {
        static Optimisation of(String name, String steps) {
            return new Optimisation(name, Pattern.compile(steps));
        }
    }

    private static final List<Optimisation> ALL = List.of(
            Optimisation.of("direct call instead of HVC", "call EL2|return to host|host buffers"),
            Optimisation.of("EL1 registers deferred to load and put", "(save|restore) (host|guest) state"),
            Optimisation.of("VGIC left alone when idle", "VGIC"),
            Optimisation.of("FP switched on first use", "FP"),
            Optimisation.of("traps, timer, stage 2 set at load", "traps|timer|stage 2"),
            Optimisation.of("everything else", ""));

    private Optimisations() {}

    /// The rungs between two hypercalls; their `taken` add up to the difference.
    static List<Rung> between(Hypercall from, Hypercall to) {
        List<Rung> rungs = new ArrayList<>();
        double left = total(from);
        for (Optimisation optimisation : ALL) {
            double taken = cycles(from, optimisation) - cycles(to, optimisation);
            left -= taken;
            rungs.add(new Rung(optimisation.name, left, taken));
        }
        return rungs;
    }

    /// The sum of the steps.
    static double total(Hypercall hypercall) {
        return hypercall.steps().stream().mapToDouble(hypercall::cycles).sum();
    }

    private static double cycles(Hypercall hypercall, Optimisation optimisation) {
        double sum = 0;
        for (StepMeter.Counted step : hypercall.steps()) {
            Optimisation owner =
                    ALL.stream().filter(o -> o.steps.matcher(step.name()).find()).findFirst().orElseThrow();
            sum += owner == optimisation ? hypercall.cycles(step) : 0;
        }
        return sum;
    }
}
