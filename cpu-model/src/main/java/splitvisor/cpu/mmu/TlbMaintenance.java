package splitvisor.cpu.mmu;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;

/// TLBI (Arm ARM D8.13): which contexts an operation is about, on this PE and, when it is broadcast, on
/// all of them.
///
/// The TLB holds combined translations of both stages. So an invalidation by IPA drops all of the
/// VMID's, one by VA drops the address under every ASID (which includes global entries), and one for
/// the last level only drops as much as one for all levels: more than asked for is allowed, less
/// is not.
final class TlbMaintenance {

    private static final Set<SysOp> INNER_SHAREABLE = EnumSet.noneOf(SysOp.class);

    static {
        for (SysOp op : SysOp.values()) {
            if (op.name().startsWith("TLBI_") && op.name().endsWith("IS")) {
                INNER_SHAREABLE.add(op);
            }
        }
    }

    private static final int ANY = -1;
    private static final int ASID_SHIFT = 48;

    /// Xt[43:0] is VA[55:12].
    private static final int ADDRESS_BITS = 44;

    private final Cpu cpu;
    private final Tlb tlb;
    private final Contexts contexts;
    private final boolean[] chosen = new boolean[Contexts.LAST + 1];

    TlbMaintenance(Cpu cpu, Tlb tlb, Contexts contexts) {
        this.cpu = cpu;
        this.tlb = tlb;
        this.contexts = contexts;
    }

    /// Executes the operation with Xt's value, as this PE stands.
    void execute(SysOp op, long xt) {
        boolean forced = cpu.el == 1 && (cpu.sys[SysReg.HCR_EL2.ordinal()] & Hcr.FB) != 0;
        if (INNER_SHAREABLE.contains(op) || forced) {
            for (Cpu peer : cpu.peers) {
                apply(peer.mmu.tlbMaintenance(), op, xt);
            }
        } else {
            apply(this, op, xt);
        }
    }

    private void apply(TlbMaintenance on, SysOp op, long xt) {
        on.cpu.interpreter.contextChanged();
        Regime el2 = Regime.of(cpu, 2);
        Regime el1 = cpu.el == 2 && cpu.e2h && cpu.tge ? Regime.EL20 : Regime.EL10;
        int asid = (int) (xt >>> ASID_SHIFT);
        switch (op) {
            case TLBI_VMALLE1, TLBI_VMALLE1IS -> on.dropAll(el1, vmid(), ANY);
            case TLBI_ASIDE1, TLBI_ASIDE1IS -> on.dropAll(el1, vmid(), asid);
            case TLBI_VAE1, TLBI_VAE1IS, TLBI_VALE1, TLBI_VALE1IS, TLBI_VAAE1, TLBI_VAAE1IS, TLBI_VAALE1,
                    TLBI_VAALE1IS -> on.dropAddress(el1, vmid(), xt);
            case TLBI_IPAS2E1, TLBI_IPAS2E1IS, TLBI_IPAS2LE1, TLBI_IPAS2LE1IS, TLBI_VMALLS12E1, TLBI_VMALLS12E1IS ->
                    on.dropAll(Regime.EL10, vmid(), ANY);
            case TLBI_ALLE1, TLBI_ALLE1IS -> on.dropAll(Regime.EL10, ANY, ANY);
            case TLBI_ALLE2, TLBI_ALLE2IS -> on.dropAll(el2, ANY, ANY);
            case TLBI_VAE2, TLBI_VAE2IS, TLBI_VALE2, TLBI_VALE2IS -> on.dropAddress(el2, ANY, xt);
            default -> throw new IllegalArgumentException(op + " is not a TLBI");
        }
    }

    /// The current VMID, which EL1&0's entries are tagged with whether stage 2 is on or not.
    private int vmid() {
        return Context.vmid(cpu.sys[SysReg.VTCR_EL2.ordinal()], cpu.sys[SysReg.VTTBR_EL2.ordinal()]);
    }

    private void dropAll(Regime regime, int vmid, int asid) {
        if (choose(regime, vmid, asid)) {
            tlb.invalidate(chosen);
        }
    }

    private void dropAddress(Regime regime, int vmid, long xt) {
        if (choose(regime, vmid, ANY)) {
            tlb.invalidate(chosen, xt << 64 - ADDRESS_BITS >>> 64 - ADDRESS_BITS - Tlb.PIECE_SHIFT);
        }
    }

    private boolean choose(Regime regime, int vmid, int asid) {
        Arrays.fill(chosen, false);
        boolean any = false;
        for (int i = 1; i <= contexts.used(); i++) {
            Context c = contexts.numbered(i);
            chosen[i] =
                    c.regime == regime
                            && (vmid == ANY || regime != Regime.EL10 || c.vmid() == vmid)
                            && (asid == ANY || c.hasAsid(asid));
            any |= chosen[i];
        }
        return any;
    }
}
