package splitvisor.cpu.hosted;

/// What stands behind a vector table that hosted software installed.
public sealed interface HostedVector {

    /// A handler on a stack of its own: called when the exception arrives, it runs until it executes
    /// ERET, and the interrupted program goes on. `offset` is the vector's offset in the table, 0 to
    /// 0x780 (Arm ARM D1.3.1).
    non-sealed interface Handler extends HostedVector {
        void handle(int offset);
    }

    /// Code that continues the stack which entered the lower level: an exception that arrives here
    /// ends [HostedCpu#resume], which returns the offset. KVM's guest-exit vectors are of this kind.
    non-sealed interface Landing extends HostedVector {}
}
