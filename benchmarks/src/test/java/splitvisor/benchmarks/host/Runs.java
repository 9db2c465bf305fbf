package splitvisor.benchmarks.host;

import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.compare.GuestSource;
import splitvisor.cpu.cost.CostProfile;

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

    static SpanMeter spans(Run run) throws Failure {
        return new SpanMeter(run.guest().begin(run.operation()), run.guest().end(run.operation()));
    }
}
