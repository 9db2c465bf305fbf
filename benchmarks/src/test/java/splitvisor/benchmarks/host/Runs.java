package splitvisor.benchmarks.host;

import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.compare.GuestSource;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.highvisor.hyp.Generation;

/// Runs of the guest that comes with Splitvisor, for tests.
final class Runs {

    static final CostProfile PROFILE = CostProfile.builtIn("gicv3-server");
    static final long LIMIT = 10_000_000;

    private Runs() {}

    static Run of(Operation operation, String host) throws Failure {
        return of(operation, host, GuestSource.builtIn());
    }

    static Run of(Operation operation, String host, GuestSource source) throws Failure {
        return new Run(new OperationsGuest(source), operation, host, PROFILE, LIMIT);
    }

    /// The same by a KVM of the given generation on a GIC of the given version.
    static Run of(Operation operation, String host, Generation generation, int gic) throws Failure {
        OperationsGuest guest = new OperationsGuest(GuestSource.builtIn(), gic);
        return new Run(guest, operation, host, PROFILE, LIMIT, new Host.Shape(1, gic, 0, null, generation));
    }

    static SpanMeter spans(Run run) throws Failure {
        return new SpanMeter(run.guest().begin(run.operation()), run.guest().end(run.operation()));
    }
}
