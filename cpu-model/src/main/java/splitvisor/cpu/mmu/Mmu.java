package splitvisor.cpu.mmu;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.memory.PhysicalMemory;

/// One PE's view of memory: translation, permissions, alignment, TLB, then RAM or device.
/// Skeleton: the mmu owner replaces the bodies and keeps the signatures.
public final class Mmu {

    private final Cpu cpu;
    private final PhysicalMemory memory;

    public Mmu(Cpu cpu, PhysicalMemory memory) {
        this.cpu = cpu;
        this.memory = memory;
    }

    /// Loads 1 to 8 bytes (`log2` 0 to 3) from `va`, zero-extended, at the current EL. Raises data aborts.
    public long load(long va, int log2) {
        if (!memory.isRam(va, 1L << log2)) {
            throw cpu.undefined();
        }
        return memory.readRam(va, log2);
    }

    /// Stores 1 to 8 bytes to `va` at the current EL. Raises data aborts.
    public void store(long va, int log2, long value) {
        if (!memory.isRam(va, 1L << log2)) {
            throw cpu.undefined();
        }
        memory.writeRam(va, log2, value);
    }

    /// As [#load], with EL0's permissions where the Arm ARM says so (LDTR; see also PSTATE.UAO).
    public long loadUnprivileged(long va, int log2) {
        return load(va, log2);
    }

    /// As [#store], with EL0's permissions where the Arm ARM says so (STTR).
    public void storeUnprivileged(long va, int log2, long value) {
        store(va, log2, value);
    }

    /// The physical address that an instruction fetch from `va` reaches at the current EL. Raises
    /// instruction aborts.
    public long translateFetch(long va) {
        return va;
    }

    /// Called when SCTLR_ELx, TCR_ELx, TTBRn_ELx, MAIR_ELx, HCR_EL2, VTCR_EL2, VTTBR_EL2, the EL or
    /// PSTATE.PAN changed: cached decisions about the current regime are void (TLB entries are not).
    public void contextChanged() {}
}
