package splitvisor.cpu.mmu;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Hot;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.sysreg.SysOp;

/// One PE's view of memory: translation, permissions, alignment, TLB, then RAM or device.
///
/// The common case of an access is one TLB index, one compare and one access to the RAM array. The
/// compare also catches what the fast path cannot do: an access that leaves its page (the last byte's
/// page is compared) and, where all accesses must be aligned, one that is not (the low address bits
/// are compared as well; the tag has zeros there). Key 0 matches no entry and stands for "the
/// registers changed, look again": a world switch costs one store per change.
public final class Mmu {

    static final long PIECE = 1L << Tlb.PIECE_SHIFT;

    final Cpu cpu;
    final PhysicalMemory memory;
    final Walker walker;
    final Tlb tlb = new Tlb();
    final Contexts contexts;
    final Aborts aborts;
    final BusAccess bus;
    final SlowPath slow;
    private final TlbMaintenance tlbMaintenance;
    private final AddressTranslation addressTranslation;
    private final CacheMaintenance cacheMaintenance;
    private final long[] readTags = tlb.readTags;
    private final int[] readDistances = tlb.readDistances;
    private final long[] writeTags = tlb.writeTags;
    private final int[] writeDistances = tlb.writeDistances;

    /// TLB keys at the current EL: of data accesses, of unprivileged ones, of fetches. 0 until [SlowPath#look]
    /// has set them; those of data stay 0 while watchpoints are armed.
    long dataKey;
    long unprivilegedKey;
    long fetchKey;

    /// -1 when accesses need not be aligned, else 0.
    long lax;

    boolean caching = true;

    public Mmu(Cpu cpu, PhysicalMemory memory) {
        this.cpu = cpu;
        this.memory = memory;
        this.walker = new Walker(memory);
        this.contexts = new Contexts(cpu, tlb);
        this.aborts = new Aborts(cpu, this);
        this.bus = new BusAccess(cpu, memory, aborts);
        this.slow = new SlowPath(this);
        this.tlbMaintenance = new TlbMaintenance(cpu, tlb, contexts);
        this.addressTranslation = new AddressTranslation(cpu, this);
        this.cacheMaintenance = new CacheMaintenance(cpu, this, memory);
    }

    /// Loads 1 to 8 bytes (`log2` 0 to 3) from `va`, zero-extended, at the current EL. Raises data aborts.
    @Hot
    public long load(long va, int log2) {
        long key = dataKey;
        int i = Tlb.index(va, key);
        if (readTags[i] == (compared(va, log2) | key)) {
            return memory.readAt((int) va + readDistances[i], log2);
        }
        return slow.load(va, log2, false);
    }

    /// The load of an atomic read and write, which is one access: its aborts, of either half, come before the
    /// watchpoint of its read (Arm ARM D1.3.5).
    public long loadForUpdate(long va, int log2) {
        if (dataKey == 0) { // watchpoints may be armed
            slow.checkUpdate(va);
        }
        return load(va, log2);
    }

    /// Stores 1 to 8 bytes to `va` at the current EL. Raises data aborts.
    @Hot
    public void store(long va, int log2, long value) {
        long key = dataKey;
        int i = Tlb.index(va, key);
        if (writeTags[i] == (compared(va, log2) | key)) {
            memory.writeAt((int) va + writeDistances[i], log2, value);
        } else {
            slow.store(va, log2, value, false);
        }
    }

    /// Loads two adjacent words or doublewords (`log2` 2 or 3) into X registers `rt` and `rt2`: one lookup when they
    /// lie in one page. Neither register is written unless both loads succeed.
    public void loadPair(long va, int log2, int rt, int rt2) {
        long key = dataKey;
        int i = Tlb.index(va, key);
        long first;
        long second;
        if (readTags[i] == (compared(va, log2 + 1) | key)) {
            int at = (int) va + readDistances[i];
            first = log2 == 3 ? memory.readAt(at, 3) : memory.readAt(at, 2);
            second = log2 == 3 ? memory.readAt(at + 8, 3) : memory.readAt(at + 4, 2);
        } else {
            first = load(va, log2);
            second = load(va + (1L << log2), log2);
        }
        cpu.x[rt] = first;
        cpu.set(rt2, second);
    }

