package splitvisor.cpu.board;

import splitvisor.cpu.gic.Gic;
import splitvisor.cpu.memory.Device;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.virtio.VirtioDevice;
import splitvisor.cpu.virtio.VirtioTransport;

/// The board's virtio-mmio transports, side by side. Devices go into the last ones first, as on QEMU.
final class VirtioSlots implements Device {

    private final VirtioTransport[] transports = new VirtioTransport[VirtMap.VIRTIO_TRANSPORTS];

    VirtioSlots(PhysicalMemory memory, Gic gic) {
        for (int i = 0; i < transports.length; i++) {
            transports[i] = new VirtioTransport(memory, gic.spi(VirtMap.VIRTIO.spi() + i));
        }
    }

    /// Puts a device behind the last transport that is empty.
    void attach(VirtioDevice device) {
        for (int i = transports.length - 1; i >= 0; i--) {
            if (transports[i].isEmpty()) {
                transports[i].attach(device);
                return;
            }
        }
        throw new IllegalStateException("all %d virtio transports are taken".formatted(transports.length));
    }

    @Override
    public long read(long offset, int log2) {
        return transport(offset).read(offset % VirtMap.VIRTIO_STRIDE, log2);
    }

    @Override
    public void write(long offset, int log2, long value) {
        transport(offset).write(offset % VirtMap.VIRTIO_STRIDE, log2, value);
    }

    private VirtioTransport transport(long offset) {
        return transports[(int) offset / VirtMap.VIRTIO_STRIDE];
    }
}
