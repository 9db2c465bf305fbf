package splitvisor.highvisor.kvm;

/// The identification registers and GICD_CTLR of a guest's GICv3 distributor: as much as a guest needs
/// to find it. The rest reads as zero and ignores writes, as an interrupt controller with no interrupt
/// enabled does. KVM: vgic-mmio-v3.c.
final class VgicDistributor implements IoBus.Device {

    static final long BASE = 0x0800_0000L;
    static final long SIZE = 0x1_0000L;

    private static final int CTLR = 0x0000;
    private static final int TYPER = 0x0004;
    private static final int IIDR = 0x0008;
    private static final int PIDR2 = 0xffe8;

    private static final long CTLR_ARE_NS_DS = 1 << 4 | 1 << 6;
    private static final long CTLR_ENABLE_GRP1 = 1 << 1;
    // 96 interrupts, 16 bits of INTID, no LPIs. KVM: vgic_mmio_read_v3_misc().
    private static final long TYPER_96 = 96 / 32 - 1 | 15 << 19 | 1 << 24;
    private static final long IIDR_KVM = 0x4b << 24 | 3 << 12 | 0x43b; // product K, revision 3, Arm
    private static final long PIDR2_GICV3 = 0x3b;

    private boolean enabled;

    @Override
    public long read(long offset, int log2) {
        return switch ((int) offset) {
            case CTLR -> CTLR_ARE_NS_DS | (enabled ? CTLR_ENABLE_GRP1 : 0);
            case TYPER -> TYPER_96;
            case IIDR -> IIDR_KVM;
            case PIDR2 -> PIDR2_GICV3;
            default -> 0;
        };
    }

    @Override
    public void write(long offset, int log2, long value) {
        if (offset == CTLR) {
            enabled = (value & CTLR_ENABLE_GRP1) != 0;
        }
    }
}
