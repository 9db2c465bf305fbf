package splitvisor.cpu.virtio;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// A console with one port (Virtio 1.2, 5.3): queue 1 transmits. What is typed is the UART's: queue 0 never receives.
public final class VirtioConsole implements VirtioDevice {

    private static final int ID = 3;
    private static final int TRANSMIT = 1;

    private final OutputStream output;

    /// A console that transmits to `output`.
    public VirtioConsole(OutputStream output) {
        this.output = output;
    }

    @Override
    public int id() {
        return ID;
    }

    @Override
    public int features() {
        return 0;
    }

    @Override
    public int queues() {
        return 2;
    }

    @Override
    public int configuration(int offset) {
        return 0;
    }

    @Override
    public boolean notified(int index, Virtqueue queue) throws BrokenQueueException {
        return index == TRANSMIT && transmit(queue);
    }

    private boolean transmit(Virtqueue queue) throws BrokenQueueException {
        boolean used = false;
        for (Virtqueue.Request request = queue.poll(); request != null; request = queue.poll()) {
            try {
                output.write(request.read());
            } catch (IOException e) {
                throw new UncheckedIOException("the console cannot be written", e);
            }
            request.complete(new byte[0]);
            used = true;
        }
        return used;
    }
}
