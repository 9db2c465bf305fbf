package splitvisor.cpu.board;

import splitvisor.cpu.memory.Device;

/// The virtio-mmio transports of the board (virtio 1.2, 4.2), 0x200 bytes each. One without a device
/// behind it identifies itself as a legacy transport with DeviceID 0, as QEMU's does.
final class VirtioSlots implements Device {

    private static final int MAGIC_VALUE = 0x000;
    private static final int VERSION = 0x004;
    private static final int VENDOR_ID = 0x00c;

    @Override
    public long read(long offset, int log2) {
        return switch ((int) offset % VirtMap.VIRTIO_STRIDE) {
            case MAGIC_VALUE -> 0x7472_6976; // "virt"
            case VERSION -> 1;
            case VENDOR_ID -> 0x554d_4551; // "QEMU"
            default -> 0;
        };
    }

    @Override
    public void write(long offset, int log2, long value) {}
}
