package splitvisor.cpu.hosted;

/// Hosted software broke the rules under which a Java stack can stand for its control flow: a defect of
/// the host model, never of a guest.
public final class HostedProgramException extends IllegalStateException {
    public HostedProgramException(String message) {
        super(message);
    }
}
