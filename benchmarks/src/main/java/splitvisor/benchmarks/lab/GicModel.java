package splitvisor.benchmarks.lab;

import java.util.Arrays;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.ExceptionRecord.Kind;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.cpu.timer.GenericTimers;
import splitvisor.highvisor.kvm.Syndrome;

/// What a guest's interrupts must be, by the GIC architecture alone: learnt from what the guest does to its GICv3 and
/// to its UART, whose line is the one level it can move. For guests of one vCPU that leave the distributor on.
final class GicModel {

    /// As many INTIDs as the guests use.
    static final int INTIDS = 64;

    /// The virtual timer's.
    static final int TIMER = GenericTimers.EL1_VIRTUAL_PPI;

    /// The UART's.
    static final int UART = 33;

    private static final long DISTRIBUTOR = 0x0800_0000L;
    private static final long PRIVATE = 0x080b_0000L;
    private static final long UART_IMSC = 0x0900_0038L;
    private static final int FIRST_PPI = 16;
    private static final int FIRST_SHARED = 32;
    private static final int SGI_INTID_SHIFT = 24;
    private static final int SET_ENABLE = 0x100;
    private static final int CLEAR_ENABLE = 0x180;
    private static final int SET_PENDING = 0x200;
    private static final int CLEAR_PENDING = 0x280;
    private static final int PRIORITY = 0x400;
    private static final int CONFIGURATION = 0xc00;
    private static final int FRAME = 0x1000;

    final boolean[] enabled = new boolean[INTIDS];
    final boolean[] latch = new boolean[INTIDS];
    final boolean[] active = new boolean[INTIDS];
    final boolean[] edge = new boolean[INTIDS];
    final int[] priority = new int[INTIDS];
    private boolean uartLine;

    GicModel() {
        Arrays.fill(edge, true);
        Arrays.fill(edge, FIRST_PPI, FIRST_SHARED, false);
    }

    /// Whether it waits to be taken; of the timer's this does not know.
    boolean isPending(int intid) {
        return latch[intid] || intid == UART && uartLine;
    }

    /// Whether a list register has to hold it.
    boolean needsAttention(int intid) {
        return active[intid] || enabled[intid] && isPending(intid);
    }

    /// The guest was left.
    void guestLeft(Cpu cpu, ExceptionRecord taken) {
        if (taken.kind() != Kind.SYNC) {
            return;
        }
        switch (Syndrome.of(taken.esr(), 0, 0)) {
            case Syndrome.SysRegTrap(int encoding, int rt, boolean read) when !read
                    && SysReg.named(SysReg.nameOf(encoding)) == SysReg.ICC_SGI1R_EL1 ->
                latch[(int) (value(cpu, rt) >>> SGI_INTID_SHIFT) & 15] = true;
            case Syndrome.Stage2Fault(_, _, boolean write, _, _, Syndrome.Access access) when write && access != null ->
                store(taken.far(), access.log2(), value(cpu, access.rt()));
            default -> {}
        }
    }

    private static long value(Cpu cpu, int rt) {
        return rt == 31 ? 0 : cpu.x[rt];
    }

    /// The guests have no stage 1, so FAR is the intermediate physical address.
    private void store(long ipa, int log2, long value) {
        if (ipa == UART_IMSC) {
            uartLine = (value & 0x7ff) != 0;
        } else if (ipa >= PRIVATE && ipa < PRIVATE + FRAME) {
            store((int) (ipa - PRIVATE), log2, value, 0);
        } else if (ipa >= DISTRIBUTOR && ipa < DISTRIBUTOR + FRAME) {
            store((int) (ipa - DISTRIBUTOR), log2, value, FIRST_SHARED);
        }
    }

    private void store(int offset, int log2, long value, int first) {
        if (offset >= PRIORITY && offset < PRIORITY + INTIDS && log2 == 0) {
            priority[offset - PRIORITY] = (int) value & 0xff;
        } else if (offset == CONFIGURATION + 8 && first != 0) { // INTIDs 32 to 47, two bits each
            for (int n = 0; n < 16; n++) {
                edge[first + n] = (value >>> 2 * n + 1 & 1) != 0;
            }
        } else if (offset == SET_ENABLE + first / 8) {
            set(enabled, first, value, true);
        } else if (offset == CLEAR_ENABLE + first / 8) {
            set(enabled, first, value, false);
        } else if (offset == SET_PENDING + first / 8) {
            set(latch, first, value, true);
        } else if (offset == CLEAR_PENDING + first / 8) {
            set(latch, first, value, false);
        }
    }

    private static void set(boolean[] states, int first, long bits, boolean state) {
        for (int n = 0; n < 32; n++) {
            if ((bits >>> n & 1) != 0) {
                states[first + n] = state;
            }
        }
    }

    /// The guest has acknowledged an interrupt.
    void acknowledged(int intid) {
        if (intid < INTIDS) {
            latch[intid] = false;
            active[intid] = true;
        }
    }

    /// The guest has ended one.
    void ended(int intid) {
        if (intid < INTIDS) {
            active[intid] = false;
        }
    }
}
