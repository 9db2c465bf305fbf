package splitvisor.cpu.mmu;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.SysReg;

/// The contexts of one PE that TLB entries may be tagged with. When the numbers run out, the TLB is
/// emptied and numbering starts again; the objects are reused.
final class Contexts {

    /// Numbers 1 to 125: key 0 stands for "look again", and the highest 9-bit keys match nothing.
    static final int LAST = 125;
    private static final int BUCKETS = 256;

    private final Cpu cpu;
    private final Tlb tlb;
    private final Context[] contexts = new Context[LAST + 1];
    private final byte[] buckets = new byte[BUCKETS];
    private final Context[] latest = new Context[Regime.values().length * 2];
    private int used;

    Contexts(Cpu cpu, Tlb tlb) {
        this.cpu = cpu;
        this.tlb = tlb;
    }

    /// The context of a regime as the registers stand.
    Context current(Regime regime) {
        long[] sys = cpu.sys;
        long hcr = Context.effectiveHcr(regime, sys[SysReg.HCR_EL2.ordinal()]);
        // Worlds alternate, and what tells the EL1&0 of a guest from that of its host is stage 2.
        int slot = regime.ordinal() << 1 | (int) hcr & 1;
        Context context = latest[slot];
        if (context != null && context.matches(sys, regime, hcr)) {
            return context;
        }
        context = find(sys, regime, hcr);
        latest[slot] = context;
        return context;
    }

    /// The context with the given number, in use.
    Context numbered(int number) {
        return contexts[number];
    }

    /// How many contexts are in use: numbers 1 to this.
    int used() {
        return used;
    }

    private Context find(long[] sys, Regime regime, long hcr) {
        long mix = sys[regime.ttbr0] + 3 * sys[regime.ttbr1] + sys[regime.tcr];
        mix += regime == Regime.EL10 ? 5 * sys[SysReg.VTTBR_EL2.ordinal()] : 0;
        mix = (mix + sys[regime.sctlr] + hcr + regime.ordinal()) * 0x9e37_79b9_7f4a_7c15L;
        int i = (int) (mix >>> 56);
        while (buckets[i] != 0) {
            Context context = contexts[buckets[i]];
            if (context.matches(sys, regime, hcr)) {
                return context;
            }
            i = i + 1 & BUCKETS - 1;
        }
        if (used == LAST) {
            clear();
            return find(sys, regime, hcr);
        }
        buckets[i] = (byte) ++used;
        if (contexts[used] == null) {
            contexts[used] = new Context(used);
        }
        contexts[used].capture(sys, regime, hcr);
        return contexts[used];
    }

    private void clear() {
        tlb.invalidateAll();
        java.util.Arrays.fill(buckets, (byte) 0);
        java.util.Arrays.fill(latest, null);
        used = 0;
    }
}
