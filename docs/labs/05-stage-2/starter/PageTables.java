package splitvisor.highvisor.kernel;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HostLayout;

/// Translation tables with the 4 KiB granule, edited through the kernel's linear map: stage 1 of the
/// kernel and of its processes, and stage 2 of its guests. They differ in where the walk starts and in
/// the attributes of a leaf. The walk is yours to write.
public final class PageTables {

    private static final long VALID = 1;
    private static final long TABLE = 3;
    private static final long OUTPUT_ADDRESS = 0x0000_ffff_ffff_f000L;
    private static final int LEVEL_BITS = 9;
    private static final int LAST_LEVEL = 3;

    private final HostedCpu cpu; //         ldr(va), str(value, va)
    private final KernelMemory memory; //   allocate(1): the physical address of a page of zeros
    private final long root;
    private final int startLevel;

    /// Tables whose first level is `startLevel`, the concatenated root tables already allocated.
    public PageTables(HostedCpu cpu, KernelMemory memory, long root, int startLevel) {
        this.cpu = cpu;
        this.memory = memory;
        this.root = root;
        this.startLevel = startLevel;
    }

    /// Physical address of the root table.
    public long root() {
        return root;
    }

    /// Writes the level-3 descriptor for `address`, making the tables on the way.
    public void mapPage(long address, long pa, long attributes) {
        throw new UnsupportedOperationException("first of all, walk: from the root, level by level, to the page's entry");
    }

    /// The physical page behind `address`, or -1 when nothing is mapped there.
    public long lookup(long address) {
        throw new UnsupportedOperationException("the same walk, which makes nothing");
    }
}
