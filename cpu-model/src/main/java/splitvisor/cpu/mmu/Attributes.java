package splitvisor.cpu.mmu;

/// Memory attributes in the encoding of a MAIR_ELx byte, and how two stages combine (Arm ARM D8.6).
final class Attributes {

    /// Device-nGnRnE: what data accesses have while stage 1 is off.
    static final int DEVICE_NGNRNE = 0x00;

    /// Normal, Non-cacheable.
    static final int NON_CACHEABLE = 0x44;

    /// Normal, Write-Through, read-allocate: instruction fetches while stage 1 is off and SCTLR_ELx.I is 1.
    static final int WRITE_THROUGH = 0xaa;

    /// Normal, Write-Back, read- and write-allocate: HCR_EL2.DC.
    static final int WRITE_BACK = 0xff;

    static final int OUTER_SHAREABLE = 2;

    private static final int NIBBLE_NON_CACHEABLE = 4;

    private Attributes() {}

    static boolean isDevice(int attributes) {
        return (attributes & 0xf0) == 0;
    }

    /// The attributes where caches are off: Normal memory becomes Non-cacheable.
    static int uncached(int attributes) {
        return isDevice(attributes) ? attributes : NON_CACHEABLE;
    }

    /// The attributes of descriptor field MemAttr[3:0] of stage 2.
    static int ofStage2(int memAttr) {
        if ((memAttr & 0xc) == 0) {
            return memAttr << 2;
        }
        return ofStage2Nibble(memAttr >>> 2) << 4 | ofStage2Nibble(memAttr & 3);
    }

    private static int ofStage2Nibble(int cacheability) {
        return switch (cacheability) {
            case 2 -> 0xa;
            case 3 -> 0xf;
            default -> NIBBLE_NON_CACHEABLE;
        };
    }

    /// Both stages together: Device wins over Normal, the stricter Device type over the other, and
    /// the less cacheable over the more.
    static int combine(int stage1, int stage2) {
        boolean device1 = isDevice(stage1);
        boolean device2 = isDevice(stage2);
        if (device1 && device2) {
            return Math.min(stage1, stage2);
        }
        if (device1 || device2) {
            return device1 ? stage1 : stage2;
        }
        return combineNibble(stage1 >>> 4, stage2 >>> 4) << 4 | combineNibble(stage1 & 0xf, stage2 & 0xf);
    }

    private static int combineNibble(int stage1, int stage2) {
        if (stage1 == NIBBLE_NON_CACHEABLE || stage2 == NIBBLE_NON_CACHEABLE) {
            return NIBBLE_NON_CACHEABLE;
        }
        boolean writeThrough = (stage1 & 4) == 0 || (stage2 & 4) == 0;
        int allocation = stage1 & 3; // stage 2 has no allocation hints of its own
        return (writeThrough ? 0x8 : 0xc) | allocation;
    }

    /// The shareability of the combination: the wider of the two; Device and Non-cacheable memory is
    /// always Outer Shareable.
    static int combineShareability(int stage1, int stage2) {
        if (stage1 == OUTER_SHAREABLE || stage2 == OUTER_SHAREABLE) {
            return OUTER_SHAREABLE;
        }
        return stage1 | stage2;
    }

    /// The shareability that memory with these attributes has in effect.
    static int effectiveShareability(int attributes, int shareability) {
        return isDevice(attributes) || attributes == NON_CACHEABLE ? OUTER_SHAREABLE : shareability;
    }
}
