package splitvisor.cpu.board;

import java.util.function.LongSupplier;
import splitvisor.cpu.gic.InterruptLine;
import splitvisor.cpu.memory.Device;

/// The PL031 real-time clock (Arm DDI 0224): seconds that advance with simulated time. Its match
/// interrupt is evaluated when the clock is looked at, see [#tick].
public final class Pl031 implements Device {

    private static final int DR = 0x00;
    private static final int MR = 0x04;
    private static final int LR = 0x08;
    private static final int CR = 0x0c;
    private static final int IMSC = 0x10;
    private static final int RIS = 0x14;
    private static final int MIS = 0x18;
    private static final int ICR = 0x1c;

    private final LongSupplier seconds;
    private final InterruptLine irq;
    private int offset;
    private int load;
    private int match;
    private int imsc;
    private int ris;

    /// A clock that shows `start` seconds plus what `seconds` supplies.
    public Pl031(int start, LongSupplier seconds, InterruptLine irq) {
        this.seconds = seconds;
        this.irq = irq;
        this.offset = start;
        this.load = start;
    }

    /// Seconds until the match interrupt is due: 1 to 2³².
    public long secondsToMatch() {
        long distance = match - now() & 0xffff_ffffL;
        return distance == 0 ? 1L << 32 : distance;
    }

    /// The clock has reached the match value.
    public void tick() {
        ris = 1;
        update();
    }

    @Override
    public long read(long offset, int log2) {
        return switch ((int) offset) {
            case DR -> now() & 0xffff_ffffL;
            case MR -> match & 0xffff_ffffL;
            case LR -> load & 0xffff_ffffL;
            case CR -> 1; // counting since reset; it cannot be stopped
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
                this.offset += (int) value - now();
            }
            case IMSC -> imsc = (int) value & 1;
            case ICR -> ris &= ~(int) value;
            default -> {}
        }
        update();
    }

    private int now() {
        return offset + (int) seconds.getAsLong();
    }

    private void update() {
        irq.set((ris & imsc) != 0);
    }
}
