package splitvisor.benchmarks.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.compare.GuestSource;
import splitvisor.benchmarks.compare.Setup;
import splitvisor.benchmarks.host.HostComparison;
import splitvisor.benchmarks.host.Operation;
import splitvisor.benchmarks.host.StepMeter;
import splitvisor.benchmarks.papers.NotModelled;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.reproduce.PaperFiles;
import splitvisor.benchmarks.svg.Lanes;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.highvisor.hyp.Generation;

/// The book's pictures of what the machine did: it is run for each.
final class MeasuredPictures {

    private static final CostProfile PROFILE = CostProfile.builtIn("gicv3-server");
    private static final long LIMIT = 10_000_000;

    /// A colour's name and the steps of the switch that have it; the first that matches wins.
    private record Kind(String name, Pattern steps) {
        static Kind of(String name, String steps) {
            return new Kind(name, Pattern.compile(steps));
        }
    }

    private static final List<Kind> KINDS = List.of(
            Kind.of("guest", "^guest$"),
            Kind.of("host kernel", "^host kernel$"),
            Kind.of("in and out: general-purpose registers, vectors, calls", "leave|enter|call|return"),
            Kind.of("EL1, EL0 and return state saved and restored", "(save|restore) (host|guest) state"),
            Kind.of("traps, stage 2, vGIC, timer, debug", ""));

    private MeasuredPictures() {}

        static String hypercall(String... hosts) throws Failure {
        return lanes("One hypercall, from HVC to the next instruction of the guest", Operation.HYP_CALL, hosts);
    }

    static String wfiTimer() throws Failure {
        return lanes("One wait for a timer, from WFI to the instruction after it", Operation.WFI_TIMER, "split", "vhe");
    }

    private static String lanes(String title, Operation operation, String... hosts) throws Failure {
        Lanes lanes = new Lanes(
                "%s, in cycles of %s".formatted(title, PROFILE.name()), KINDS.stream().map(Kind::name).toList());
        for (String host : hosts) {
            lanes.run(host.equals("vhe") ? "VHE" : "split", pieces(operation, host));
        }
        return lanes.svg();
    }

    private static List<Lanes.Piece> pieces(Operation operation, String host) throws Failure {
        Setup setup = new Setup(List.of(host), List.of(operation.label()), PROFILE,
                Generation.LINUX_6_1.label(), 3, GuestSource.builtIn(), LIMIT);
        List<Lanes.Piece> pieces = new ArrayList<>();
        for (StepMeter.Counted step : HostComparison.countSteps(operation, host, setup)) {
            pieces.add(new Lanes.Piece(
                    step.el(), step.name(), kind(step.name()), step.counts().centicycles() / 100.0));
        }
        return pieces;
    }

    private static int kind(String step) {
        for (int i = 0; i < KINDS.size(); i++) {
            if (KINDS.get(i).steps.matcher(step).find()) {
                return i;
            }
        }
        throw new IllegalArgumentException(step);
    }

        /// The figures that `splitvisor reproduce` draws for a paper, by file name.
    static Map<String, String> ofPaper(String id) {
        Paper paper = Paper.of(id);
        try {
            return PaperFiles.of(paper, CostProfile.builtIn(paper.profile()), _ -> {}).files();
        } catch (NotModelled e) {
            throw new AssertionError(e);
        }
    }
}
