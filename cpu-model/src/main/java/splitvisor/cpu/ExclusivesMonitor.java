package splitvisor.cpu;

/// The exclusives monitor of one PE (Arm ARM B2.9): what the last load-exclusive read, and where.
/// Memory accesses are not watched; a store-exclusive compares the values instead.
public final class ExclusivesMonitor {

    private static final int OPEN = -1;

    private int log2 = OPEN;
    private long va;
    private long low;
    private long high;

    /// A load-exclusive of 1 << `log2` bytes at `va` read these values.
    public void mark(long va, int log2, long low, long high) {
        this.va = va;
        this.log2 = log2;
        this.low = low;
        this.high = high;
    }

    /// CLREX, exception entry's and exception return's effect: the next store-exclusive fails.
    public void clear() {
        log2 = OPEN;
    }

    /// A store-exclusive of 1 << `log2` bytes at `va`: whether it matches the load-exclusive. The
    /// monitor is open from then on.
    public boolean close(long va, int log2) {
        boolean matches = this.log2 == log2 && this.va == va;
        this.log2 = OPEN;
        return matches;
    }

    /// What the load-exclusive read: the only value or the one at the lower address.
    public long low() {
        return low;
    }

    /// What the load-exclusive of a pair read at the higher address.
    public long high() {
        return high;
    }
}
