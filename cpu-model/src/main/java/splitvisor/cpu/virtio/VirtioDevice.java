package splitvisor.cpu.virtio;

/// What is behind a transport: a device type with its virtqueues.
public interface VirtioDevice {

    /// The device type (Virtio 1.2, chapter 5).
    int id();

    /// The feature bits offered, 0 to 31.
    int features();

    /// How many virtqueues there are.
    int queues();

    /// The byte at `offset` of the configuration space; 0 beyond its end.
    int configuration(int offset);

    /// The driver put buffers into a queue. Returns whether any were used, which the driver is told.
    boolean notified(int index, Virtqueue queue) throws BrokenQueueException;
}
