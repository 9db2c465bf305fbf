package splitvisor.cpu.virtio;

/// The driver built something in a virtqueue that the specification forbids: the device stops until it is reset.
public final class BrokenQueueException extends Exception {

    BrokenQueueException(String message) {
        super(message, null, false, false);
    }
}
