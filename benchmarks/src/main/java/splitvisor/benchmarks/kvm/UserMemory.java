package splitvisor.benchmarks.kvm;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.SysReg;

/// The memory of the process that has just made a system call, read by its page tables alone: neither TLB nor counters
/// notice.
final class UserMemory {

    private static final long OUTPUT_ADDRESS = 0x0000_ffff_ffff_f000L;
    private static final int TABLE_OR_PAGE = 3;
    private static final int LEVELS = 4;

    private UserMemory() {}

    /// The doubleword at `va`, or 0 when there is none. The host has 4 KiB pages and four levels of tables.
    static long read(Cpu cpu, long va) {
        long table = cpu.sys[(cpu.el == 2 ? SysReg.TTBR0_EL2 : SysReg.TTBR0_EL1).ordinal()] & OUTPUT_ADDRESS;
        for (int level = 0; level < LEVELS; level++) {
            long entry = table + 8 * (va >>> 39 - 9 * level & 0x1ff);
            long descriptor = cpu.memory.isRam(entry, 8) ? cpu.memory.readRam(entry, 3) : 0;
            if ((descriptor & TABLE_OR_PAGE) != TABLE_OR_PAGE) {
                return 0;
            }
            table = descriptor & OUTPUT_ADDRESS;
        }
        long pa = table | va & 0xfff;
        return cpu.memory.isRam(pa, 8) ? cpu.memory.readRam(pa, 3) : 0;
    }
}
