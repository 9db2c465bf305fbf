package splitvisor.highvisor.kvm.vgic;

/// GICD of a GICv3: shared interrupts, with affinity routing only and one security state. KVM:
/// vgic-mmio-v3.c.
final class DistributorV3 implements VgicFrame {

    private static final int CTLR = 0x0000;
    private static final int TYPER = 0x0004;
    private static final int IIDR = 0x0008;
    private static final int PIDR2 = 0xffe8;
    private static final int WORD = 2;

    private static final long CTLR_ENABLE_GRP1 = 1 << 1;
    private static final long CTLR_ARE_NS_DS = 1 << 4 | 1 << 6;
    private static final int INTID_BITS = 10;

    /// Product K, revision 3, implementer Arm.
    static final long IIDR_KVM = 0x4b << 24 | 3 << 12 | 0x43b;

    /// An implementation of GICv3.
    static final long PIDR2_GICV3 = 0x3b;

    private final Vgic vgic;
    private final InterruptRegisters shared;

    DistributorV3(Vgic vgic) {
        this.vgic = vgic;
        shared = new InterruptRegisters(vgic, Vgic.PRIVATE, Vgic.SPECIAL);
    }

    @Override
    public long read(VgicVcpu vcpu, int offset, int log2) {
        boolean word = log2 == WORD;
        return switch (offset) {
            case CTLR -> word ? CTLR_ARE_NS_DS | (vgic.enabled ? CTLR_ENABLE_GRP1 : 0) : 0;
            case TYPER -> word ? vgic.irqs() / 32 - 1 | INTID_BITS - 1 << 19 : 0;
            case IIDR -> word ? IIDR_KVM : 0;
            case PIDR2 -> word ? PIDR2_GICV3 : 0;
            default -> shared.read(vgic.cpu(vcpu), offset, log2);
        };
    }

    @Override
    public void write(VgicVcpu vcpu, int offset, int log2, long value) {
        if (offset == CTLR && log2 == WORD) {
            boolean was = vgic.enabled;
            vgic.enabled = (value & CTLR_ENABLE_GRP1) != 0;
            if (vgic.enabled && !was) {
                vgic.kickAll();
            }
        } else {
            shared.write(vgic.cpu(vcpu), offset, log2, value);
        }
    }
}
