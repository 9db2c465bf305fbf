package splitvisor.cpu.gic;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.Unit;

/// GICv3 without LPIs: a distributor, a redistributor per PE, and CPU interfaces in system registers.
/// Affinity routing is always on. Aff0 of a PE is its index, Aff1 to Aff3 are 0.
public final class Gicv3 extends Gic {

    /// GICD_IIDR and GICR_IIDR, as QEMU's: implemented by Arm.
    static final int IIDR = 0x43b;

    /// GICD_IROUTER by SPI: the affinity, or PE, that each goes to.
    final long[] router = new long[SPIS];

    final Cpu[] cpus;

    public Gicv3(Cpu[] cpus) {
        super(inputs(cpus));
        this.cpus = cpus;
        for (Cpu cpu : cpus) {
            cpu.units[Unit.GIC.ordinal()] = new Gicv3CpuInterface(this, cpu.index);
        }
    }

    @Override
    boolean routes(int intid, int pe) {
        return router[intid - LOCAL] == pe;
    }

    @Override
    boolean groupZeroIsFiq(PriorityControl control) {
        return true;
    }

    /// The byte of the identification registers (0xffd0 to 0xffff of each frame) at `offset`: JEP106 of
    /// Arm, architecture GICv3, and the given part number.
    static int id(int part, int offset) {
        return switch (offset) {
            case 0xffd0 -> 0x44;
            case 0xffe0 -> part;
            case 0xffe4 -> 0xb4;
            case 0xffe8 -> 0x3b;
            case 0xfff0 -> 0x0d;
            case 0xfff4 -> 0xf0;
            case 0xfff8 -> 0x05;
            case 0xfffc -> 0xb1;
            default -> 0;
        };
    }
}
