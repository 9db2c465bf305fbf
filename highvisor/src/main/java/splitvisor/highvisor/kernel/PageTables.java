package splitvisor.highvisor.kernel;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HostLayout;

/// Translation tables with the 4 KiB granule, edited through the kernel's linear map: stage 1 of the
/// kernel and of its processes, and stage 2 of its guests. They differ in where the walk starts and in
/// the attributes of a leaf.
public final class PageTables {

    private static final long VALID = 1;
    private static final long TABLE = 3;
    private static final long OUTPUT_ADDRESS = 0x0000_ffff_ffff_f000L;
    private static final int LEVEL_BITS = 9;
    private static final int LAST_LEVEL = 3;

    private final HostedCpu cpu;
    private final KernelMemory memory;
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
        cpu.str(pa | attributes | TABLE, slot(address));
    }

    /// The physical page behind `address`, or -1 when nothing is mapped there.
    public long lookup(long address) {
        long table = root;
        for (int level = startLevel; level <= LAST_LEVEL; level++) {
            long descriptor = cpu.ldr(entry(table, address, level));
            if ((descriptor & VALID) == 0) {
                return -1;
            }
            table = descriptor & OUTPUT_ADDRESS;
        }
        return table;
    }

    private long slot(long address) {
        long table = root;
        for (int level = startLevel; level < LAST_LEVEL; level++) {
            long at = entry(table, address, level);
            long descriptor = cpu.ldr(at);
            if ((descriptor & VALID) == 0) {
                descriptor = memory.allocate(1) | TABLE;
                cpu.str(descriptor, at);
            }
            table = descriptor & OUTPUT_ADDRESS;
        }
        return entry(table, address, LAST_LEVEL);
    }

    /// The kernel's address of an entry. At the start level the index may be wider than nine bits:
    /// concatenated tables are contiguous.
    private long entry(long table, long address, int level) {
        int shift = 12 + LEVEL_BITS * (LAST_LEVEL - level);
        long index = address >>> shift;
        if (level != startLevel) {
            index &= (1 << LEVEL_BITS) - 1;
        }
        return HostLayout.kernelVa(table) + 8 * index;
    }
}
