package splitvisor.highvisor.user.device;

import java.io.OutputStream;
import java.util.function.IntConsumer;

/// What a UART transmits, character by character, as QEMU's character devices take it.
public final class Console extends OutputStream {

    private final IntConsumer output;

    public Console(IntConsumer output) {
        this.output = output;
    }

    @Override
    public void write(int character) {
        output.accept(character & 0xff);
    }
}
