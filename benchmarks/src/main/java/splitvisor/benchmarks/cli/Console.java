package splitvisor.benchmarks.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// A guest's console, on the command's stdout.
final class Console extends OutputStream {

    /// It cannot be written: its reader is gone, or its disk is full. The command ends then.
    static final class UnwritableException extends IOException {
        private UnwritableException(IOException e) {
            super("the guest's console cannot be written: " + Reason.of(e), e);
        }
    }

    private final OutputStream out;

    Console(OutputStream stdout) {
        out = new BufferedOutputStream(stdout);
    }

    @Override
    public void write(int character) throws UnwritableException {
        try {
            out.write(character);
        } catch (IOException e) {
            throw new UnwritableException(e);
        }
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
    public void flush() throws UnwritableException {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UnwritableException(e);
        }
    }

    @Override
    public void close() throws UnwritableException {
        flush();
    }
}
