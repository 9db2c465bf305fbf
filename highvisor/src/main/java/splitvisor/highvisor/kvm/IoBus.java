package splitvisor.highvisor.kvm;

import java.util.ArrayList;
import java.util.List;

/// The devices of a VM that the kernel emulates itself. KVM: struct kvm_io_bus.
final class IoBus {

    /// A device in the kernel. `vcpu` makes the access, `offset` counts from the device's first address, `log2` is
    /// the size of the access.
    interface Device {
        long read(Vcpu vcpu, long offset, int log2);

        void write(Vcpu vcpu, long offset, int log2, long value);
    }

    private record Range(long base, long size, Device device) {}

    private final List<Range> ranges = new ArrayList<>();

    void add(long base, long size, Device device) {
        ranges.add(new Range(base, size, device));
    }

    boolean has(long address) {
        return at(address) != null;
    }

    long read(Vcpu vcpu, long address, int log2) {
        Range range = at(address);
        return range.device.read(vcpu, address - range.base, log2);
    }

    void write(Vcpu vcpu, long address, int log2, long value) {
        Range range = at(address);
        range.device.write(vcpu, address - range.base, log2, value);
    }

    private Range at(long address) {
        for (Range range : ranges) {
            if (Long.compareUnsigned(address - range.base, range.size) < 0) {
                return range;
            }
        }
        return null;
    }
}
