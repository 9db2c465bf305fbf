package splitvisor.cpu.gic;

/// The state of consecutive interrupts, and the Distributor's registers for it. One bank holds the SGIs
/// and PPIs of a PE, another the SPIs. Offsets are those of GICD; the redistributor's SGI frame uses the
/// same ones.
final class InterruptBank {

    static final int IGROUPR = 0x080;
    static final int ISENABLER = 0x100;
    static final int ICENABLER = 0x180;
    static final int ISPENDR = 0x200;
    static final int ICPENDR = 0x280;
    static final int ISACTIVER = 0x300;
    static final int ICACTIVER = 0x380;
    static final int IPRIORITYR = 0x400;
    static final int ITARGETSR = 0x800;
    static final int ICFGR = 0xc00;
    static final int ICFGR_END = 0xd00;

    private static final int SGIS = 16;

    final int first;
    final int count;
    private final int[] group1;
    private final int[] enabled;
    private final int[] latched;
    private final int[] level;
    private final int[] edge;
    private final int[] active;
    private final byte[] priority;

    /// `count` interrupts from INTID `first` on, both multiples of 32; SGIs are edge-triggered, the rest is
    /// level-sensitive until configured otherwise.
    InterruptBank(int first, int count) {
        this.first = first;
        this.count = count;
        int words = count / 32;
        group1 = new int[words];
        enabled = new int[words];
        latched = new int[words];
        level = new int[words];
        edge = new int[words];
        active = new int[words];
        priority = new byte[count];
        if (first == 0) {
            edge[0] = 0xffff;
        }
    }

    /// Whether a register about interrupts is at `offset`, for whichever bank.
    static boolean covers(int offset) {
        return offset >= IGROUPR && offset < ITARGETSR || offset >= ICFGR && offset < ICFGR_END;
    }

    /// INTID of the first interrupt that the register at `offset` is about.
    static int intid(int offset) {
        if (offset < IPRIORITYR) {
            return (offset & 0x7c) << 3;
        }
        return offset < ICFGR ? offset & 0x3ff : (offset & 0xfc) << 2;
    }

    /// The name of the register at `offset` without its frame's, `ISENABLER1`; null if it is not about interrupts.
    static String register(int offset) {
        if (offset >= ITARGETSR && offset < ICFGR) {
            return "ITARGETSR" + (offset - ITARGETSR >> 2);
        }
        if (!covers(offset)) {
            return null;
        }
        if (offset >= IPRIORITYR) {
            return offset < ICFGR ? "IPRIORITYR" + (offset - IPRIORITYR >> 2) : "ICFGR" + (offset - ICFGR >> 2);
        }
        String name = switch (offset & 0xf80) {
            case IGROUPR -> "IGROUPR";
            case ISENABLER -> "ISENABLER";
            case ICENABLER -> "ICENABLER";
            case ISPENDR -> "ISPENDR";
            case ICPENDR -> "ICPENDR";
            case ISACTIVER -> "ISACTIVER";
            default -> "ICACTIVER";
        };
        return name + (offset >> 2 & 0x1f);
    }

    boolean has(int intid) {
        return intid >= first && intid < first + count;
    }

    int group(int intid) {
        return bit(group1, intid) ? 1 : 0;
    }

    int priority(int intid) {
        return priority[intid - first] & 0xff;
    }

    boolean isActive(int intid) {
        return bit(active, intid);
    }

    /// The interrupts of 32-bit word `word` that may be signalled: pending, enabled, not active.
    int candidates(int word) {
        return pending(word) & enabled[word] & ~active[word];
    }

    int words() {
        return enabled.length;
    }

    /// The input of an interrupt has the given level.
    void setLevel(int intid, boolean asserted) {
        if (asserted && !bit(level, intid) && bit(edge, intid)) {
            set(latched, intid, true);
        }
        set(level, intid, asserted);
    }

    void latch(int intid, boolean pending) {
        set(latched, intid, pending);
    }

    /// Pending to active; what a level keeps asserted stays pending too.
    void activate(int intid) {
        set(latched, intid, false);
        set(active, intid, true);
    }

    void deactivate(int intid) {
        set(active, intid, false);
    }

    /// Reads a register about interrupts of this bank; `intid` is [#intid] of its offset.
    long read(int offset, int log2) {
        int intid = intid(offset);
        int word = intid - first >> 5;
        return switch (offset & 0xf80) {
            case IGROUPR -> Integer.toUnsignedLong(group1[word]);
            case ISENABLER, ICENABLER -> Integer.toUnsignedLong(enabled[word]);
            case ISPENDR, ICPENDR -> Integer.toUnsignedLong(pending(word));
            case ISACTIVER, ICACTIVER -> Integer.toUnsignedLong(active[word]);
            case ICFGR, ICFGR + 0x80 -> Integer.toUnsignedLong(configuration(intid));
            default -> priorities(intid, 1 << log2);
        };
    }

    /// Writes a register about interrupts of this bank.
    void write(int offset, int log2, long value) {
        int intid = intid(offset);
        int word = intid - first >> 5;
        int bits = (int) value;
        switch (offset & 0xf80) {
            case IGROUPR -> group1[word] = bits;
            case ISENABLER -> enabled[word] |= bits;
            case ICENABLER -> enabled[word] &= ~bits;
            case ISPENDR -> latched[word] |= bits;
            case ICPENDR -> latched[word] &= ~bits;
            case ISACTIVER -> active[word] |= bits;
            case ICACTIVER -> active[word] &= ~bits;
            case ICFGR, ICFGR + 0x80 -> configure(intid, bits);
            default -> {
                for (int i = 0; i < 1 << log2 && has(intid + i); i++) {
                    priority[intid - first + i] = (byte) (value >>> 8 * i);
                }
            }
        }
    }

    private int pending(int word) {
        return latched[word] | level[word] & ~edge[word];
    }

    private long priorities(int intid, int bytes) {
        long value = 0;
        for (int i = 0; i < bytes && has(intid + i); i++) {
            value |= (priority[intid - first + i] & 0xffL) << 8 * i;
        }
        return value;
    }

    /// ICFGR has two bits per interrupt, of which the upper one says edge-triggered.
    private int configuration(int intid) {
        int value = 0;
        for (int i = 0; i < 16; i++) {
            value |= (bit(edge, intid + i) ? 2 : 0) << 2 * i;
        }
        return value;
    }

    private void configure(int intid, int value) {
        for (int i = 0; i < 16; i++) {
            if (intid + i >= SGIS) {
                set(edge, intid + i, (value >>> 2 * i & 2) != 0);
            }
        }
    }

    private boolean bit(int[] bits, int intid) {
        int i = intid - first;
        return (bits[i >> 5] >>> (i & 31) & 1) != 0;
    }

    private void set(int[] bits, int intid, boolean on) {
        int i = intid - first;
        if (on) {
            bits[i >> 5] |= 1 << (i & 31);
        } else {
            bits[i >> 5] &= ~(1 << (i & 31));
        }
    }
}
