package splitvisor.benchmarks.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// What lies between a guest's console and the command's stdout: it says what went wrong.
final class Console extends FilterOutputStream {

    /// It cannot be written: its reader is gone, or its disk is full. The command ends then.
    static final class UnwritableException extends IOException {
        private UnwritableException(IOException e) {
            super("the guest's console cannot be written: " + Reason.of(e), e);
        }
    }

    private Console(OutputStream stdout) {
        super(stdout);
    }

    /// A console with a buffer, which writes whole arrays. Closing it leaves stdout open.
    static OutputStream on(OutputStream stdout) {
        return new BufferedOutputStream(new Console(stdout));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws UnwritableException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw new UnwritableException(e);
        }
    }

    @Override
    public void close() {}
}
