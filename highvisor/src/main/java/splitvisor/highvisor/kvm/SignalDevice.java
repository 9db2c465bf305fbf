package splitvisor.highvisor.kvm;

/// A device in the kernel that does nothing but signal: a store to its register is an ioeventfd's, the
/// interrupt it raises in a VM an irqfd's.
final class SignalDevice implements IoBus.Device {

    static final long BASE = 0x0b00_0000L;
    static final long SIZE = 0x1000;

    /// The interrupt that it raises: an edge.
    static final int SPI = 48;

    private final Runnable signal;

    /// @param signal what a store does
    SignalDevice(Runnable signal) {
        this.signal = signal;
    }

    @Override
    public long read(Vcpu vcpu, long offset, int log2) {
        return 0;
    }

    @Override
    public void write(Vcpu vcpu, long offset, int log2, long value) {
        signal.run();
    }
}