    /// Stores two adjacent words or doublewords (`log2` 2 or 3): one lookup when they lie in one page.
    public void storePair(long va, int log2, long first, long second) {
        long key = dataKey;
        int i = Tlb.index(va, key);
        if (writeTags[i] == (compared(va, log2 + 1) | key)) {
            int at = (int) va + writeDistances[i];
            if (log2 == 3) {
                memory.writeAt(at, 3, first);
                memory.writeAt(at + 8, 3, second);
            } else {
                memory.writeAt(at, 2, first);
                memory.writeAt(at + 4, 2, second);
            }
        } else {
            store(va, log2, first);
            store(va + (1L << log2), log2, second);
        }
    }

    /// As [#load], with EL0's permissions where the Arm ARM says so (LDTR; see also PSTATE.UAO).
    public long loadUnprivileged(long va, int log2) {
        long key = unprivilegedKey;
        int i = Tlb.index(va, key);
        if (readTags[i] == (compared(va, log2) | key) && !cpu.uao) {
            return memory.readAt((int) va + readDistances[i], log2);
        }
        return slow.load(va, log2, !cpu.uao);
    }

    /// As [#store], with EL0's permissions where the Arm ARM says so (STTR).
    public void storeUnprivileged(long va, int log2, long value) {
        long key = unprivilegedKey;
        int i = Tlb.index(va, key);
        if (writeTags[i] == (compared(va, log2) | key) && !cpu.uao) {
            memory.writeAt((int) va + writeDistances[i], log2, value);
        } else {
            slow.store(va, log2, value, !cpu.uao);
        }
    }

    /// The physical address that an instruction fetch from `va` reaches at the current EL: always RAM.
    /// Raises instruction aborts.
    public long translateFetch(long va) {
        long key = fetchKey;
        int i = Tlb.index(va, key);
        if (tlb.fetchTags[i] == Tlb.tag(va, key)) {
            return tlb.fetchPages[i] | va & PIECE - 1;
        }
        return slow.fetch(va);
    }

    /// Requires of an access that has not been made yet that `va` be a multiple of 1 << `log2`, as
    /// exclusives, atomics, and loads and stores with acquire or release semantics do (Arm ARM B2.5.2,
    /// without FEAT_LSE2). Raises the alignment fault.
    public void requireAligned(long va, int log2, boolean write) {
        if ((va & (1L << log2) - 1) != 0) {
            throw aborts.alignment(va, write);
        }
    }

    /// Requires alignment of an access of more than 8 bytes, made as several, where SCTLR_ELx.A is 1.
    public void checkAligned(long va, int log2, boolean write) {
        if ((va & (1L << log2) - 1) != 0 && slow.look().alignmentChecked) {
            throw aborts.alignment(va, write);
        }
    }

    /// Executes a TLBI, whose traps and privileges have been checked, with Xt's value.
    public void tlbi(SysOp op, long xt) {
        tlbMaintenance.execute(op, xt);
    }

    /// Executes an AT, whose traps and privileges have been checked: writes PAR_EL1.
    public void at(SysOp op, long va) {
        addressTranslation.execute(op, va);
    }

    /// Executes a DC or IC, whose traps and privileges have been checked, with Xt's value. Raises data aborts.
    public void cache(SysOp op, long xt) {
        cacheMaintenance.execute(op, xt);
    }

    /// Called when SCTLR_ELx, TCR_ELx, TTBRn_ELx, MAIR_ELx, HCR_EL2, VTCR_EL2, VTTBR_EL2, the EL or
    /// PSTATE.PAN changed: cached decisions about the current regime are void (TLB entries are not), as is where the
    /// interpreter fetches from.
    public void contextChanged() {
        cpu.interpreter.contextChanged();
        dataKey = 0;
        unprivilegedKey = 0;
        fetchKey = 0;
    }

    /// Turns the TLB on or off. Off, every access walks; nothing else may differ.
    public void caching(boolean on) {
        caching = on;
        tlb.invalidateAll();
    }

    /// The physical address in RAM that a load at the current EL would reach, or -1; without side effects.
    public long probe(long va) {
        return slow.probe(va);
    }

    TlbMaintenance tlbMaintenance() {
        return tlbMaintenance;
    }

    /// What an access compares with a tag, but for the key.
    long compared(long va, int log2) {
        long last = (1L << log2) - 1;
        long overshoot = last & lax;
        return va + overshoot & (-PIECE | last ^ overshoot);
    }
}
