package splitvisor.cpu.mmu;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Hot;
import splitvisor.cpu.cost.Event;
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

    private static final long PIECE = 1L << Tlb.PIECE_SHIFT;

    final Cpu cpu;
    final PhysicalMemory memory;
    final Walker walker;
    final Tlb tlb = new Tlb();
    final Contexts contexts;
    final Aborts aborts;
    final BusAccess bus;
    private final TlbMaintenance tlbMaintenance;
    private final AddressTranslation addressTranslation;
    private final CacheMaintenance cacheMaintenance;
    private final Translation result = new Translation();
    private final Translation quiet = new Translation();
    private final long[] readTags = tlb.readTags;
    private final int[] readDistances = tlb.readDistances;
    private final long[] writeTags = tlb.writeTags;
    private final int[] writeDistances = tlb.writeDistances;

    /// Of the current EL: its context, and the TLB keys of its data accesses, of its unprivileged
    /// ones and of its fetches. Keys are 0 until [#look] has set them.
    private Context context;
    private long dataKey;
    private long unprivilegedKey;
    private long fetchKey;

    /// -1 when accesses need not be aligned, else 0.
    private long lax;

    private boolean caching = true;

    /// Watchpoints are armed: no access may take the fast path.
    private boolean watching;

    public Mmu(Cpu cpu, PhysicalMemory memory) {
        this.cpu = cpu;
        this.memory = memory;
        this.walker = new Walker(memory);
        this.contexts = new Contexts(cpu, tlb);
        this.aborts = new Aborts(cpu, this);
        this.bus = new BusAccess(cpu, memory, aborts);
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
        return loadSlowly(va, log2, false);
    }

    /// Stores 1 to 8 bytes to `va` at the current EL. Raises data aborts.
    @Hot
    public void store(long va, int log2, long value) {
        long key = dataKey;
        int i = Tlb.index(va, key);
        if (writeTags[i] == (compared(va, log2) | key)) {
            memory.writeAt((int) va + writeDistances[i], log2, value);
        } else {
            storeSlowly(va, log2, value, false);
        }
    }

    /// As [#load], with EL0's permissions where the Arm ARM says so (LDTR; see also PSTATE.UAO).
    public long loadUnprivileged(long va, int log2) {
        long key = unprivilegedKey;
        int i = Tlb.index(va, key);
        if (readTags[i] == (compared(va, log2) | key) && !cpu.uao) {
            return memory.readAt((int) va + readDistances[i], log2);
        }
        return loadSlowly(va, log2, !cpu.uao);
    }

    /// As [#store], with EL0's permissions where the Arm ARM says so (STTR).
    public void storeUnprivileged(long va, int log2, long value) {
        long key = unprivilegedKey;
        int i = Tlb.index(va, key);
        if (writeTags[i] == (compared(va, log2) | key) && !cpu.uao) {
            memory.writeAt((int) va + writeDistances[i], log2, value);
        } else {
            storeSlowly(va, log2, value, !cpu.uao);
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
        return fetchSlowly(va);
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
        if ((va & (1L << log2) - 1) != 0 && look().alignmentChecked) {
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
    /// PSTATE.PAN changed: cached decisions about the current regime are void (TLB entries are not).
    public void contextChanged() {
        dataKey = 0;
        unprivilegedKey = 0;
        fetchKey = 0;
    }

    /// Turns the TLB on or off. Off, every access walks; nothing else may differ.
    public void caching(boolean on) {
        caching = on;
        tlb.invalidateAll();
    }

    TlbMaintenance tlbMaintenance() {
        return tlbMaintenance;
    }

    /// The physical address for an access of the current EL that the TLB has no part in. Raises data aborts.
    long translateFor(long va, int access) {
        look();
        return translate(va, access);
    }

    /// [Access#USER], [Access#PAN] or 0, for data accesses of the current EL.
    int privilege() {
        look();
        return privilegeOf(dataKey);
    }

    /// The physical address in RAM that a load at the current EL would reach, or -1; without side effects.
    public long probe(long va) {
        Context c = look();
        int access = Access.READ | (cpu.el == 0 ? Access.USER : 0);
        return walker.translate(c, va, access, quiet) && memory.isRam(quiet.pa, 16) ? quiet.pa : -1;
    }

    /// The word at PC, without side effects; 0 where there is none to read: hosted software.
    int currentInstruction() {
        Context c = look();
        int access = Access.EXECUTE | (cpu.el == 0 ? Access.USER : 0);
        boolean readable =
                walker.translate(c, cpu.pc, access, quiet)
                        && memory.isRam(quiet.pa, 4)
                        && !cpu.hosted.isText(quiet.pa);
        return readable ? (int) memory.readRam(quiet.pa, 2) : 0;
    }

    /// What an access compares with a tag, but for the key.
    private long compared(long va, int log2) {
        long last = (1L << log2) - 1;
        long overshoot = last & lax;
        return va + overshoot & (-PIECE | last ^ overshoot);
    }

    /// Sees to it that the keys are those of the current EL and registers.
    private Context look() {
        if (dataKey == 0) {
            Context c = contexts.current(Regime.of(cpu, cpu.el));
            boolean user = cpu.el == 0;
            int privilege = user ? Context.USER : cpu.pan && c.regime.hasEl0() ? Context.PAN : Context.PRIVILEGED;
            boolean unprivileged = cpu.el == 1 || cpu.el == 2 && cpu.e2h && cpu.tge;
            context = c;
            dataKey = c.key(privilege);
            unprivilegedKey = unprivileged ? c.key(Context.USER) : dataKey;
            fetchKey = c.key(user ? Context.USER : Context.PRIVILEGED);
            lax = c.strictlyAligned() ? 0 : -1;
            watching = cpu.exceptions.watching();
        }
        return context;
    }

    private long keyOf(boolean unprivileged) {
        return unprivileged ? unprivilegedKey : dataKey;
    }

    private int privilegeOf(long key) {
        int privilege = (int) key >>> 3 & 3;
        return privilege == Context.USER ? Access.USER : privilege == Context.PAN ? Access.PAN : 0;
    }

    private long loadSlowly(long va, int log2, boolean unprivileged) {
        look();
        long key = keyOf(unprivileged);
        if (watching) {
            watch(va, log2, Access.READ, key);
        }
        int i = Tlb.index(va, key);
        if (readTags[i] == (compared(va, log2) | key)) {
            return memory.readAt((int) va + readDistances[i], log2);
        }
        int access = Access.READ | aligned(va, log2, false) | privilegeOf(key);
        int before = (int) (PIECE - (va & PIECE - 1));
        if (before < 1 << log2) {
            return loadAcross(va, log2, before, access);
        }
        long pa = translate(va, access);
        if (cacheable(pa)) {
            tlb.fillRead(va, key, memory.offset(pa) - (int) va, result.spanShift);
        }
        return bus.read(va, pa, log2, access);
    }

    private void storeSlowly(long va, int log2, long value, boolean unprivileged) {
        look();
        long key = keyOf(unprivileged);
        if (watching) {
            watch(va, log2, Access.WRITE, key);
        }
        int i = Tlb.index(va, key);
        if (writeTags[i] == (compared(va, log2) | key)) {
            memory.writeAt((int) va + writeDistances[i], log2, value);
            return;
        }
        int access = Access.WRITE | aligned(va, log2, true) | privilegeOf(key);
        int before = (int) (PIECE - (va & PIECE - 1));
        if (before < 1 << log2) {
            storeAcross(va, log2, value, before, access);
            return;
        }
        long pa = translate(va, access);
        if (cacheable(pa)) {
            tlb.fillWrite(va, key, memory.offset(pa) - (int) va, result.spanShift);
        }
        bus.write(va, pa, log2, value, access);
    }

    private long fetchSlowly(long va) {
        Context c = look();
        long key = fetchKey;
        int i = Tlb.index(va, key);
        if (tlb.fetchTags[i] == Tlb.tag(va, key)) {
            return tlb.fetchPages[i] | va & PIECE - 1;
        }
        boolean done = walker.translate(c, va, Access.EXECUTE | privilegeOf(key), result);
        charge(result);
        if (done && !memory.isRam(result.pa & -4L, 4)) {
            done = result.fault(Fsc.EXTERNAL);
        }
        if (!done) {
            throw aborts.fetch(result, va);
        }
        if (caching && memory.isRam(result.pa & -PIECE, PIECE)) {
            tlb.fillFetch(va, key, result.pa & -PIECE, result.spanShift);
        }
        return result.pa;
    }

    /// Raises the watchpoint exception of an access that would not fault otherwise, and sees to it that the next
    /// access comes here too.
    private void watch(long va, int log2, int kind, long key) {
        boolean write = kind == Access.WRITE;
        int access = kind | aligned(va, log2, write) | privilegeOf(key);
        translate(va, access);
        long last = va + (1L << log2) - 1;
        if (((va ^ last) & -PIECE) != 0) {
            translate(last, access);
        }
        cpu.exceptions.checkAccess(va, 1 << log2, write, (access & Access.USER) != 0);
        contextChanged();
    }

    /// [Access#UNALIGNED] or 0; raises the alignment fault where SCTLR_ELx.A asks for it.
    private int aligned(long va, int log2, boolean write) {
        if ((va & (1L << log2) - 1) == 0) {
            return 0;
        }
        if (context.alignmentChecked) {
            throw aborts.alignment(va, write);
        }
        return Access.UNALIGNED;
    }

    /// A load whose first `before` bytes are in one page, and the rest in the next.
    private long loadAcross(long va, int log2, int before, int access) {
        long first = translate(va, access);
        long second = translate(va + before, access);
        return bus.readBytes(va, first, 0, before, access)
                | bus.readBytes(va + before, second, before, 1 << log2, access);
    }

    /// As [#loadAcross]; nothing is stored when either page refuses.
    private void storeAcross(long va, int log2, long value, int before, int access) {
        long first = translate(va, access);
        long second = translate(va + before, access);
        bus.writeBytes(va, first, 0, before, value, access);
        bus.writeBytes(va + before, second, before, 1 << log2, value, access);
    }

    private long translate(long va, int access) {
        boolean done = walker.translate(context, va, access, result);
        charge(result);
        if (!done) {
            throw aborts.data(result, va, access);
        }
        return result.pa;
    }

    void charge(Translation walk) {
        for (int i = 0; i < walk.steps; i++) {
            cpu.ledger.count(Event.WALK_STEP);
        }
    }

    /// Whether the page that the last walk led to may be accessed without asking again. Device memory
    /// demands alignment, which the fast path checks only where the whole context does.
    private boolean cacheable(long pa) {
        return caching
                && memory.isRam(pa & -PIECE, PIECE)
                && (!result.isDevice() || lax == 0);
    }
}
