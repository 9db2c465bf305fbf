package splitvisor.highvisor.kvm.vgic;

/// GICR: for each vCPU a frame that describes it and one with its private interrupts. They are always awake,
/// and there are no LPIs. KVM: vgic-mmio-v3.c.
final class Redistributors implements VgicFrame {

    private static final int FRAME = 0x1_0000;
    private static final int PER_VCPU = 2 * FRAME;

    private static final int CTLR = 0x0000;
    private static final int IIDR = 0x0004;
    private static final int TYPER = 0x0008;
    private static final int TYPER_HIGH = 0x000c;
    private static final int PIDR2 = 0xffe8;
    private static final int WORD = 2;

    private static final long CTLR_IR_CES = 1 << 2 | 1 << 1;
    private static final long IIDR_KVM = 0x4b << 24 | 0x43b;
    private static final long TYPER_LAST = 1 << 4;

    private final Vgic vgic;
    private final InterruptRegisters privates;

    Redistributors(Vgic vgic) {
        this.vgic = vgic;
        privates = new InterruptRegisters(vgic, 0, Vgic.PRIVATE);
    }

    @Override
    public long read(VgicVcpu vcpu, int offset, int log2) {
        VgicCpu of = at(offset);
        int inside = offset % PER_VCPU;
        if (of == null) {
            return 0;
        }
        return inside < FRAME ? control(of, inside, log2) : privates.read(of, inside - FRAME, log2);
    }

    @Override
    public void write(VgicVcpu vcpu, int offset, int log2, long value) {
        VgicCpu of = at(offset);
        int inside = offset % PER_VCPU;
        if (of != null && inside >= FRAME) {
            privates.write(of, inside - FRAME, log2, value);
        }
    }

    private VgicCpu at(int offset) {
        int index = offset / PER_VCPU;
        return index < vgic.cpus().size() ? vgic.cpus().get(index) : null;
    }

    private long control(VgicCpu of, int offset, int log2) {
        if (log2 < WORD) {
            return 0;
        }
        return switch (offset) {
            case CTLR -> CTLR_IR_CES;
            case IIDR -> IIDR_KVM;
            case TYPER -> log2 == WORD ? typer(of) & 0xffff_ffffL : typer(of);
            case TYPER_HIGH -> typer(of) >>> 32;
            case PIDR2 -> DistributorV3.PIDR2_GICV3;
            default -> 0; // GICR_WAKER: awake
        };
    }

    private long typer(VgicCpu of) {
        int index = of.vcpu.index();
        boolean last = index == vgic.cpus().size() - 1;
        return (of.vcpu.mpidr() & 0xff_ffff) << 32 | (long) index << 8 | (last ? TYPER_LAST : 0);
    }
}
