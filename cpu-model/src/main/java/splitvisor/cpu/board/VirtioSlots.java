package splitvisor.cpu.board;

import java.util.function.IntFunction;
import splitvisor.cpu.gic.InterruptLine;
import splitvisor.cpu.memory.Device;
import splitvisor.cpu.memory.DmaMemory;
import splitvisor.cpu.virtio.VirtioDevice;
import splitvisor.cpu.virtio.VirtioTransport;

/// The board's virtio-mmio transports, side by side. Devices go into the last ones first, as on QEMU.
public final class VirtioSlots implements Device {

    private final VirtioTransport[] transports = new VirtioTransport[VirtMap.VIRTIO_TRANSPORTS];

    /// Empty transports for drivers in `memory`.
    ///
    /// @param spis the interrupt line of each SPI
    public VirtioSlots(DmaMemory memory, IntFunction<InterruptLine> spis) {
        for (int i = 0; i < transports.length; i++) {
            transports[i] = new VirtioTransport(memory, spis.apply(VirtMap.VIRTIO.spi() + i));
        }
    }

    /// Puts a device behind the last transport that is empty.
    public void attach(VirtioDevice device) {
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
