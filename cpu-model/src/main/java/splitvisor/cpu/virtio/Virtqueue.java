package splitvisor.cpu.virtio;

import java.util.ArrayList;
import java.util.List;
import splitvisor.cpu.memory.DmaMemory;

/// A split virtqueue (Virtio 1.2, 2.7) in the legacy layout (2.7.2): descriptors, available ring and used ring in
/// one piece of memory, the used ring on the next boundary of the queue's alignment.
public final class Virtqueue {

    static final int MAX_SIZE = 1024;

    /// A chain may name the same memory many times; no driver asks for this much at once.
    static final long MAX_REQUEST = 16 << 20;

    private static final int DESCRIPTOR = 16;
    private static final int NEXT = 1;
    private static final int WRITE = 2;
    private static final int NO_INTERRUPT = 1;

    private final DmaMemory memory;
    private int size = MAX_SIZE;
    private int alignment = 4096;
    private long descriptors;
    private int seen;

    Virtqueue(DmaMemory memory) {
        this.memory = memory;
    }

    /// A piece of memory that the driver lends to the device.
    ///
    /// @param pa where it is
    /// @param length its bytes
    /// @param writable whether the device fills it (else it reads it)
    record Buffer(long pa, int length, boolean writable) {}

    /// One request: a chain of buffers under the number of its first descriptor.
    public final class Request {

        private final int head;
        private final List<Buffer> buffers;

        private Request(int head, List<Buffer> buffers) {
            this.head = head;
            this.buffers = buffers;
        }

        /// Everything the driver wrote, in one piece.
        public byte[] read() {
            byte[] bytes = new byte[length(false)];
            int done = 0;
            for (Buffer buffer : buffers) {
                if (!buffer.writable) {
                    memory.copyOut(buffer.pa, bytes, done, done + buffer.length);
                    done += buffer.length;
                }
            }
            return bytes;
        }

        /// How much the device may write.
        public int room() {
            return length(true);
        }

        /// Returns the buffers to the driver, the writable ones filled with `bytes` from the start.
        public void complete(byte[] bytes) {
            int done = 0;
            for (Buffer buffer : buffers) {
                if (buffer.writable) {
                    int part = Math.min(buffer.length, bytes.length - done);
                    memory.copyIn(bytes, done, done + part, buffer.pa);
                    done += part;
                }
            }
            use(head, done);
        }

        private int length(boolean writable) {
            return buffers.stream()
                    .filter(buffer -> buffer.writable == writable)
                    .mapToInt(Buffer::length)
                    .sum();
        }
    }

    int size() {
        return size;
    }

    /// Page frame of the queue, 0 when the driver has not set it up.
    long address() {
        return descriptors;
    }

    void configure(int size, int alignment) {
        this.size = Math.clamp(size, 1, MAX_SIZE);
        this.alignment = Integer.highestOneBit(Math.max(alignment, 1));
    }

    void place(long address) {
        descriptors = address;
        seen = 0;
    }

    /// The next request that the driver has made available, or null.
    public Request poll() throws BrokenQueueException {
        if (descriptors == 0 || seen == read(available() + 2, 1)) {
            return null;
        }
        if (!fits()) {
            throw new BrokenQueueException("a queue that leaves RAM");
        }
        int head = (int) read(available() + 4 + 2L * (seen % size), 1);
        seen = seen + 1 & 0xffff;
        return new Request(head, chain(head));
    }

    /// Whether the driver wants to hear of used buffers.
    boolean wantsInterrupts() throws BrokenQueueException {
        return (read(available(), 1) & NO_INTERRUPT) == 0;
    }

    private List<Buffer> chain(int head) throws BrokenQueueException {
        List<Buffer> buffers = new ArrayList<>();
        int index = head;
        long total = 0;
        while (true) {
            if (index >= size || buffers.size() == size) {
                throw new BrokenQueueException("a chain of descriptors without an end");
            }
            long at = descriptors + (long) DESCRIPTOR * index;
            long pa = read(at, 3);
            long length = read(at + 8, 2);
            int flags = (int) read(at + 12, 1);
            if (!memory.isRam(pa, length)) {
                throw new BrokenQueueException("a buffer outside RAM");
            }
            total += length;
            if (total > MAX_REQUEST) {
                throw new BrokenQueueException("a request of more than %d bytes".formatted(MAX_REQUEST));
            }
            buffers.add(new Buffer(pa, (int) length, (flags & WRITE) != 0));
            if ((flags & NEXT) == 0) {
                return buffers;
            }
            index = (int) read(at + 14, 1);
        }
    }

    private void use(int head, int written) {
        long used = available() + 4 + 2L * size + 2 + alignment - 1 & -alignment;
        int index = (int) memory.readRam(used + 2, 1);
        long entry = used + 4 + 8L * (index % size);
        memory.writeRam(entry, 2, head);
        memory.writeRam(entry + 4, 2, written);
        memory.writeRam(used + 2, 1, index + 1);
    }

    private long available() {
        return descriptors + (long) DESCRIPTOR * size;
    }

    private boolean fits() {
        return memory.isRam(descriptors, (long) (DESCRIPTOR + 2 + 8) * size + alignment + 16);
    }

    private long read(long pa, int log2) throws BrokenQueueException {
        if (!memory.isRam(pa, 1L << log2)) {
            throw new BrokenQueueException("a queue outside RAM");
        }
        return memory.readRam(pa, log2);
    }
}
