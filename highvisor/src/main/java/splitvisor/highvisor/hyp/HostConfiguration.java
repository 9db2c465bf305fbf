package splitvisor.highvisor.hyp;

import splitvisor.cpu.hosted.HostedCpu;

/// A host that the kernel model can boot in: a `ServiceLoader` service, so that a lab or a third host
/// plugs in without touching the others.
public interface HostConfiguration {

    /// The name on the command line: `split`, `vhe`.
    String name();

    /// One line for humans.
    String description();

    /// Registers the hosted texts of its own, before the machine runs.
    ///
    /// @param layout where in memory its parts belong
    /// @param generation whose world switch it shall have
    /// @param gic version of the interrupt controller, 2 or 3
    /// @return how the kernel reaches what stays at EL2
    HypCalls attach(HostedCpu cpu, HostLayout layout, Generation generation, int gic);

    /// Runs on each PE at its reset, at EL2 with the MMU off, and leaves it at the exception level where the
    /// kernel is to run, still with the MMU off.
    void startCpu(HostedCpu cpu, HostLayout layout);
}
