package splitvisor.cpu.mmu;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.memory.PhysicalMemory;

/// What an access does that the TLB has no entry for: alignment, watchpoints, the walk, the abort or the
/// new entry, and then RAM or a device.
final class SlowPath {

    private static final long PIECE = Mmu.PIECE;

    private final Mmu mmu;
    private final Cpu cpu;
    private final PhysicalMemory memory;
    private final Tlb tlb;
    private final Translation result = new Translation();
    private final Translation quiet = new Translation();

    /// The context of the current EL, and the keys of its entries for data, privileged as the EL is and not.
    private Context context;
    private long dataKey;
    private long unprivilegedKey;

    /// Watchpoints are armed: every data access comes here.
    private boolean watching;

    SlowPath(Mmu mmu) {
        this.mmu = mmu;
        this.cpu = mmu.cpu;
        this.memory = mmu.memory;
        this.tlb = mmu.tlb;
    }

    /// Sees to it that the keys are those of the current EL and registers; returns their context.
    Context look() {
        if (mmu.fetchKey == 0) {
            Context c = mmu.contexts.current(Regime.of(cpu, cpu.el));
            boolean user = cpu.el == 0;
            int privilege = user ? Context.USER : cpu.pan && c.regime.hasEl0() ? Context.PAN : Context.PRIVILEGED;
            boolean unprivileged = cpu.el == 1 || cpu.el == 2 && cpu.e2h && cpu.tge;
            context = c;
            dataKey = c.key(privilege);
            unprivilegedKey = unprivileged ? c.key(Context.USER) : dataKey;
            watching = cpu.exceptions.watching();
            mmu.dataKey = watching ? 0 : dataKey;
            mmu.unprivilegedKey = watching ? 0 : unprivilegedKey;
            mmu.fetchKey = c.key(user ? Context.USER : Context.PRIVILEGED);
            mmu.lax = c.strictlyAligned() ? 0 : -1;
        }
        return context;
    }

    long load(long va, int log2, boolean unprivileged) {
        look();
        long key = unprivileged ? unprivilegedKey : dataKey;
        if (watching) {
            watch(va, log2, Access.READ, key);
        }
        int i = Tlb.index(va, key);
        if (tlb.readTags[i] == (mmu.compared(va, log2) | key)) {
            return memory.readAt((int) va + tlb.readDistances[i], log2);
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
        return mmu.bus.read(va, pa, log2, access);
    }

    void store(long va, int log2, long value, boolean unprivileged) {
        look();
        long key = unprivileged ? unprivilegedKey : dataKey;
        if (watching) {
            watch(va, log2, Access.WRITE, key);
        }
        int i = Tlb.index(va, key);
        if (tlb.writeTags[i] == (mmu.compared(va, log2) | key)) {
            memory.writeAt((int) va + tlb.writeDistances[i], log2, value);
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
        mmu.bus.write(va, pa, log2, value, access);
    }

    /// Raises, while watchpoints are armed, the abort of an aligned access that reads and writes.
    void checkUpdate(long va) {
        look();
        if (watching) {
            translate(va, Access.READ | privilegeOf(dataKey));
            translate(va, Access.WRITE | privilegeOf(dataKey));
        }
    }

    long fetch(long va) {
        Context c = look();
        long key = mmu.fetchKey;
        int i = Tlb.index(va, key);
        if (tlb.fetchTags[i] == Tlb.tag(va, key)) {
            return tlb.fetchPages[i] | va & PIECE - 1;
        }
        boolean done = mmu.walker.translate(c, va, Access.EXECUTE | privilegeOf(key), result);
        charge(result);
        if (done && !memory.isRam(result.pa & -4L, 4)) {
            done = result.fault(Fsc.EXTERNAL);
        }
        if (!done) {
            throw mmu.aborts.fetch(result, va);
        }
        if (mmu.caching && memory.isRam(result.pa & -PIECE, PIECE)) {
            tlb.fillFetch(va, key, result.pa & -PIECE, result.spanShift);
        }
        return result.pa;
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

    /// As [Mmu#probe].
    long probe(long va) {
        Context c = look();
        int access = Access.READ | (cpu.el == 0 ? Access.USER : 0);
        return mmu.walker.translate(c, va, access, quiet) && memory.isRam(quiet.pa, 16) ? quiet.pa : -1;
    }

    /// The word at PC, without side effects; 0 where there is none to read: hosted software.
    int currentInstruction() {
        Context c = look();
        int access = Access.EXECUTE | (cpu.el == 0 ? Access.USER : 0);
        boolean readable =
                mmu.walker.translate(c, cpu.pc, access, quiet)
                        && memory.isRam(quiet.pa, 4)
                        && !cpu.hosted.isText(quiet.pa);
        return readable ? (int) memory.readRam(quiet.pa, 2) : 0;
    }

    void charge(Translation walk) {
        for (int i = 0; i < walk.steps; i++) {
            cpu.ledger.count(Event.WALK_STEP);
        }
    }

    private static int privilegeOf(long key) {
        int privilege = (int) key >>> 3 & 3;
        return privilege == Context.USER ? Access.USER : privilege == Context.PAN ? Access.PAN : 0;
    }

    /// Raises the watchpoint exception of an access that would not fault otherwise.
    private void watch(long va, int log2, int kind, long key) {
        boolean write = kind == Access.WRITE;
        int access = kind | aligned(va, log2, write) | privilegeOf(key);
        translate(va, access);
        long last = va + (1L << log2) - 1;
        if (((va ^ last) & -PIECE) != 0) {
            translate(last & -PIECE, access);
        }
        cpu.exceptions.checkAccess(va, 1 << log2, write, (access & Access.USER) != 0);
    }

    /// [Access#UNALIGNED] or 0; raises the alignment fault where SCTLR_ELx.A asks for it.
    private int aligned(long va, int log2, boolean write) {
        if ((va & (1L << log2) - 1) == 0) {
            return 0;
        }
        if (context.alignmentChecked) {
            throw mmu.aborts.alignment(va, write);
        }
        return Access.UNALIGNED;
    }

    /// A load whose first `before` bytes are in one page, and the rest in the next.
    private long loadAcross(long va, int log2, int before, int access) {
        long first = translate(va, access);
        long second = translate(va + before, access);
        return mmu.bus.readBytes(va, first, 0, before, access)
                | mmu.bus.readBytes(va + before, second, before, 1 << log2, access);
    }

    /// As [#loadAcross]; nothing is stored when either page refuses.
    private void storeAcross(long va, int log2, long value, int before, int access) {
        long first = translate(va, access);
        long second = translate(va + before, access);
        mmu.bus.writeBytes(va, first, 0, before, value, access);
        mmu.bus.writeBytes(va + before, second, before, 1 << log2, value, access);
    }

    private long translate(long va, int access) {
        boolean done = mmu.walker.translate(context, va, access, result);
        charge(result);
        if (!done) {
            throw mmu.aborts.data(result, va, access);
        }
        return result.pa;
    }

    /// Whether the page that the last walk led to may be accessed without asking again. Device memory
    /// demands alignment, which the fast path checks only where the whole context does.
    private boolean cacheable(long pa) {
        return mmu.caching
                && memory.isRam(pa & -PIECE, PIECE)
                && (!result.isDevice() || mmu.lax == 0);
    }
}
