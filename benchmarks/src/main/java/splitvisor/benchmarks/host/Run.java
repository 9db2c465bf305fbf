package splitvisor.benchmarks.host;

import java.util.List;
import java.util.stream.IntStream;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.engine.NotModelledException;
import splitvisor.cpu.hosted.Coroutine;
import splitvisor.cpu.observe.Observer;
import splitvisor.highvisor.user.Vmm;

/// One operation in one host, from reset to the guests' power-off.
public final class Run {

    private Run() {}

    /// What the guests wrote to their UARTs.
    public static String of(
            Operation operation, String hostName, CostProfile profile, long iterations, Observer observer)
            throws Failure {
        OperationsGuest guest = new OperationsGuest();
        String[] console = new String[1];
        Failure[] failure = new Failure[1];
        try {
            Coroutine.runMain(() -> {
                Host host = Host.boot(hostName, profile, observer);
                List<Vmm> vmms =
                        IntStream.range(0, operation.vms())
                                .mapToObj(number -> guest.vmm(operation, number, iterations))
                                .toList();
                vmms.forEach(host.kernel()::spawn);
                host.kernel().run();
                console[0] = host.kernel().console();
                if (vmms.stream().anyMatch(vmm -> vmm.outcome() != Vmm.Outcome.POWERED_OFF)) {
                    failure[0] = new Failure(ExitCode.NOT_MODELLED, String.join("; ", host.kernel().log()));
                }
            });
        } catch (NotModelledException e) {
            String where = "%s, host %s".formatted(operation.label(), hostName);
            throw new Failure(ExitCode.NOT_MODELLED, "%s: %s".formatted(where, e.getMessage()));
        }
        if (failure[0] != null) {
            throw failure[0];
        }
        return console[0];
    }
}
