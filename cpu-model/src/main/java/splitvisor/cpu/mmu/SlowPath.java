package splitvisor.cpu.mmu;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.memory.PhysicalMemory;

/// What an access does that the TLB's fast arrays have no entry for: alignment, watchpoints, the TLB's others, the
/// walk, the abort or the new entry, and then RAM or a device.
final class SlowPath {

    private static final long PIECE = Mmu.PIECE;
    private static final int LOAD = 0;
    private static final int STORE = 1;

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
        return mmu.bus.read(va, translate(va, access), log2, access);
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
        mmu.bus.write(va, translate(va, access), log2, value, access);
    }

    /// Raises, while watchpoints are armed, the abort of an aligned access that reads and writes.
    void checkUpdate(long va) {
        look();
        if (watching) {
            walk(va, Access.READ | privilegeOf(dataKey));
            walk(va, Access.WRITE | privilegeOf(dataKey));
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

    /// The physical address for an access of the current EL that is none of the fast ones. Raises data aborts.
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

    /// Raises the watchpoint exception of an access that would not fault otherwise. Looking costs no walk.
    private void watch(long va, int log2, int kind, long key) {
        boolean write = kind == Access.WRITE;
        int access = kind | aligned(va, log2, write) | privilegeOf(key);
        walk(va, access);
        long last = va + (1L << log2) - 1;
        if (((va ^ last) & -PIECE) != 0) {
            walk(last & -PIECE, access);
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

    /// From the TLB's other entries or by a walk, which leaves an entry. An unaligned access asks the walker, which
    /// knows whether it is Device memory's.
    private long translate(long va, int access) {
        boolean aligned = (access & Access.UNALIGNED) == 0;
        long key = context.key(privilegeBits(access));
        long page = aligned ? tlb.other(va, key | kind(access)) : Tlb.NONE;
        if (page != Tlb.NONE) {
            return page | va & PIECE - 1;
        }
        walk(va, access);
        charge(result);
        if (mmu.caching) {
            remember(va, key, access);
        }
        return result.pa;
    }

    private void walk(long va, int access) {
        if (!mmu.walker.translate(context, va, access, result)) {
            charge(result);
            throw mmu.aborts.data(result, va, access);
        }
    }

    /// Loads and stores go into the fast arrays where RAM may be accessed without asking again. Device memory demands
    /// alignment, which the fast path checks where the whole context does.
    private void remember(long va, long key, int access) {
        int kind = kind(access);
        long page = result.pa & -PIECE;
        boolean fast = memory.isRam(page, PIECE) && (!result.isDevice() || mmu.lax == 0);
        if (fast && kind == LOAD) {
            tlb.fillRead(va, key, memory.offset(result.pa) - (int) va, result.spanShift);
        } else if (fast && kind == STORE) {
            tlb.fillWrite(va, key, memory.offset(result.pa) - (int) va, result.spanShift);
        } else if ((access & Access.UNALIGNED) == 0) {
            tlb.fillOther(va, key | kind, page, result.spanShift);
        }
    }

    /// What an entry is for, in the three bits of a tag that a key leaves: a load, a store, maintenance, zeroing.
    private static int kind(int access) {
        return (access & Access.WRITE) / Access.WRITE
                | (access & Access.MAINTENANCE) / Access.MAINTENANCE << 1
                | (access & Access.ZERO) / Access.ZERO << 2;
    }

    private static int privilegeBits(int access) {
        return (access & Access.USER) != 0 ? Context.USER
                : (access & Access.PAN) != 0 ? Context.PAN : Context.PRIVILEGED;
    }
}
