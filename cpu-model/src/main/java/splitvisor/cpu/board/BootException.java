package splitvisor.cpu.board;

import java.io.IOException;

/// An image or another file that a machine cannot start with. The message is one line that says what is wrong and with
/// which file; why a file cannot be read is in the cause.
public final class BootException extends Exception {

    BootException(String message) {
        this(message, null);
    }

    BootException(String message, IOException cause) {
        super(message, cause, false, false);
    }
}
