package splitvisor.cpu.board;

import java.util.function.LongSupplier;
import splitvisor.cpu.gic.InterruptLine;
import splitvisor.cpu.memory.Device;
import splitvisor.cpu.timer.EventSource;
import splitvisor.cpu.timer.TimeLine;

/// The PL031 real-time clock (Arm DDI 0224): a count of seconds that advances with simulated time, and an
/// interrupt when it reaches a match value.
public final class Pl031 implements Device, EventSource {

    /// What a board's clock shows at time 0, bare or virtual: 2026-01-01, in seconds of Unix time.
    public static final int EPOCH = 1_767_225_600;

    private static final int DR = 0x00;
    private static final int MR = 0x04;
    private static final int LR = 0x08;
    private static final int CR = 0x0c;
    private static final int IMSC = 0x10;
    private static final int RIS = 0x14;
    private static final int MIS = 0x18;
    private static final int ICR = 0x1c;

    private final LongSupplier time;
    private final Runnable replan;
    private final long second;
    private final InterruptLine irq;
    private int offset;
    private int load;
    private int match;
    private int imsc;
    private int ris;

    /// A clock that shows `start` at reset, on a time line where a second has the given length.
    public Pl031(int start, TimeLine timeLine, long second, InterruptLine irq) {
        this(start, timeLine::now, second, timeLine::replan, irq);
    }

    /// A clock that shows `start` at time 0, by a time in which a second has the given length.
    ///
    /// @param replan told that [#due] may have changed
    public Pl031(int start, LongSupplier time, long second, Runnable replan, InterruptLine irq) {
        this.time = time;
        this.replan = replan;
        this.second = second;
        this.irq = irq;
        this.offset = start;
        this.load = start;
    }

    /// The match, if its interrupt is wanted and not yet there.
    @Override
    public long due() {
        long distance = match - count() & 0xffff_ffffL;
        return imsc == 0 || ris != 0 || distance == 0 ? Long.MAX_VALUE : (seconds() + distance) * second;
    }

    @Override
    public void happen(long now) {
        ris = 1;
        update();
    }

    @Override
    public long read(long offset, int log2) {
        return switch ((int) offset) {
            case DR -> count() & 0xffff_ffffL;
            case MR -> match & 0xffff_ffffL;
            case LR -> load & 0xffff_ffffL;
            case CR -> 1; // it counts from reset on and cannot be stopped
            case IMSC -> imsc;
            case RIS -> ris;
            case MIS -> ris & imsc;
            default -> PrimeCell.id(0x0014_1031, offset);
        };
    }

    @Override
    public void write(long offset, int log2, long value) {
        switch ((int) offset) {
            case MR -> match = (int) value;
            case LR -> {
                load = (int) value;
                this.offset += (int) value - count();
            }
            case IMSC -> imsc = (int) value & 1;
            case ICR -> ris &= ~(int) value;
            default -> {}
        }
        if (match == count() && imsc != 0) {
            ris = 1;
        }
        update();
        replan.run();
    }

    private long seconds() {
        return time.getAsLong() / second;
    }

    private int count() {
        return offset + (int) seconds();
    }

    private void update() {
        irq.set((ris & imsc) != 0);
    }
}
