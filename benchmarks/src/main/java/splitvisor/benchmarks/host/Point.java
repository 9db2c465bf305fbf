package splitvisor.benchmarks.host;

import splitvisor.cpu.hosted.CodePath;

/// Where what is measured begins or ends.
public sealed interface Point {

    /// The fetch of an instruction of the guest's, before it executes.
    record Guest(long address) implements Point {}

    /// The first step into a path of the host's code.
    record Host(CodePath path) implements Point {}
}
