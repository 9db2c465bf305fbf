package splitvisor.cpu.isa;

/// Why a statement is not what a [Syntax] asks for, and where. Other forms of the mnemonic may still
/// fit; the mismatch furthest into the statement is the one worth reporting.
final class Mismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final int position;

    Mismatch(int position, String message) {
        super(message, null, false, false);
        this.position = position;
    }
}
