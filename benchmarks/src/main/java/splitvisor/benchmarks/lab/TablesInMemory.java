package splitvisor.benchmarks.lab;

import java.util.TreeMap;
import splitvisor.cpu.memory.PhysicalMemory;

/// Translation tables of the 4 KiB granule as they lie in memory, read without a PE. A page is mapped by a level-3
/// descriptor only: KVM's blocks are left out of this model.
///
/// @param root physical address of the table at the start level
/// @param startLevel 0 for 48-bit virtual addresses, 1 for 40-bit IPAs with two concatenated tables
record TablesInMemory(PhysicalMemory memory, long root, int startLevel) {

    private static final long OUTPUT_ADDRESS = 0x0000_ffff_ffff_f000L;
    private static final int LAST_LEVEL = 3;
    private static final int INDEX = 511;
    private static final int TABLE_OR_PAGE = 3;

    /// Where a walk ended: at a page, or at an entry that leads nowhere.
    ///
    /// @param level of the entry
    /// @param at its physical address
    /// @param descriptor what it holds
    record End(int level, long at, long descriptor) {

        boolean isPage() {
            return level == LAST_LEVEL && (descriptor & 3) == TABLE_OR_PAGE;
        }

        long page() {
            return descriptor & OUTPUT_ADDRESS;
        }

        /// Why it is no page.
        String problem() {
            String what = (descriptor & 1) == 0 ? "is invalid"
                    : level == LAST_LEVEL ? "is reserved at level 3: bits [1:0] of a page are 0b11"
                    : (descriptor & 2) == 0 ? "is a block: bits [1:0] of a table are 0b11"
                    : "points outside of memory";
            return "the walk ends at level %d: the entry at %#x, %#x, %s".formatted(level, at, descriptor, what);
        }
    }

    End walk(long address) {
        long table = root;
        for (int level = startLevel; ; level++) {
            long index = address >>> 12 + 9 * (LAST_LEVEL - level) & (level == startLevel ? 2 * INDEX + 1 : INDEX);
            long at = table + 8 * index;
            long descriptor = memory.isRam(at, 8) ? memory.readRam(at, 3) : 0;
            table = descriptor & OUTPUT_ADDRESS;
            if (level == LAST_LEVEL || (descriptor & 3) != TABLE_OR_PAGE || !memory.isRam(table, 1 << 12)) {
                return new End(level, at, descriptor);
            }
        }
    }

    /// Every page that is mapped, with the end of its walk.
    TreeMap<Long, End> pages() {
        TreeMap<Long, End> pages = new TreeMap<>();
        collect(root, startLevel, 0, startLevel == 1 ? 2 : 1, pages);
        return pages;
    }

    private void collect(long table, int level, long address, int tables, TreeMap<Long, End> pages) {
        for (int i = 0; i < tables << 9; i++) {
            long at = table + 8L * i;
            End end = new End(level, at, memory.readRam(at, 3));
            long first = address + ((long) i << 12 + 9 * (LAST_LEVEL - level));
            if (end.isPage()) {
                pages.put(first, end);
            } else if ((end.descriptor & 3) == TABLE_OR_PAGE && memory.isRam(end.page(), 1 << 12)) {
                collect(end.page(), level + 1, first, 1, pages);
            }
        }
    }
}
