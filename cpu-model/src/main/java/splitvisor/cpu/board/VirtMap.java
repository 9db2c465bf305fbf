package splitvisor.cpu.board;

/// The devices of QEMU's `virt` board, where they are and which shared interrupt they raise. The
/// address decoder and the device tree are both made from these rows.
public enum VirtMap {
    // spotless:off
    GICD       (0x0800_0000, 0x1_0000),
    GICC       (0x0801_0000, 0x1_0000),
    GICH       (0x0803_0000, 0x1_0000),
    GICV       (0x0804_0000, 0x1_0000),
    GICR       (0x080a_0000, 0xf6_0000), // one pair of 64 KiB frames per PE
    UART       (0x0900_0000, 0x1000,  1),
    RTC        (0x0901_0000, 0x1000,  2),
    VIRTIO     (0x0a00_0000, 32 * VirtMap.VIRTIO_STRIDE, 16); // a transport every 0x200, SPI 16 up
    // spotless:on

    public static final long RAM_BASE = 0x4000_0000L;
    public static final int VIRTIO_STRIDE = 0x200;
    public static final int VIRTIO_TRANSPORTS = 32;

    /// INTID of SPI 0.
    public static final int FIRST_SPI = 32;

    private final long base;
    private final long size;
    private final int spi;

    VirtMap(long base, long size) {
        this(base, size, -1);
    }

    VirtMap(long base, long size, int spi) {
        this.base = base;
        this.size = size;
        this.spi = spi;
    }

    public long base() {
        return base;
    }

    public long size() {
        return size;
    }

    /// Number of the (first) shared peripheral interrupt, counted from SPI 0.
    public int spi() {
        return spi;
    }

    /// INTID of the (first) interrupt.
    public int intid() {
        return FIRST_SPI + spi;
    }
}
