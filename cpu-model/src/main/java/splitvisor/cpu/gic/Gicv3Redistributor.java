package splitvisor.cpu.gic;

import splitvisor.cpu.memory.Device;

/// GICR of one PE: a control frame (RD_base) and, 64 KiB above, the frame of its SGIs and PPIs (SGI_base).
/// A PE that is marked asleep in GICR_WAKER still gets its interrupts, as on QEMU.
public final class Gicv3Redistributor implements Device {

    /// Size of the pair of frames.
    public static final int SIZE = 0x2_0000;

    private static final int SGI_BASE = 0x1_0000;
    private static final int IIDR = 0x0004;
    private static final int TYPER = 0x0008;
    private static final int WAKER = 0x0014;
    private static final int IDENTIFICATION = 0xffd0;

    private static final int PROCESSOR_SLEEP = 1 << 1;
    private static final int CHILDREN_ASLEEP = 1 << 2;

    private final Gicv3 gic;
    private final int pe;
    private boolean asleep = true;

    public Gicv3Redistributor(Gicv3 gic, int pe) {
        this.gic = gic;
        this.pe = pe;
    }

    @Override
    public String register(long address) {
        int offset = (int) address;
        String name = offset < SGI_BASE ? null : InterruptBank.register(offset - SGI_BASE);
        if (name != null) {
            return "GICR_" + name;
        }
        return switch (offset) {
            case IIDR -> "GICR_IIDR";
            case TYPER -> "GICR_TYPER";
            case WAKER -> "GICR_WAKER";
            default -> "GICR+%#x".formatted(offset);
        };
    }

    @Override
    public long read(long address, int log2) {
        int offset = (int) address;
        if (offset >= SGI_BASE) {
            return readSgiFrame(offset - SGI_BASE, log2);
        }
        return switch (offset) {
            case IIDR -> Gicv3.IIDR;
            case TYPER, TYPER + 4 -> Halves.read(typer(), offset, log2);
            case WAKER -> asleep ? PROCESSOR_SLEEP | CHILDREN_ASLEEP : 0;
            default -> identification(offset);
        };
    }

    @Override
    public void write(long address, int log2, long value) {
        int offset = (int) address;
        if (offset == WAKER) {
            asleep = (value & PROCESSOR_SLEEP) != 0;
        } else if (offset >= SGI_BASE && isBanked(offset - SGI_BASE)) {
            gic.local[pe].write(offset - SGI_BASE, log2, value);
            gic.update(pe);
        }
    }

    private long readSgiFrame(int offset, int log2) {
        return isBanked(offset) ? gic.local[pe].read(offset, log2) : identification(offset);
    }

    /// Affinity, processor number, and whether this is the last redistributor.
    private long typer() {
        return (long) pe << 32 | (long) pe << 8 | (pe == gic.pes - 1 ? 1 << 4 : 0);
    }

    private boolean isBanked(int offset) {
        return InterruptBank.covers(offset) && gic.local[pe].has(InterruptBank.intid(offset));
    }

    private static int identification(int offset) {
        return offset >= IDENTIFICATION ? Gicv3.id(0x93, offset) : 0;
    }
}
