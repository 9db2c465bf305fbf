package splitvisor.cpu.gic;

import java.util.function.IntSupplier;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.timer.TimeLine;

/// GICv2 with the virtualization extensions and without the security ones, 32 priority levels and four list
/// registers, as GIC-400 has them (Arm IHI 0048). Its registers are banked: what an access means depends on the
/// PE that makes it.
public final class Gicv2 extends Gic {

    static final int SGIS = 16;
    static final int SGI_BITS = 0xffff;

    /// GICD_ITARGETSR by SPI: a bit per PE.
    final int[] targets = new int[SPIS];

    /// By PE and SGI: the PEs that have sent it, a bit each. An SGI is pending as long as one is left.
    private final int[][] sources;

    private final IntSupplier accessor;

    /// The controller of a machine.
    public Gicv2(Cpu[] pes, TimeLine timeLine) {
        this(inputs(pes), () -> timeLine.current().index);
    }

    /// A controller that somebody emulates: `accessor` tells which PE makes the access that is being answered.
    public Gicv2(InterruptInputs[] inputs, IntSupplier accessor) {
        super(inputs);
        this.accessor = accessor;
        sources = new int[pes][SGIS];
        for (int pe = 0; pe < pes; pe++) {
            virtual[pe].gicv2 = true;
            local[pe].write(InterruptBank.ISENABLER, 2, SGI_BITS); // for good, as on GIC-400
        }
    }

    /// The PE whose access is being answered.
    int accessor() {
        return accessor.getAsInt();
    }

    @Override
    boolean routes(int intid, int pe) {
        return pes == 1 || (targets[intid - LOCAL] >>> pe & 1) != 0;
    }

    @Override
    boolean groupZeroIsFiq(PriorityControl control) {
        return control.fiqEnable;
    }

    int sources(int pe, int sgi) {
        return sources[pe][sgi];
    }

    /// Changes which PEs have sent an SGI to `pe` that it has not acknowledged yet.
    void setSources(int pe, int sgi, int mask) {
        sources[pe][sgi] = mask;
        local[pe].latch(sgi, mask != 0);
        update(pe);
    }

    /// Acknowledges as [#acknowledge], with the source PE of an SGI in bits [12:10].
    int acknowledgeWithSource(int pe, int group) {
        int id = withSource(pe, acknowledge(pe, group));
        if (id != SPURIOUS && (id & SPURIOUS) < SGIS) {
            int sgi = id & SPURIOUS;
            setSources(pe, sgi, sources[pe][sgi] & ~(1 << (id >> 10)));
        }
        return id;
    }

    /// An INTID as GICC_IAR and GICC_HPPIR show it.
    int withSource(int pe, int intid) {
        return intid < SGIS ? Integer.numberOfTrailingZeros(sources[pe][intid]) << 10 | intid : intid;
    }
}
