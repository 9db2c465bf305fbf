package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Addressing.base;
import static splitvisor.cpu.isa.Fields.ra;
import static splitvisor.cpu.isa.Fields.rd;
import static splitvisor.cpu.isa.Fields.rm;
import static splitvisor.cpu.isa.Fields.w;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.Event;

/// Exclusive, ordered and atomic accesses (Arm ARM C4.1.94): the meaning of the rows of
/// [Chapter#ATOMICS].
///
/// PEs take turns, so every access is single-copy atomic and ordered as it is; acquire and release
/// add nothing. What remains of these instructions is their alignment (FEAT_LSE2 is not implemented:
/// a misaligned access faults whatever SCTLR_ELx.A says) and the exclusives monitor.
///
/// A store-exclusive succeeds when no other PE had a turn since the load-exclusive and memory still holds what that
/// saw (see [splitvisor.cpu.ExclusivesMonitor]), so stores need not be watched.
public final class Atomics {

    private Atomics() {}

    // ---- Load and store exclusive: bits [31:30] are the size

    public static void LDXR(Cpu cpu, int insn) {
        int log2 = insn >>> 30;
        long va = alignedLoad(cpu, insn, log2);
        long value = cpu.mmu.load(va, log2);
        cpu.monitor.mark(va, log2, value, 0);
        cpu.set(rd(insn), value);
    }

    public static void LDAXR(Cpu cpu, int insn) {
        LDXR(cpu, insn);
    }

    public static void LDXP(Cpu cpu, int insn) {
        int log2 = insn >>> 30;
        long va = alignedLoad(cpu, insn, log2 + 1);
        long first = cpu.mmu.load(va, log2);
        long second = cpu.mmu.load(va + (1L << log2), log2);
        cpu.monitor.mark(va, log2 + 1, first, second);
        cpu.x[rd(insn)] = first;
        cpu.set(ra(insn), second);
    }

    public static void LDAXP(Cpu cpu, int insn) {
        LDXP(cpu, insn);
    }

    /// A misaligned address faults whatever the monitor says; translation faults are for those that pass
    /// it (Arm ARM B2.9.2 leaves the order of the latter to the implementation).
    public static void STXR(Cpu cpu, int insn) {
        int log2 = insn >>> 30;
        long va = alignedStore(cpu, insn, log2);
        boolean passes = cpu.monitor.close(va, log2) && cpu.mmu.load(va, log2) == cpu.monitor.low();
        if (passes) {
            cpu.mmu.store(va, log2, cpu.x[rd(insn)]);
        }
        cpu.set(rm(insn), passes ? 0 : 1);
    }

    public static void STLXR(Cpu cpu, int insn) {
        STXR(cpu, insn);
    }

    public static void STXP(Cpu cpu, int insn) {
        int log2 = insn >>> 30;
        long va = alignedStore(cpu, insn, log2 + 1);
        long vaHigh = va + (1L << log2);
        boolean passes = cpu.monitor.close(va, log2 + 1)
                && cpu.mmu.load(va, log2) == cpu.monitor.low()
                && cpu.mmu.load(vaHigh, log2) == cpu.monitor.high();
        if (passes) {
            cpu.mmu.store(va, log2, cpu.x[rd(insn)]);
            cpu.mmu.store(vaHigh, log2, cpu.x[ra(insn)]);
        }
        cpu.set(rm(insn), passes ? 0 : 1);
    }

    public static void STLXP(Cpu cpu, int insn) {
        STXP(cpu, insn);
    }

    // ---- Load-acquire, store-release

    public static void LDAR(Cpu cpu, int insn) {
        int log2 = insn >>> 30;
        cpu.set(rd(insn), cpu.mmu.load(alignedLoad(cpu, insn, log2), log2));
    }

    public static void LDLAR(Cpu cpu, int insn) {
        LDAR(cpu, insn);
    }

    public static void LDAPR(Cpu cpu, int insn) {
        LDAR(cpu, insn);
    }

    public static void STLR(Cpu cpu, int insn) {
        int log2 = insn >>> 30;
        cpu.mmu.store(alignedStore(cpu, insn, log2), log2, cpu.x[rd(insn)]);
    }

    public static void STLLR(Cpu cpu, int insn) {
        STLR(cpu, insn);
    }

    // ---- Compare and swap

    /// A comparison that fails writes back what it read: the permission to write is required either way.
    public static void CAS(Cpu cpu, int insn) {
        int log2 = insn >>> 30;
        long va = alignedLoad(cpu, insn, log2);
        long old = cpu.mmu.loadForUpdate(va, log2);
        boolean equal = old == truncated(cpu.x[rm(insn)], log2);
        cpu.mmu.store(va, log2, equal ? cpu.x[rd(insn)] : old);
        cpu.set(rm(insn), old);
    }

