package splitvisor.highvisor.hyp;

/// The frame with a GICv2's virtual interface control registers, for hypervisors (GIC architecture specification
/// 2.0, 5.3).
public final class Gich {

    /// Its physical address on QEMU's `virt`.
    public static final long BASE = 0x0803_0000L;

    public static final int HCR = 0x000;
    public static final int VTR = 0x004;
    public static final int VMCR = 0x008;
    public static final int MISR = 0x010;
    public static final int EISR0 = 0x020;
    public static final int EISR1 = 0x024;
    public static final int ELRSR0 = 0x030;
    public static final int ELRSR1 = 0x034;
    public static final int APR = 0x0f0;
    public static final int LR0 = 0x100;

    private Gich() {}
}
