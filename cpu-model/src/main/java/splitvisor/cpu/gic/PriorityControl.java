package splitvisor.cpu.gic;

/// What decides, in a physical or a virtual CPU interface, whether a pending interrupt is signalled:
/// priority mask, binary points, group enables, and the active priorities of what is being handled
/// (GIC specification, 4.8). Five priority bits, all of them for preemption, as on Neoverse N1 and
/// GIC-400; so priorities are multiples of 8, and one active-priorities register per group suffices.
final class PriorityControl {

    /// The running priority when nothing is active.
    static final int IDLE = 0xff;

    /// Implemented priority bits.
    static final int BITS = 5;
    static final int IMPLEMENTED = 0xf8;

    /// Smallest binary point of Group 0; Group 1's is one more, and means the same split.
    private static final int MIN_BPR = 7 - BITS;

    int mask;
    boolean commonBinaryPoint;
    boolean eoiMode;

    /// GICv2: Group 0 is signalled as FIQ; the common acknowledge register takes Group 1 as well.
    boolean fiqEnable;
    boolean ackControl;

    private final int[] binaryPoint = new int[2];
    private final boolean[] enabled = new boolean[2];
    private final int[] active = new int[2];

    PriorityControl() {
        reset();
    }

    void reset() {
        mask = 0;
        commonBinaryPoint = false;
        eoiMode = false;
        fiqEnable = false;
        ackControl = false;
        for (int group = 0; group < 2; group++) {
            binaryPoint[group] = MIN_BPR + group;
            enabled[group] = false;
            active[group] = 0;
        }
    }

    boolean enabled(int group) {
        return enabled[group];
    }

    void enable(int group, boolean on) {
        enabled[group] = on;
    }

    void setMask(long value) {
        mask = (int) value & IMPLEMENTED;
    }

    /// BPR0 or BPR1 as stored.
    int storedBinaryPoint(int group) {
        return binaryPoint[group];
    }

    void storeBinaryPoint(int group, long value) {
        binaryPoint[group] = Math.max((int) value & 7, MIN_BPR + group);
    }

    /// BPR0 or BPR1 as its register reads: with a common binary point BPR1 shows BPR0 + 1, at most 7.
    int binaryPoint(int group) {
        return group == 1 && commonBinaryPoint ? Math.min(binaryPoint[0] + 1, 7) : binaryPoint[group];
    }

    /// A write to BPR0 or BPR1; with a common binary point one to BPR1 is ignored.
    void setBinaryPoint(int group, long value) {
        if (group == 0 || !commonBinaryPoint) {
            storeBinaryPoint(group, value);
        }
    }

    /// AP0R0 or AP1R0: bit n for priority 8n.
    int active(int group) {
        return active[group];
    }

    void setActive(int group, long value) {
        active[group] = (int) value;
    }

    /// The priority of what is being handled: RPR.
    int running() {
        int all = active[0] | active[1];
        return all == 0 ? IDLE : Integer.numberOfTrailingZeros(all) << 8 - BITS;
    }

    /// The group whose interrupt is being handled, 0 when nothing is.
    int runningGroup() {
        return Integer.compareUnsigned(lowest(active[0]), lowest(active[1])) <= 0 ? 0 : 1;
    }

    /// Whether an interrupt that is pending with this priority is signalled now.
    boolean signals(int priority, int group) {
        if (priority >= mask || !enabled[group]) {
            return false;
        }
        int running = running();
        return running == IDLE || groupPriority(priority, group) < groupPriority(running, group);
    }

    /// The part of a priority that decides about preemption.
    int groupPriority(int priority, int group) {
        int point = group == 0 || commonBinaryPoint ? binaryPoint[0] : binaryPoint[1] - 1;
        return priority & -2 << point;
    }

    /// An interrupt was acknowledged: its group priority becomes active.
    void activate(int priority, int group) {
        active[group] |= 1 << (groupPriority(priority, group) >> 8 - BITS);
    }

    /// Priority drop: the highest active priority ends. Returns it, or [#IDLE] when there was none.
    int drop() {
        int dropped = running();
        drop(runningGroup());
        return dropped;
    }

    /// Ends the highest active priority of a group.
    void drop(int group) {
        active[group] &= active[group] - 1;
    }

    /// The lowest bit set, which for an unsigned comparison is the highest priority; none is the lowest.
    private static int lowest(int bits) {
        return Integer.lowestOneBit(bits) - 1;
    }
}
