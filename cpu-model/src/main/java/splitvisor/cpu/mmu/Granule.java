package splitvisor.cpu.mmu;

/// A translation granule: the size of a page and of a table, and the formats that follow from it
/// (Arm ARM D8.2.6 to D8.2.8). Levels count from 0, the last one, that of pages, is 3.
public enum Granule {
    KB4(12, 1),
    KB16(14, 2),
    KB64(16, 2);

    /// Level of pages.
    static final int LAST_LEVEL = 3;

    /// log2 of the page size.
    final int pageShift;

    /// Address bits that one level resolves: a table fills one page.
    final int stride;

    private final int firstBlockLevel;

    Granule(int pageShift, int firstBlockLevel) {
        this.pageShift = pageShift;
        this.stride = pageShift - 3;
        this.firstBlockLevel = firstBlockLevel;
    }

    /// log2 of what one descriptor of the given level spans.
    int shift(int level) {
        return pageShift + (LAST_LEVEL - level) * stride;
    }

    /// Whether a descriptor with bits [1:0] = 0b01 at this level is a block, rather than invalid.
    boolean allowsBlock(int level) {
        return level >= firstBlockLevel && level < LAST_LEVEL;
    }

    /// The level at which a stage 1 walk over `inputBits` address bits starts.
    int startLevel(int inputBits) {
        return LAST_LEVEL - (inputBits - pageShift - 1) / stride;
    }

    /// TCR_ELx.TG0 and VTCR_EL2.TG0. The reserved value selects 4 KiB.
    static Granule ofTg0(int tg0) {
        return switch (tg0) {
            case 1 -> KB64;
            case 2 -> KB16;
            default -> KB4;
        };
    }

    /// TCR_ELx.TG1. The reserved value selects 4 KiB.
    static Granule ofTg1(int tg1) {
        return switch (tg1) {
            case 1 -> KB16;
            case 3 -> KB64;
            default -> KB4;
        };
    }
}
