package splitvisor.cpu.gic;

import splitvisor.cpu.memory.Device;

/// GICD of GICv2. Registers about SGIs and PPIs are those of the PE that makes the access.
public final class Gicv2Distributor implements Device {

    private static final int CTLR = 0x000;
    private static final int TYPER = 0x004;
    private static final int IIDR = 0x008;
    private static final int SGIR = 0xf00;
    private static final int CPENDSGIR = 0xf10;
    private static final int SPENDSGIR = 0xf20;
    private static final int SPENDSGIR_END = 0xf30;
    private static final int PERIPHID2 = 0xfe8;

    /// GIC-400, r0p1.
    private static final int IIDR_VALUE = 0x0200_143b;
    private static final int PERIPHID2_VALUE = 0x2b;

    private final Gicv2 gic;

    public Gicv2Distributor(Gicv2 gic) {
        this.gic = gic;
    }

    @Override
    public String register(long address) {
        int offset = (int) address;
        String name = InterruptBank.register(offset);
        if (name != null) {
            return "GICD_" + name;
        }
        if (offset >= CPENDSGIR && offset < SPENDSGIR_END) {
            boolean clears = offset < SPENDSGIR;
            return "GICD_%s%d".formatted(clears ? "CPENDSGIR" : "SPENDSGIR", offset >> 2 & 3);
        }
        return switch (offset) {
            case CTLR -> "GICD_CTLR";
            case TYPER -> "GICD_TYPER";
            case IIDR -> "GICD_IIDR";
            case SGIR -> "GICD_SGIR";
            default -> "GICD+%#x".formatted(offset);
        };
    }

    @Override
    public long read(long address, int log2) {
        int offset = (int) address;
        int pe = gic.accessor();
        if (isBanked(offset)) {
            return gic.bank(pe, InterruptBank.intid(offset)).read(offset, log2);
        }
        if (offset >= InterruptBank.ITARGETSR && offset < InterruptBank.ITARGETSR + Gic.END) {
            return bytes(log2, i -> target(pe, offset - InterruptBank.ITARGETSR + i));
        }
        if (offset >= CPENDSGIR && offset < SPENDSGIR_END) {
            return bytes(log2, i -> gic.sources(pe, (offset + i) % Gicv2.SGIS));
        }
        return switch (offset) {
            case CTLR -> (gic.forwarded[1] ? 2 : 0) | (gic.forwarded[0] ? 1 : 0);
            case TYPER -> gic.pes - 1 << 5 | Gic.SPIS / 32;
            case IIDR -> IIDR_VALUE;
            case PERIPHID2 -> PERIPHID2_VALUE;
            default -> 0;
        };
    }

    @Override
    public void write(long address, int log2, long value) {
        int offset = (int) address;
        int pe = gic.accessor();
        if (isBanked(offset)) {
            gic.bank(pe, InterruptBank.intid(offset)).write(offset, log2, value & ~fixed(offset));
        } else if (offset >= InterruptBank.ITARGETSR + Gic.LOCAL && offset < InterruptBank.ITARGETSR + Gic.END) {
            setTargets(offset - InterruptBank.ITARGETSR, log2, value);
        } else if (offset >= CPENDSGIR && offset < SPENDSGIR_END) {
            setSources(pe, offset, log2, value);
        } else if (offset == CTLR) {
            gic.forwarded[0] = (value & 1) != 0;
            gic.forwarded[1] = (value & 2) != 0;
        } else if (offset == SGIR) {
            sendSgi(pe, (int) value);
        }
        gic.update();
    }

    /// The bits that cannot be written: SGIs are always enabled, and pended by registers of their own.
    private static int fixed(int offset) {
        return switch (offset) {
            case InterruptBank.ICENABLER, InterruptBank.ISPENDR, InterruptBank.ICPENDR -> Gicv2.SGI_BITS;
            default -> 0;
        };
    }

    private boolean isBanked(int offset) {
        return InterruptBank.covers(offset) && InterruptBank.intid(offset) < Gic.END;
    }

    /// GICD_ITARGETSR: of a private interrupt the PE itself, with a single PE nothing.
    private int target(int pe, int intid) {
        if (gic.pes == 1 || intid >= Gic.END) {
            return 0;
        }
        return intid < Gic.LOCAL ? 1 << pe : gic.targets[intid - Gic.LOCAL];
    }

    private void setTargets(int intid, int log2, long value) {
        int present = (1 << gic.pes) - 1;
        for (int i = 0; i < 1 << log2 && intid + i < Gic.END; i++) {
            gic.targets[intid + i - Gic.LOCAL] = (int) (value >>> 8 * i) & present;
        }
    }

    private void setSources(int pe, int offset, int log2, long value) {
        for (int i = 0; i < 1 << log2; i++) {
            int sgi = (offset + i) % Gicv2.SGIS;
            int mask = (int) (value >>> 8 * i) & 0xff;
            int before = gic.sources(pe, sgi);
            gic.setSources(pe, sgi, offset < SPENDSGIR ? before & ~mask : before | mask);
        }
    }

    /// GICD_SGIR: to the listed PEs, to all others, or to the sender.
    private void sendSgi(int pe, int value) {
        int listed = value >>> 16 & 0xff;
        int mask =
                switch (value >>> 24 & 3) {
                    case 0 -> listed;
                    case 1 -> ~(1 << pe);
                    case 2 -> 1 << pe;
                    default -> 0;
                };
        int sgi = value & 0xf;
        for (int target = 0; target < gic.pes; target++) {
            if ((mask >>> target & 1) != 0) {
                gic.setSources(target, sgi, gic.sources(target, sgi) | 1 << pe);
            }
        }
    }

    private interface ByteOf {
        int at(int index);
    }

    private static long bytes(int log2, ByteOf source) {
        long value = 0;
        for (int i = 0; i < 1 << log2; i++) {
            value |= (source.at(i) & 0xffL) << 8 * i;
        }
        return value;
    }
}
