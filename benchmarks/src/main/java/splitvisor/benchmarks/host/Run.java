package splitvisor.benchmarks.host;

import java.util.ArrayList;
import java.util.List;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.engine.NotModelledException;
import splitvisor.cpu.hosted.Coroutine;
import splitvisor.cpu.hosted.LimitReachedException;
import splitvisor.cpu.observe.Observer;
import splitvisor.highvisor.kernel.HostKernel;
import splitvisor.highvisor.kernel.Scheduler.DeadlockException;
import splitvisor.highvisor.user.Vmm;

/// One operation in one host, from reset to the guests' power-off.
///
/// @param guest the program
/// @param operation what it shall do
/// @param host the name of the host configuration
/// @param maxInstructions how many instructions the machine may execute, from reset
public record Run(
        OperationsGuest guest, Operation operation, String host, CostProfile profile, long maxInstructions) {

    /// Does the operation `iterations` times under the eyes of `observer`, which may be null; returns what
    /// the guests wrote to their UARTs.
    public String execute(long iterations, Observer observer) throws Failure {
        List<Vmm> vmms = new ArrayList<>();
        for (int number = 0; number < operation.vms(); number++) {
            vmms.add(guest.vmm(operation, number, iterations));
        }
        HostKernel[] kernel = new HostKernel[1];
        try {
            Coroutine.runMain(() -> {
                Host booted = Host.boot(host, profile, observer);
                booted.hostedCpu().limit(maxInstructions);
                kernel[0] = booted.kernel();
                vmms.forEach(kernel[0]::spawn);
                kernel[0].run();
            });
        } catch (NotModelledException e) {
            throw failed(ExitCode.NOT_MODELLED, e.getMessage());
        } catch (LimitReachedException e) {
            throw failed(ExitCode.LIMIT, e.getMessage() + "; see --max-instructions");
        } catch (DeadlockException e) {
            throw failed(ExitCode.NOT_MODELLED, e.getMessage());
        }
        if (vmms.stream().anyMatch(vmm -> vmm.outcome() == Vmm.Outcome.NOT_EMULATED)) {
            throw failed(ExitCode.NOT_MODELLED, String.join("; ", kernel[0].log()));
        }
        return kernel[0].console();
    }

    private Failure failed(ExitCode code, String what) {
        return new Failure(code, "%s, host %s: %s".formatted(operation.label(), host, what));
    }
}
