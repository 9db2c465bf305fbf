package splitvisor.cpu.isa;

/// Why a statement is not what a [Syntax] asks for, and where. Other forms of the mnemonic may still
/// fit; the mismatch furthest into the statement is the one worth reporting.
final class Mismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final int position;
    private final boolean otherKind;

    /// With `otherKind`, the operand is not even of the right kind (a register for an immediate).
    Mismatch(int position, String message, boolean otherKind) {
        super(message, null, false, false);
        this.position = position;
        this.otherKind = otherKind;
    }

    /// Whether this says more about what is wrong than `other` does.
    boolean saysMoreThan(Mismatch other) {
        return position > other.position || position == other.position && other.otherKind && !otherKind;
    }
}
