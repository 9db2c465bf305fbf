package splitvisor.cpu;

import splitvisor.cpu.sysreg.SysReg;

/// Where a branch through a register, or an exception return, goes: the PC never holds a tag, so where the top
/// byte of addresses is ignored (TCR_ELx.TBI) the branch drops it (Arm ARM, AArch64.BranchAddr).
public final class BranchAddress {

    private static final int TBI = 20;
    private static final int TBI0 = 37;
    private static final int TBI1 = 38;

    private BranchAddress() {}

    /// The address at which execution at the given EL goes on.
    public static long of(Cpu cpu, int el, long target) {
        return target >>> 55 == 0 ? target : untagged(cpu, el, target);
    }

    private static long untagged(Cpu cpu, int el, long target) {
        boolean host = cpu.e2h && (el == 2 || el == 0 && cpu.tge);
        long tcr = cpu.sys[(el == 2 || host ? SysReg.TCR_EL2 : SysReg.TCR_EL1).ordinal()];
        if (el == 2 && !host) {
            return (tcr >>> TBI & 1) != 0 ? target & -1L >>> 8 : target;
        }
        int bit = (target >>> 55 & 1) != 0 ? TBI1 : TBI0;
        return (tcr >>> bit & 1) != 0 ? target << 8 >> 8 : target;
    }
}
