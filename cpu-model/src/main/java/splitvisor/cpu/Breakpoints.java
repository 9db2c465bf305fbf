package splitvisor.cpu;

import splitvisor.cpu.sysreg.Mdscr;
import splitvisor.cpu.sysreg.SysReg;

/// Hardware breakpoints and watchpoints: does the state of the PE, with an address, match one of them (Arm ARM
/// D2.8, D2.9)?
final class Breakpoints {

    private static final int COUNT = 6;
    private static final int WATCHPOINTS = 4;

    /// DBGBCR_EL1.BT, without its linking bit.
    private static final int ADDRESS = 0x0;
    private static final int CONTEXT = 0x2;
    private static final int CONTEXT_EL1 = 0x6;
    private static final int VMID = 0x8;
    private static final int VMID_AND_CONTEXT = 0xa;
    private static final int CONTEXT_EL2 = 0xc;
    private static final int BOTH_CONTEXTS = 0xe;

    /// The context-aware breakpoints are the last ones (ID_AA64DFR0_EL1.CTX_CMPs).
    private static final int FIRST_CONTEXT_AWARE = 4;

    private static final int FIRST_B = SysReg.DBGBVR0_EL1.ordinal();
    private static final int FIRST_W = SysReg.DBGWVR0_EL1.ordinal();

    private final Cpu cpu;
    private final long[] sys;

    Breakpoints(Cpu cpu) {
        this.cpu = cpu;
        this.sys = cpu.sys;
    }

    /// Whether any breakpoint is enabled.
    boolean any() {
        for (int n = 0; n < COUNT; n++) {
            if ((control(n) & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether a breakpoint matches the instruction at PC.
    boolean hit() {
        for (int n = 0; n < COUNT; n++) {
            int control = control(n);
            boolean linkedOnly = type(control) != ADDRESS && (control >>> 20 & 1) != 0;
            if ((control & 1) != 0 && !linkedOnly && stateMatches(control, cpu.el) && valueMatches(n, control)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a watchpoint matches an access.
    boolean watches(long va, int bytes, boolean write, boolean unprivileged) {
        for (int n = 0; n < WATCHPOINTS; n++) {
            int control = (int) sys[FIRST_W + 2 * n + 1];
            boolean armed = (control & 1) != 0 && (control >>> 3 & (write ? 2 : 1)) != 0;
            if (armed
                    && stateMatches(control, unprivileged ? 0 : cpu.el)
                    && overlaps(sys[FIRST_W + 2 * n], control, va, bytes)
                    && ((control >>> 20 & 1) == 0 || linkMatches(control))) {
                return true;
            }
        }
        return false;
    }

    /// Whether watchpoints can match at all: then accesses must be looked at.
    boolean watching() {
        boolean any = false;
        for (int n = 0; n < WATCHPOINTS; n++) {
            any |= (sys[FIRST_W + 2 * n + 1] & 1) != 0;
        }
        return any && (sys[SysReg.MDSCR_EL1.ordinal()] & Mdscr.MDE) != 0;
    }

    private boolean valueMatches(int n, int control) {
        long value = sys[FIRST_B + 2 * n];
        if (type(control) == ADDRESS) {
            boolean linked = (control >>> 20 & 1) != 0;
            return address(value & -4) == address(cpu.pc) && (!linked || linkMatches(control));
        }
        return contextMatches(n, type(control));
    }

    /// The breakpoint that LBN names must be context-aware, enabled and of a linked type.
    private boolean linkMatches(int control) {
        int n = control >>> 16 & 15;
        if (n < FIRST_CONTEXT_AWARE || n >= COUNT) {
            return false;
        }
        int other = control(n);
        boolean linked = (other >>> 20 & 1) != 0 && type(other) != ADDRESS;
        return (other & 1) != 0 && linked && contextMatches(n, type(other));
    }

    private boolean contextMatches(int n, int type) {
        if (n < FIRST_CONTEXT_AWARE) {
            return false;
        }
        long value = sys[FIRST_B + 2 * n];
        boolean host = cpu.e2h && (cpu.el == 2 || cpu.tge);
        boolean el1 = cpu.el < 2 && !host && (int) value == (int) sys[SysReg.CONTEXTIDR_EL1.ordinal()];
        boolean vmid = cpu.el < 2 && !host && (value >>> 32 & 0xffff) == sys[SysReg.VTTBR_EL2.ordinal()] >>> 48;
        int el2Value = (int) (type == CONTEXT ? value : value >>> 32);
        boolean el2 = el2Value == (int) sys[SysReg.CONTEXTIDR_EL2.ordinal()];
        return switch (type) {
            case CONTEXT -> host ? el2 : el1;
            case CONTEXT_EL1 -> el1;
            case VMID -> vmid;
            case VMID_AND_CONTEXT -> vmid && el1;
            case CONTEXT_EL2 -> el2;
            case BOTH_CONTEXTS -> el2 && el1;
            default -> false;
        };
    }

    /// Arm ARM, AArch64.StateMatch, in Non-secure state: HMC, SSC and PMC (or PAC) select ELs.
    private static boolean stateMatches(int control, int el) {
        boolean hmc = (control >>> 13 & 1) != 0;
        int ssc = control >>> 14 & 3;
        int pxc = control >>> 1 & 3;
        if (ssc == 2 || ssc == 3 && !hmc || ssc == 1 && !hmc && pxc == 0) {
            return false;
        }
        return switch (el) {
            case 0 -> (pxc & 2) != 0;
            case 1 -> (pxc & 1) != 0;
            default -> hmc || ssc == 3;
        };
    }

    /// Whether an access touches the bytes that DBGWVR_EL1 and DBGWCR_EL1.{BAS,MASK} select.
    private static boolean overlaps(long value, int control, long va, int bytes) {
        long first = address(value);
        long last;
        int mask = control >>> 24 & 31;
        if (mask >= 3) {
            first &= -1L << mask;
            last = first + (1L << mask) - 1;
        } else {
            int bas = control >>> 5 & 0xff & ((value & 4) != 0 ? 0xf : 0xff);
            if (bas == 0) {
                return false;
            }
            last = first + 31 - Integer.numberOfLeadingZeros(bas);
            first += Integer.numberOfTrailingZeros(bas);
        }
        long start = address(va);
        return start <= last && start + bytes - 1 >= first;
    }

    /// Bits 48 to 0, sign-extended: what the value registers hold and comparisons use.
    private static long address(long va) {
        return va << 15 >> 15;
    }

    private int control(int n) {
        return (int) sys[FIRST_B + 2 * n + 1];
    }

    private static int type(int control) {
        return control >>> 20 & 14;
    }
}
