package splitvisor.cpu;

import splitvisor.cpu.memory.PhysicalMemory;

/// The exclusives monitor of one PE (Arm ARM B2.9): what the last load-exclusive read, and where.
///
/// No store is watched. PEs take turns, so as long as no other one had a turn since the load-exclusive, no other one
/// can have written; once one had, the store-exclusive fails, as it may for any reason, and the loop around it
/// succeeds within the next turn. What is left, devices and the PE's own stores, is found by comparing the values; so
/// is the loss that a PE waits for in WFE.
public final class ExclusivesMonitor {

    private static final int OPEN = -1;

    private int log2 = OPEN;
    private boolean undisturbed;
    private long va;
    private long pa;
    private long low;
    private long high;

    /// A load-exclusive of 1 << `log2` bytes at `va` read these values.
    public void mark(long va, int log2, long low, long high) {
        this.va = va;
        this.log2 = log2;
        this.low = low;
        this.high = high;
        undisturbed = true;
    }

    /// Another PE has a turn.
    public void turnEnds() {
        undisturbed = false;
    }

    /// CLREX, exception entry's and exception return's effect: the next store-exclusive fails.
    public void clear() {
        log2 = OPEN;
    }

    /// A store-exclusive of 1 << `log2` bytes at `va`: whether it matches the load-exclusive and belongs to the same
    /// turn. The monitor is open from then on.
    public boolean close(long va, int log2) {
        boolean matches = this.log2 == log2 && this.va == va && undisturbed;
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

    /// Whether there is a load-exclusive without its store-exclusive.
    public boolean isMarked() {
        return log2 != OPEN;
    }

    /// Where the load-exclusive was.
    public long va() {
        return va;
    }

    /// Sets the physical address that [#isLost] looks at; -1 for none.
    public void watch(long address) {
        pa = address;
    }

    /// Whether somebody else's store took the monitor since: memory holds another value. It is open then.
    public boolean isLost(PhysicalMemory memory) {
        boolean lost = isMarked() && pa != -1 && !holds(memory);
        if (lost) {
            clear();
        }
        return lost;
    }

    private boolean holds(PhysicalMemory memory) {
        if (log2 < 4) {
            return memory.readRam(pa, log2) == low;
        }
        return memory.readRam(pa, 3) == low && memory.readRam(pa + 8, 3) == high;
    }
}
