package splitvisor.cpu.virtio;

import splitvisor.cpu.gic.InterruptLine;
import splitvisor.cpu.memory.Device;
import splitvisor.cpu.memory.DmaMemory;

/// A virtio-mmio register window, legacy (Version 1). One without a device identifies itself, with DeviceID 0,
/// and otherwise reads as zero, as QEMU's do.
public final class VirtioTransport implements Device {

    private static final int MAGIC_VALUE = 0x000;
    private static final int VERSION = 0x004;
    private static final int DEVICE_ID = 0x008;
    private static final int VENDOR_ID = 0x00c;
    private static final int HOST_FEATURES = 0x010;
    private static final int HOST_FEATURES_SEL = 0x014;
    private static final int GUEST_PAGE_SIZE = 0x028;
    private static final int QUEUE_SEL = 0x030;
    private static final int QUEUE_NUM_MAX = 0x034;
    private static final int QUEUE_NUM = 0x038;
    private static final int QUEUE_ALIGN = 0x03c;
    private static final int QUEUE_PFN = 0x040;
    private static final int QUEUE_NOTIFY = 0x050;
    private static final int INTERRUPT_STATUS = 0x060;
    private static final int INTERRUPT_ACK = 0x064;
    private static final int STATUS = 0x070;
    private static final int CONFIGURATION = 0x100;

    private static final int USED_BUFFERS = 1;
    private static final int NEEDS_RESET = 0x40;

    private final DmaMemory memory;
    private final InterruptLine irq;
    private VirtioDevice device;
    private Virtqueue[] queues = {};
    private int featuresSelected;
    private int selected;
    private int status;
    private int interrupts;
    private long pageSize = 4096;

    /// An empty transport.
    public VirtioTransport(DmaMemory memory, InterruptLine irq) {
        this.memory = memory;
        this.irq = irq;
    }

    public boolean isEmpty() {
        return device == null;
    }

    /// Puts a device behind the transport.
    public void attach(VirtioDevice added) {
        device = added;
        reset();
    }

    @Override
    public long read(long address, int log2) {
        int offset = (int) address;
        return switch (offset) {
            case MAGIC_VALUE -> 0x7472_6976; // "virt"
            case VERSION -> 1;
            case VENDOR_ID -> 0x554d_4551; // "QEMU"
            default -> device == null ? 0 : offset < CONFIGURATION ? register(offset) : configuration(offset, log2);
        };
    }

    @Override
    public void write(long address, int log2, long value) {
        if (device == null) {
            return;
        }
        int bits = (int) value;
        switch ((int) address) {
            case HOST_FEATURES_SEL -> featuresSelected = bits;
            case GUEST_PAGE_SIZE -> pageSize = value & 0xffff_ffffL;
            case QUEUE_SEL -> selected = bits;
            case QUEUE_NUM -> queue(selected).configure(bits, 4096);
            case QUEUE_ALIGN -> queue(selected).configure(queue(selected).size(), bits);
            case QUEUE_PFN -> queue(selected).place((value & 0xffff_ffffL) * pageSize);
            case QUEUE_NOTIFY -> serve(bits);
            case INTERRUPT_ACK -> {
                interrupts &= ~bits;
                irq.set(interrupts != 0);
            }
            case STATUS -> {
                status = bits & 0xff;
                if (status == 0) {
                    reset();
                }
            }
            default -> {} // GuestFeatures: nothing that is offered changes what the devices do
        }
    }

    private long register(int offset) {
        return switch (offset) {
            case DEVICE_ID -> device.id();
            case HOST_FEATURES -> featuresSelected == 0 ? device.features() & 0xffff_ffffL : 0;
            case QUEUE_NUM_MAX -> selected >= 0 && selected < queues.length ? Virtqueue.MAX_SIZE : 0;
            case QUEUE_PFN -> pageSize == 0 ? 0 : queue(selected).address() / pageSize;
            case INTERRUPT_STATUS -> interrupts;
            case STATUS -> status;
            default -> 0;
        };
    }

    private long configuration(int offset, int log2) {
        long value = 0;
        for (int i = 0; i < 1 << log2; i++) {
            value |= (device.configuration(offset - CONFIGURATION + i) & 0xffL) << 8 * i;
        }
        return value;
    }

    /// The selected queue; one that does not exist is a scratch one.
    private Virtqueue queue(int index) {
        return index >= 0 && index < queues.length ? queues[index] : new Virtqueue(memory);
    }

    private void serve(int index) {
        if (index < 0 || index >= queues.length || queues[index].address() == 0 || (status & NEEDS_RESET) != 0) {
            return;
        }
        try {
            if (device.notified(index, queues[index]) && queues[index].wantsInterrupts()) {
                interrupts |= USED_BUFFERS;
                irq.set(true);
            }
        } catch (BrokenQueueException e) {
            status |= NEEDS_RESET;
        }
    }

    private void reset() {
        queues = new Virtqueue[device.queues()];
        for (int i = 0; i < queues.length; i++) {
            queues[i] = new Virtqueue(memory);
        }
        selected = 0;
        featuresSelected = 0;
        status = 0;
        interrupts = 0;
        irq.set(false);
    }
}
