package splitvisor.cpu.mmu;

import splitvisor.cpu.memory.PhysicalMemory;

/// The table walker: two stages, three granules, and the permissions they leave (Arm ARM D8.2 to D8.4,
/// J1.1.5). It changes nothing and raises nothing: the outcome is in a [Translation].
final class Walker {

    /// Descriptor bits, both stages.
    private static final long VALID = 1;
    private static final long TABLE = 1 << 1;
    private static final long AF = 1 << 10;

    /// Stage 1: AP[2:1], PXN, UXN (XN where there is one privilege level), and AP[2:1] and XN of tables.
    private static final int AP_SHIFT = 6;
    private static final long PXN = 1L << 53;
    private static final long UXN = 1L << 54;
    private static final int TABLE_SHIFT = 59;

    /// Hierarchical permissions, as bits [63:59] of table descriptors shifted down.
    private static final int PXN_TABLE = 1;
    private static final int XN_TABLE = 2;
    private static final int AP_TABLE_NO_EL0 = 4;
    private static final int AP_TABLE_READ_ONLY = 8;

    /// Stage 2: S2AP, XN[1:0].
    private static final int S2AP_READ = 1 << 6;
    private static final int S2AP_WRITE = 1 << 7;

    private static final long ADDRESS = 0xffff_ffff_ffffL;

    private final PhysicalMemory memory;
    private long descriptor;

    Walker(PhysicalMemory memory) {
        this.memory = memory;
    }

    /// Translates `va` through all stages that are on and checks the access; false for a fault.
    boolean translate(Context c, long va, int access, Translation t) {
        t.reset();
        return stage1(c, va, access, t) && (!c.stage2 || stage2(c, access, t));
    }

    /// As [#translate] without the final stage 2: what AT S1E1R asks for.
    boolean translateStage1(Context c, long va, int access, Translation t) {
        t.reset();
        return stage1(c, va, access, t);
    }

    private boolean stage1(Context c, long va, int access, Translation t) {
        boolean high = va << 8 < 0 && c.regime.hasEl0(); // bit 55 selects the range, tagged address or not
        AddressRange range = high ? c.upper : c.lower;
        if (!c.stage1) {
            return flat(c, range, va, access, t);
        }
        if (range.faults || !range.covers(va, high)) {
            return t.fault(Fsc.TRANSLATION, 0);
        }
        int tables = walk(c, 1, range, va, t);
        if (tables < 0) {
            return false;
        }
        int attributes = (int) (c.mair >>> ((descriptor >>> 2 & 7) << 3)) & 0xff;
        boolean uncached = (access & Access.EXECUTE) != 0 ? c.fetchUncached : c.dataUncached;
        t.attributes = uncached ? Attributes.uncached(attributes) : attributes;
        t.shareability =
                Attributes.effectiveShareability(t.attributes, (int) (descriptor >>> 8) & 3);
        if (refusedByDevice(t.attributes, access)) {
            return t.fault(Fsc.ALIGNMENT);
        }
        if (!permitsStage1(c, range.flatPermissions ? 0 : tables, access)) {
            return t.fault(Fsc.PERMISSION, t.level);
        }
        return true;
    }

    /// Stage 1 off: the address is its own translation, if it is one (Arm ARM D8.2.12).
    private static boolean flat(Context c, AddressRange range, long va, int access, Translation t) {
        long address = range.topByteIgnored ? va & 0xff_ffff_ffff_ffffL : va;
        t.spanShift = Granule.KB4.pageShift;
        if (address >>> c.paBits != 0) {
            return t.fault(Fsc.ADDRESS_SIZE, 0);
        }
        t.pa = address;
        t.attributes = (access & Access.EXECUTE) != 0 ? c.flatFetch : c.flatData;
        t.shareability = Attributes.effectiveShareability(t.attributes, 0);
        return !refusedByDevice(t.attributes, access) || t.fault(Fsc.ALIGNMENT);
    }

    /// Follows the tables of one stage to a leaf, left in [#descriptor], and sets the address; returns
    /// the hierarchical permissions met on the way, or -1 for a fault.
    private int walk(Context c, int stage, AddressRange range, long address, Translation t) {
        Granule granule = range.granule;
        int hierarchy = 0;
        int indexBits = range.startBits;
        long table = range.table;
        if (table >>> range.outputBits != 0) {
            t.fault(Fsc.ADDRESS_SIZE, 0);
            return -1;
        }
        for (int level = range.startLevel; ; level++) {
            long index = address >>> granule.shift(level) & (1L << indexBits) - 1;
            if (!(stage == 1 ? readStage1(c, table + (index << 3), level, t) : read(table + (index << 3), level, t))) {
                return -1;
            }
            long d = descriptor;
            boolean isLeaf = isLeaf(d, granule, level);
            if (!isLeaf && !isTable(d, level)) {
                t.fault(Fsc.TRANSLATION, level);
                return -1;
            }
            int shift = isLeaf ? granule.shift(level) : granule.pageShift;
            long next = d & ADDRESS & -(1L << shift);
            if (next >>> range.outputBits != 0) {
                t.fault(Fsc.ADDRESS_SIZE, level);
                return -1;
            }
            if (isLeaf) {
                return leaf(d, next, address, shift, level, t) ? hierarchy : -1;
            }
            hierarchy |= (int) (d >>> TABLE_SHIFT) & 0xf;
            table = next;
            indexBits = granule.stride;
        }
    }

