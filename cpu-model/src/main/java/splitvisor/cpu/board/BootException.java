package splitvisor.cpu.board;

/// An image, or a wish about the machine, that cannot be fulfilled. The message is one line that says what is
/// wrong and with which file.
public final class BootException extends Exception {

    BootException(String message) {
        super(message, null, false, false);
    }
}
