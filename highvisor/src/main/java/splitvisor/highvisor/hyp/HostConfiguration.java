package splitvisor.highvisor.hyp;

import splitvisor.cpu.hosted.HostedCpu;

/// A host that the kernel model can boot in: a `ServiceLoader` service, so that a lab or a third host
/// plugs in without touching the others.
public interface HostConfiguration {

    /// The name on the command line: `split`, `vhe`.
    String name();

    /// One line for humans.
    String description();

    /// Runs at reset, at EL2 with the MMU off, and leaves the PE at the exception level where the kernel
    /// is to run, still with the MMU off. Registers the hosted texts of its own.
    ///
    /// @param layout where in memory its parts belong
    /// @return how the kernel reaches what stays at EL2
    HypCalls boot(HostedCpu cpu, HostLayout layout);
}