    private static boolean leaf(long d, long base, long address, int shift, int level, Translation t) {
        if ((d & AF) == 0) {
            return t.fault(Fsc.ACCESS_FLAG, level);
        }
        t.pa = base | address & (1L << shift) - 1;
        t.spanShift = shift;
        t.level = level;
        return true;
    }

    private static boolean isLeaf(long d, Granule granule, int level) {
        if ((d & VALID) == 0) {
            return false;
        }
        return (d & TABLE) != 0 ? level == Granule.LAST_LEVEL : granule.allowsBlock(level);
    }

    private static boolean isTable(long d, int level) {
        return (d & (VALID | TABLE)) == (VALID | TABLE) && level < Granule.LAST_LEVEL;
    }

    /// Reads a stage 1 descriptor, whose address stage 2 translates first.
    private boolean readStage1(Context c, long address, int level, Translation t) {
        long pa = address;
        if (c.stage2) {
            t.pa = address;
            t.onWalk = true;
            if (!stage2(c, Access.READ, t)) {
                return false;
            }
            t.onWalk = false;
            pa = t.pa;
        }
        return read(pa, level, t);
    }

    private boolean read(long pa, int level, Translation t) {
        t.steps++;
        if (!memory.isRam(pa, 8)) {
            return t.fault(Fsc.EXTERNAL_ON_WALK, level);
        }
        descriptor = memory.readRam(pa, 3);
        return true;
    }

    /// The direct permissions, with what the tables above took away (Arm ARM D8.4.1 to D8.4.3).
    private boolean permitsStage1(Context c, int tables, int access) {
        boolean readOnly = (descriptor >>> AP_SHIFT & 2) != 0 || (tables & AP_TABLE_READ_ONLY) != 0;
        boolean user = c.regime.hasEl0() && (descriptor >>> AP_SHIFT & 1) != 0 && (tables & AP_TABLE_NO_EL0) == 0;
        boolean asUser = (access & Access.USER) != 0;
        if ((access & Access.EXECUTE) != 0) {
            return executable(c, tables, asUser, user, readOnly);
        }
        if (asUser && !user) {
            return false;
        }
        if (!asUser && user && (access & Access.PAN) != 0) {
            return false;
        }
        return !readOnly || (access & Access.WRITE) == 0;
    }

    private boolean executable(Context c, int tables, boolean asUser, boolean user, boolean readOnly) {
        boolean never = (descriptor & UXN) != 0 || (tables & XN_TABLE) != 0;
        if (!c.regime.hasEl0()) {
            return !never && (readOnly || !c.writeImpliesExecuteNever);
        }
        if (asUser) {
            return !never && !(c.writeImpliesExecuteNever && user && !readOnly);
        }
        // What EL0 can write, EL1 never executes.
        return (descriptor & PXN) == 0
                && (tables & PXN_TABLE) == 0
                && (readOnly || !user && !c.writeImpliesExecuteNever);
    }

    /// Translates [Translation#pa] as an intermediate physical address, in place.
    private boolean stage2(Context c, int access, Translation t) {
        AddressRange range = c.guest;
        t.ipa = t.pa;
        t.stage2 = true;
        if (range.faults || t.pa >>> range.inputBits != 0) {
            return t.fault(Fsc.TRANSLATION, 0);
        }
        int stage1Attributes = t.attributes;
        int span = t.spanShift;
        if (walk(c, 2, range, t.pa, t) < 0) {
            return false;
        }
        t.spanShift = span;
        int attributes = Attributes.ofStage2((int) (descriptor >>> 2) & 0xf);
        boolean uncached = (access & Access.EXECUTE) != 0 ? c.stage2FetchUncached : c.stage2DataUncached;
        attributes = uncached ? Attributes.uncached(attributes) : attributes;
        if (t.onWalk) {
            if (c.protectsWalks && Attributes.isDevice(attributes)) {
                return t.fault(Fsc.PERMISSION, t.level);
            }
        } else {
            t.attributes = Attributes.combine(stage1Attributes, attributes);
            t.shareability = Attributes.effectiveShareability(t.attributes,
                    Attributes.combineShareability(t.shareability, (int) (descriptor >>> 8) & 3));
            if (refusedByDevice(attributes, access)) {
                return t.fault(Fsc.ALIGNMENT);
            }
        }
        if (!permitsStage2(access)) {
            return t.fault(Fsc.PERMISSION, t.level);
        }
        t.stage2 = false;
        return true;
    }

    /// S2AP and XN[1:0] (FEAT_XNX: execution at EL1 and at EL0 are separate).
    private boolean permitsStage2(int access) {
        if ((access & Access.EXECUTE) != 0) {
            int xn = (int) (descriptor >>> 53) & 3;
            boolean asUser = (access & Access.USER) != 0;
            return xn == 0 || xn == (asUser ? 1 : 3);
        }
        long needed = ((access & Access.READ) != 0 ? S2AP_READ : 0) | ((access & Access.WRITE) != 0 ? S2AP_WRITE : 0);
        return (descriptor & needed) == needed;
    }

    private static boolean refusedByDevice(int attributes, int access) {
        return (access & (Access.UNALIGNED | Access.ZERO)) != 0 && Attributes.isDevice(attributes);
    }
}
