package splitvisor.benchmarks.host;

import java.util.ArrayList;
import java.util.List;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.observe.Observer;
import splitvisor.highvisor.user.Vmm;

/// One operation in one host, from reset to the guests' power-off.
///
/// @param guest the program
/// @param operation what it shall do
/// @param host the name of the host configuration
/// @param maxInstructions how many instructions the machine may execute, from reset
/// @param shape what the machine is made of
public record Run(
        OperationsGuest guest,
        Operation operation,
        String host,
        CostProfile profile,
        long maxInstructions,
        Host.Shape shape) {

    /// The same on one PE with a GICv3 and the KVM of today.
    public Run(OperationsGuest guest, Operation operation, String host, CostProfile profile, long maxInstructions) {
        this(guest, operation, host, profile, maxInstructions, new Host.Shape(1, 3, 0));
    }

    /// Does the operation `iterations` times under the eyes of `observer`, which may be null; returns what
    /// the guests wrote to their UARTs.
    public String execute(long iterations, Observer observer) throws Failure {
        List<Vmm> vmms = new ArrayList<>();
        for (int number = 0; number < operation.vms(); number++) {
            vmms.add(guest.vmm(operation, number, iterations));
        }
        Host.Shape needed = shape.with(operation.pes(), guest.extraRam(operation, iterations));
        Host booted = Host.of(host, profile, needed, observer);
        vmms.forEach(booted::spawn);
        try {
            booted.run(maxInstructions);
        } catch (Failure e) {
            throw failed(e.code(), e.getMessage());
        }
        if (vmms.stream().anyMatch(vmm -> vmm.outcome() == Vmm.Outcome.NOT_EMULATED)) {
            throw failed(ExitCode.NOT_MODELLED, String.join("; ", booted.kernel().log()));
        }
        return booted.kernel().console();
    }

    private Failure failed(ExitCode code, String what) {
        return new Failure(code, "%s, host %s: %s".formatted(operation.label(), host, what));
    }
}
