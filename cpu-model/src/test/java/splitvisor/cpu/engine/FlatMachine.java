package splitvisor.cpu.engine;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.sysreg.SysReg;

/// PEs at EL2 that see their RAM as Normal memory at its physical address.
public final class FlatMachine {

    private static final long GIGABYTE = 1 << 30;

    /// Block, Normal (attribute 0), read-write, inner shareable, accessed.
    private static final long BLOCK = 1 | 3 << 8 | 1 << 10;

    private FlatMachine() {}

    /// RAM at `base`; its last page holds the translation table of one level, gigabyte blocks.
    public static Cpu withMmuOn(long base, int size) {
        PhysicalMemory memory = new PhysicalMemory(base, size);
        Cpu cpu = new Cpu(0, memory, new HostedTexts(), Profiles.flat(1_000_000_000, 1_000_000_000));
        long table = base + size - 0x1000;
        for (int i = 0; i < 4; i++) {
            memory.writeRam(table + 8L * i, 3, i * GIGABYTE | BLOCK);
        }
        cpu.sys[SysReg.MAIR_EL2.ordinal()] = 0xff;
        cpu.sys[SysReg.TTBR0_EL2.ordinal()] = table;
        cpu.sys[SysReg.TCR_EL2.ordinal()] = 1L << 31 | 1 << 23 | 2 << 16 | 25; // 40 bits PA, 39 bits VA
        cpu.sys[SysReg.SCTLR_EL2.ordinal()] = 0x30c5_0830L | 1;
        cpu.regimeChanged();
        return cpu;
    }
}
