package splitvisor.cpu.gic;

import splitvisor.cpu.memory.Device;

/// GICD of GICv3: the registers of the shared interrupts. With affinity routing on, those of SGIs and PPIs
/// are the redistributors', and GICD_ITARGETSR, GICD_SGIR and the pending SGI registers do not exist; with
/// one Security state neither do GICD_IGRPMODR and GICD_NSACR. No1N, MBIS and LPIS are 0, 0 and 0.
public final class Gicv3Distributor implements Device {

    private static final int CTLR = 0x0000;
    private static final int TYPER = 0x0004;
    private static final int IIDR = 0x0008;
    private static final int IROUTER = 0x6000;
    private static final int IROUTER_END = IROUTER + 8 * Gic.END;
    private static final int IDENTIFICATION = 0xffd0;

    private static final int CTLR_ARE = 1 << 4;
    private static final int CTLR_DS = 1 << 6;

    // No1N, A3V, 16 INTID bits, and how many blocks of 32 interrupts there are above the first.
    private static final int TYPER_VALUE = 1 << 25 | 1 << 24 | 15 << 19 | Gic.SPIS / 32;

    /// Aff3 and Aff2 to Aff0: Interrupt_Routing_Mode is RES0 because of No1N.
    private static final long AFFINITY = 0xff_00ff_ffffL;

    private final Gicv3 gic;

    public Gicv3Distributor(Gicv3 gic) {
        this.gic = gic;
    }

    @Override
    public String register(long address) {
        int offset = (int) address;
        String name = InterruptBank.register(offset);
        if (name != null) {
            return "GICD_" + name;
        }
        if (offset >= IROUTER + 8 * Gic.LOCAL && offset < IROUTER_END) {
            return "GICD_IROUTER" + (spi(offset) + Gic.LOCAL);
        }
        return switch (offset) {
            case CTLR -> "GICD_CTLR";
            case TYPER -> "GICD_TYPER";
            case IIDR -> "GICD_IIDR";
            default -> "GICD+%#x".formatted(offset);
        };
    }

    @Override
    public long read(long address, int log2) {
        int offset = (int) address;
        if (isBanked(offset)) {
            return gic.shared.read(offset, log2);
        }
        if (offset >= IROUTER + 8 * Gic.LOCAL && offset < IROUTER_END) {
            return Halves.read(gic.router[spi(offset)], offset, log2);
        }
        return switch (offset) {
            case CTLR -> CTLR_DS | CTLR_ARE | (gic.forwarded[1] ? 2 : 0) | (gic.forwarded[0] ? 1 : 0);
            case TYPER -> TYPER_VALUE;
            case IIDR -> Gicv3.IIDR;
            default -> offset >= IDENTIFICATION ? Gicv3.id(0x92, offset) : 0;
        };
    }

    @Override
    public void write(long address, int log2, long value) {
        int offset = (int) address;
        if (isBanked(offset)) {
            gic.shared.write(offset, log2, value);
        } else if (offset >= IROUTER + 8 * Gic.LOCAL && offset < IROUTER_END) {
            int spi = spi(offset);
            gic.router[spi] = Halves.write(gic.router[spi], offset, log2, value) & AFFINITY;
        } else if (offset == CTLR) {
            gic.forwarded[0] = (value & 1) != 0;
            gic.forwarded[1] = (value & 2) != 0;
        }
        gic.update();
    }

    private boolean isBanked(int offset) {
        return InterruptBank.covers(offset) && gic.shared.has(InterruptBank.intid(offset));
    }

    private static int spi(int offset) {
        return (offset - IROUTER >> 3) - Gic.LOCAL;
    }
}
