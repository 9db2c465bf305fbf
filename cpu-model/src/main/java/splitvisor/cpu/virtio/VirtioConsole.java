package splitvisor.cpu.virtio;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Queue;

/// A console with one port (Virtio 1.2, 5.3): queue 0 receives, queue 1 transmits.
public final class VirtioConsole implements VirtioDevice {

    private static final int ID = 3;
    private static final int RECEIVE = 0;
    private static final int BACKLOG = 256;

    private final OutputStream output;
    private final Queue<Byte> received = new ArrayDeque<>();
    private Attention line = index -> {};

    /// A console that transmits to `output`.
    public VirtioConsole(OutputStream output) {
        this.output = output;
    }

    /// How many more characters can be received now.
    public int room() {
        return BACKLOG - received.size();
    }

    /// A character arrives. The caller has checked [#room].
    public void receive(int character) {
        received.add((byte) character);
        line.serve(RECEIVE);
    }

    @Override
    public void connect(Attention attention) {
        line = attention;
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
        return index == RECEIVE ? deliver(queue) : transmit(queue);
    }

    private boolean deliver(Virtqueue queue) throws BrokenQueueException {
        boolean used = false;
        while (!received.isEmpty()) {
            Virtqueue.Request request = queue.poll();
            if (request == null) {
                break;
            }
            byte[] bytes = new byte[Math.min(request.room(), received.size())];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = received.remove();
            }
            request.complete(bytes);
            used = true;
        }
        return used;
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
