package splitvisor.cpu.mmu;

import splitvisor.cpu.memory.PhysicalMemory;

/// Builds translation tables in RAM for tests: a root, and intermediate tables as mappings need them.
final class Tables {

    private static final long ADDRESS = 0xffff_ffff_ffffL;

    private final PhysicalMemory memory;
    private final Granule granule;
    private final int startLevel;
    private final long root;
    private long free;

    /// An empty tree whose root, `rootTables` concatenated tables, is at `pa`; more tables follow.
    Tables(PhysicalMemory memory, long pa, Granule granule, int startLevel, int rootTables) {
        this.memory = memory;
        this.granule = granule;
        this.startLevel = startLevel;
        this.root = pa;
        this.free = pa;
        for (int i = 0; i < rootTables; i++) {
            allocate();
        }
    }

    static Tables stage1(PhysicalMemory memory, long pa, Granule granule, int size) {
        return new Tables(memory, pa, granule, granule.startLevel(64 - size), 1);
    }

    long root() {
        return root;
    }

    /// The first address after the tables.
    long end() {
        return free;
    }

    /// Where the descriptor of `address` at `level` is, the tables above it being made as needed.
    long slot(long address, int level) {
        long table = root;
        for (int l = startLevel; ; l++) {
            long width = l == startLevel ? 0x3fff : (1 << granule.stride) - 1;
            long input = address & ADDRESS & -1L >>> (64 - topBit(l));
            long at = table + (input >>> granule.shift(l) & width) * 8;
            if (l == level) {
                return at;
            }
            if ((memory.readRam(at, 3) & 1) == 0) {
                memory.writeRam(at, 3, allocate() | 3);
            }
            table = memory.readRam(at, 3) & ADDRESS & -(1L << granule.pageShift);
        }
    }

    void set(long address, int level, long descriptor) {
        memory.writeRam(slot(address, level), 3, descriptor);
    }

    long get(long address, int level) {
        return memory.readRam(slot(address, level), 3);
    }

    /// Adds bits to the descriptor of `address` at `level`.
    void or(long address, int level, long bits) {
        set(address, level, get(address, level) | bits);
    }

    private int inputBits = 48;

    /// How many address bits the root translates; 48 unless told.
    Tables inputBits(int bits) {
        inputBits = bits;
        return this;
    }

    private int topBit(int level) {
        return level == startLevel ? inputBits : 48;
    }

    private long allocate() {
        long table = free;
        free += 1L << granule.pageShift;
        for (long at = table; at < free; at += 8) {
            memory.writeRam(at, 3, 0);
        }
        return table;
    }
}