    public static void CASP(Cpu cpu, int insn) {
        int log2 = 2 + (insn >>> 30 & 1);
        int s = rm(insn);
        int t = rd(insn);
        long va = alignedLoad(cpu, insn, log2 + 1);
        long vaHigh = va + (1L << log2);
        long low = cpu.mmu.loadForUpdate(va, log2);
        long high = cpu.mmu.loadForUpdate(vaHigh, log2);
        boolean equal = low == truncated(cpu.x[s], log2) && high == truncated(cpu.x[s + 1], log2);
        cpu.mmu.store(va, log2, equal ? cpu.x[t] : low);
        cpu.mmu.store(vaHigh, log2, equal ? cpu.x[t + 1] : high);
        cpu.x[s] = low;
        cpu.set(s + 1, high);
    }

    // ---- Read, combine with Rs, write back; Rt gets what was read. Without Rt they are STADD etc.

    public static void LDADD(Cpu cpu, int insn) {
        long old = readForUpdate(cpu, insn);
        update(cpu, insn, old, old + cpu.x[rm(insn)]);
    }

    public static void LDCLR(Cpu cpu, int insn) {
        long old = readForUpdate(cpu, insn);
        update(cpu, insn, old, old & ~cpu.x[rm(insn)]);
    }

    public static void LDEOR(Cpu cpu, int insn) {
        long old = readForUpdate(cpu, insn);
        update(cpu, insn, old, old ^ cpu.x[rm(insn)]);
    }

    public static void LDSET(Cpu cpu, int insn) {
        long old = readForUpdate(cpu, insn);
        update(cpu, insn, old, old | cpu.x[rm(insn)]);
    }

    public static void LDSMAX(Cpu cpu, int insn) {
        long old = readForUpdate(cpu, insn);
        update(cpu, insn, old, signedOf(insn, old) > signedOf(insn, cpu.x[rm(insn)]) ? old : cpu.x[rm(insn)]);
    }

    public static void LDSMIN(Cpu cpu, int insn) {
        long old = readForUpdate(cpu, insn);
        update(cpu, insn, old, signedOf(insn, old) < signedOf(insn, cpu.x[rm(insn)]) ? old : cpu.x[rm(insn)]);
    }

    public static void LDUMAX(Cpu cpu, int insn) {
        long old = readForUpdate(cpu, insn);
        update(cpu, insn, old, compareUnsigned(cpu, insn, old) > 0 ? old : cpu.x[rm(insn)]);
    }

    public static void LDUMIN(Cpu cpu, int insn) {
        long old = readForUpdate(cpu, insn);
        update(cpu, insn, old, compareUnsigned(cpu, insn, old) < 0 ? old : cpu.x[rm(insn)]);
    }

    public static void SWP(Cpu cpu, int insn) {
        long old = readForUpdate(cpu, insn);
        update(cpu, insn, old, cpu.x[rm(insn)]);
    }

    private static long readForUpdate(Cpu cpu, int insn) {
        int log2 = insn >>> 30;
        return cpu.mmu.loadForUpdate(alignedLoad(cpu, insn, log2), log2);
    }

    private static void update(Cpu cpu, int insn, long old, long value) {
        cpu.mmu.store(base(cpu, insn), insn >>> 30, value);
        cpu.set(rd(insn), old);
    }

    private static long signedOf(int insn, long value) {
        int unused = 64 - (8 << (insn >>> 30));
        return value << unused >> unused;
    }

    private static int compareUnsigned(Cpu cpu, int insn, long old) {
        return Long.compareUnsigned(old, truncated(cpu.x[rm(insn)], insn >>> 30));
    }

    private static long truncated(long value, int log2) {
        return switch (log2) {
            case 0 -> value & 0xff;
            case 1 -> value & 0xffff;
            case 2 -> w((int) value);
            default -> value;
        };
    }

    // ---- Alignment

    /// The base address, for a load and for what loads first (see ESR_ELx.ISS.WnR of atomic instructions).
    private static long alignedLoad(Cpu cpu, int insn, int log2) {
        cpu.ledger.count(Event.LOAD);
        long va = base(cpu, insn);
        cpu.mmu.requireAligned(va, log2, false);
        return va;
    }

    private static long alignedStore(Cpu cpu, int insn, int log2) {
        cpu.ledger.count(Event.STORE);
        long va = base(cpu, insn);
        cpu.mmu.requireAligned(va, log2, true);
        return va;
    }
}
