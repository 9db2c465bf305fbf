package splitvisor.highvisor.hyp;

/// The layout of a list register, ICH_LR<n>_EL2, which is kept in memory too: one virtual interrupt, its
/// state, and what its end shall do (GICv3 specification 12.4.4). GICv2's GICH_LRn holds the same in 32 bits.
public final class ListRegister {

    public static final long PENDING = 1L << 62;
    public static final long ACTIVE = 1L << 63;
    public static final long STATE = PENDING | ACTIVE;

    /// The end of the virtual interrupt deactivates the physical one in the PhysicalID field.
    public static final long HW = 1L << 61;

    /// The interrupt is in Group 1.
    public static final long GROUP1 = 1L << 60;

    /// With HW clear: the end of the interrupt raises a maintenance interrupt.
    public static final long EOI = 1L << 41;

    /// ICH_HCR_EL2: the virtual CPU interface is on.
    public static final long HCR_EN = 1;

    /// ICH_HCR_EL2: a maintenance interrupt when at most one list register is valid.
    public static final long HCR_UIE = 1 << 1;

    private static final int PHYSICAL_ID_SHIFT = 32;
    private static final int PRIORITY_SHIFT = 48;

    private ListRegister() {}

    /// An entry for a virtual interrupt, in no state yet.
    public static long of(int intid, int priority) {
        return intid | (long) priority << PRIORITY_SHIFT;
    }

    /// The virtual INTID.
    public static int intid(long lr) {
        return (int) lr;
    }

    /// PhysicalID: the physical INTID with HW set; with it clear, on GICv2, an SGI's source.
    public static long physicalId(int id) {
        return (long) id << PHYSICAL_ID_SHIFT;
    }

    /// The source of a GICv2 SGI.
    public static int source(long lr) {
        return (int) (lr >>> PHYSICAL_ID_SHIFT) & 7;
    }

    /// GICH_LRn: VirtualID [9:0], PhysicalID [19:10], Priority [27:23], State [29:28], Grp1 [30], HW [31].
    public static long narrow(long lr) {
        return lr & 0x3ff
                | (lr >>> PHYSICAL_ID_SHIFT & 0x3ff) << 10
                | (lr >>> PRIORITY_SHIFT + 3 & 0x1f) << 23
                | (lr >>> 62 & 3) << 28
                | (lr >>> 60 & 1) << 30
                | (lr >>> 61 & 1) << 31;
    }

    /// The inverse of [#narrow].
    public static long wide(long lr) {
        return lr & 0x3ff
                | (lr >>> 10 & 0x3ff) << PHYSICAL_ID_SHIFT
                | (lr >>> 23 & 0x1f) << PRIORITY_SHIFT + 3
                | (lr >>> 28 & 3) << 62
                | (lr >>> 30 & 1) << 60
                | (lr >>> 31 & 1) << 61;
    }
}
