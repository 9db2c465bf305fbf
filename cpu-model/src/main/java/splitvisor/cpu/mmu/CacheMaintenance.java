package splitvisor.cpu.mmu;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.memory.CodeCache;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.sysreg.SysOp;

/// IC and DC (Arm ARM C5.3, D7.5). Data caches are not modelled, so cleaning and invalidating them
/// does nothing but fault where it must; the instruction cache is what engines keep of decoded code.
final class CacheMaintenance {

    /// log2 of the block that DC ZVA zeroes, and of a cache line; DCZID_EL0.BS and CTR_EL0.DminLine say the same.
    private static final int BLOCK_SHIFT = 6;
    private static final int BLOCK = 1 << BLOCK_SHIFT;

    private final Cpu cpu;
    private final Mmu mmu;
    private final PhysicalMemory memory;

    CacheMaintenance(Cpu cpu, Mmu mmu, PhysicalMemory memory) {
        this.cpu = cpu;
        this.mmu = mmu;
        this.memory = memory;
    }

    /// Executes the operation; `xt` is an address, or what IALLU and the set/way operations ignore.
    void execute(SysOp op, long xt) {
        switch (op) {
            case DC_ZVA -> zero(xt);
            case DC_IVAC -> invalidateData(xt);
            case DC_CVAC, DC_CVAU, DC_CVAP, DC_CIVAC -> mmu.slow.translateFor(xt, readableAtEl0());
            case IC_IVAU -> invalidateCode(mmu.slow.translateFor(xt, readableAtEl0()));
            case IC_IALLU, IC_IALLUIS -> {
                CodeCache code = memory.codeCache();
                if (code != null) {
                    code.invalidateAll();
                }
            }
            case DC_ISW, DC_CSW, DC_CISW -> { }
            default -> throw new IllegalArgumentException(op + " is not cache maintenance");
        }
    }

    private void invalidateCode(long pa) {
        CodeCache code = memory.codeCache();
        if (code != null) {
            code.invalidate(pa);
        }
    }

    /// Maintenance by address needs read permission at EL0, and none above.
    private int readableAtEl0() {
        return Access.MAINTENANCE | (cpu.el == 0 ? Access.READ | Access.USER : 0);
    }

    /// Of the operations by address DC IVAC, which destroys data, is the one that watchpoints see (Arm ARM C5.3).
    private void invalidateData(long va) {
        mmu.slow.translateFor(va, Access.WRITE | Access.MAINTENANCE);
        if (cpu.exceptions.watching()) {
            cpu.exceptions.checkInvalidation(va, BLOCK);
        }
    }

    /// A store of 64 zero bytes. Not cache maintenance: it needs write permission, PAN applies, and CM is 0.
    private void zero(long va) {
        int privilege = mmu.slow.privilege();
        long pa = mmu.slow.translateFor(va, Access.WRITE | Access.ZERO | privilege) & -BLOCK;
        if (cpu.exceptions.watching()) {
            cpu.exceptions.checkAccess(va & -BLOCK, BLOCK, true, privilege == Access.USER);
        }
        if (memory.isRam(pa, BLOCK)) {
            int at = memory.offset(pa);
            java.util.Arrays.fill(memory.ram(), at, at + BLOCK, (byte) 0);
            return;
        }
        for (int i = 0; i < BLOCK; i += 8) {
            mmu.bus.write(va, pa + i, 3, 0, Access.WRITE);
        }
    }
}
