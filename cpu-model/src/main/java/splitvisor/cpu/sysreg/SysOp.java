package splitvisor.cpu.sysreg;

import static splitvisor.cpu.sysreg.Feature.DPB;
import static splitvisor.cpu.sysreg.Spec.at;
import static splitvisor.cpu.sysreg.SysOp.Kind.CACHE;
import static splitvisor.cpu.sysreg.SysOp.Kind.CACHE_SW;
import static splitvisor.cpu.sysreg.SysOp.Kind.CACHE_VA;
import static splitvisor.cpu.sysreg.SysOp.Kind.TLB;
import static splitvisor.cpu.sysreg.SysOp.Kind.TLB_X;
import static splitvisor.cpu.sysreg.SysOp.Kind.TRANSLATE;
import static splitvisor.cpu.sysreg.SysReg.HCR_EL2;
import static splitvisor.cpu.sysreg.SysReg.SCTLR_EL1;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import splitvisor.cpu.cost.Event;

/// Every system instruction the machine knows (SYS with a name of its own), one entry each, with the
/// same facts as a register's row. Underscores stand for the blank: `TLBI_VAE1IS` is `TLBI VAE1IS`.
public enum SysOp {
    // spotless:off
    // Instruction caches.
    IC_IALLUIS    (CACHE, at(1, 0, 7,  1, 0).trap(HCR_EL2, Hcr.TPU)),
    IC_IALLU      (CACHE, at(1, 0, 7,  5, 0).trap(HCR_EL2, Hcr.TPU)),
    IC_IVAU       (CACHE_VA, at(1, 3, 7,  5, 1).el0Needs(SCTLR_EL1, Sctlr.UCI).trap(HCR_EL2, Hcr.TPU)),

    // Data caches.
    DC_IVAC       (CACHE_VA, at(1, 0, 7,  6, 1).trap(HCR_EL2, Hcr.TPCP)),
    DC_ISW        (CACHE_SW, at(1, 0, 7,  6, 2).trap(HCR_EL2, Hcr.TSW)),
    DC_CSW        (CACHE_SW, at(1, 0, 7, 10, 2).trap(HCR_EL2, Hcr.TSW)),
    DC_CISW       (CACHE_SW, at(1, 0, 7, 14, 2).trap(HCR_EL2, Hcr.TSW)),
    DC_ZVA        (CACHE_VA, at(1, 3, 7,  4, 1).el0Needs(SCTLR_EL1, Sctlr.DZE).trap(HCR_EL2, Hcr.TDZ)),
    DC_CVAC       (CACHE_VA, at(1, 3, 7, 10, 1).el0Needs(SCTLR_EL1, Sctlr.UCI).trap(HCR_EL2, Hcr.TPCP)),
    DC_CVAU       (CACHE_VA, at(1, 3, 7, 11, 1).el0Needs(SCTLR_EL1, Sctlr.UCI).trap(HCR_EL2, Hcr.TPU)),
    DC_CVAP       (CACHE_VA, at(1, 3, 7, 12, 1).feature(DPB).el0Needs(SCTLR_EL1, Sctlr.UCI).trap(HCR_EL2, Hcr.TPCP)),
    DC_CIVAC      (CACHE_VA, at(1, 3, 7, 14, 1).el0Needs(SCTLR_EL1, Sctlr.UCI).trap(HCR_EL2, Hcr.TPCP)),

    // Address translation. HCR_EL2 has no trap for these without FEAT_NV.
    AT_S1E1R      (TRANSLATE, at(1, 0, 7,  8, 0)),
    AT_S1E1W      (TRANSLATE, at(1, 0, 7,  8, 1)),
    AT_S1E0R      (TRANSLATE, at(1, 0, 7,  8, 2)),
    AT_S1E0W      (TRANSLATE, at(1, 0, 7,  8, 3)),
    AT_S1E1RP     (TRANSLATE, at(1, 0, 7,  9, 0).feature(Feature.PAN)),
    AT_S1E1WP     (TRANSLATE, at(1, 0, 7,  9, 1).feature(Feature.PAN)),
    AT_S1E2R      (TRANSLATE, at(1, 4, 7,  8, 0)),
    AT_S1E2W      (TRANSLATE, at(1, 4, 7,  8, 1)),
    AT_S12E1R     (TRANSLATE, at(1, 4, 7,  8, 4)),
    AT_S12E1W     (TRANSLATE, at(1, 4, 7,  8, 5)),
    AT_S12E0R     (TRANSLATE, at(1, 4, 7,  8, 6)),
    AT_S12E0W     (TRANSLATE, at(1, 4, 7,  8, 7)),

    // TLB maintenance of EL1&0.
    TLBI_VMALLE1IS(TLB, at(1, 0, 8,  3, 0).trap(HCR_EL2, Hcr.TTLB)),
    TLBI_VAE1IS   (TLB_X, at(1, 0, 8,  3, 1).trap(HCR_EL2, Hcr.TTLB)),
    TLBI_ASIDE1IS (TLB_X, at(1, 0, 8,  3, 2).trap(HCR_EL2, Hcr.TTLB)),
    TLBI_VAAE1IS  (TLB_X, at(1, 0, 8,  3, 3).trap(HCR_EL2, Hcr.TTLB)),
    TLBI_VALE1IS  (TLB_X, at(1, 0, 8,  3, 5).trap(HCR_EL2, Hcr.TTLB)),
    TLBI_VAALE1IS (TLB_X, at(1, 0, 8,  3, 7).trap(HCR_EL2, Hcr.TTLB)),
    TLBI_VMALLE1  (TLB, at(1, 0, 8,  7, 0).trap(HCR_EL2, Hcr.TTLB)),
    TLBI_VAE1     (TLB_X, at(1, 0, 8,  7, 1).trap(HCR_EL2, Hcr.TTLB)),
    TLBI_ASIDE1   (TLB_X, at(1, 0, 8,  7, 2).trap(HCR_EL2, Hcr.TTLB)),
    TLBI_VAAE1    (TLB_X, at(1, 0, 8,  7, 3).trap(HCR_EL2, Hcr.TTLB)),
    TLBI_VALE1    (TLB_X, at(1, 0, 8,  7, 5).trap(HCR_EL2, Hcr.TTLB)),
    TLBI_VAALE1   (TLB_X, at(1, 0, 8,  7, 7).trap(HCR_EL2, Hcr.TTLB)),

    // TLB maintenance by EL2.
    TLBI_IPAS2E1IS(TLB_X, at(1, 4, 8,  0, 1)),
    TLBI_IPAS2LE1IS(TLB_X, at(1, 4, 8,  0, 5)),
    TLBI_IPAS2E1  (TLB_X, at(1, 4, 8,  4, 1)),
    TLBI_IPAS2LE1 (TLB_X, at(1, 4, 8,  4, 5)),
    TLBI_ALLE2IS  (TLB, at(1, 4, 8,  3, 0)),
    TLBI_VAE2IS   (TLB_X, at(1, 4, 8,  3, 1)),
    TLBI_ALLE1IS  (TLB, at(1, 4, 8,  3, 4)),
    TLBI_VALE2IS  (TLB_X, at(1, 4, 8,  3, 5)),
    TLBI_VMALLS12E1IS(TLB, at(1, 4, 8,  3, 6)),
    TLBI_ALLE2    (TLB, at(1, 4, 8,  7, 0)),
    TLBI_VAE2     (TLB_X, at(1, 4, 8,  7, 1)),
    TLBI_ALLE1    (TLB, at(1, 4, 8,  7, 4)),
    TLBI_VALE2    (TLB_X, at(1, 4, 8,  7, 5)),
    TLBI_VMALLS12E1(TLB, at(1, 4, 8,  7, 6)),

    // EL3's: they have names, and are UNDEFINED on a machine without EL3.
    AT_S1E3R      (TRANSLATE, at(1, 6, 7,  8, 0)),
    AT_S1E3W      (TRANSLATE, at(1, 6, 7,  8, 1)),
    TLBI_ALLE3IS  (TLB, at(1, 6, 8,  3, 0)),
    TLBI_VAE3IS   (TLB_X, at(1, 6, 8,  3, 1)),
    TLBI_VALE3IS  (TLB_X, at(1, 6, 8,  3, 5)),
    TLBI_ALLE3    (TLB, at(1, 6, 8,  7, 0)),
    TLBI_VAE3     (TLB_X, at(1, 6, 8,  7, 1)),
    TLBI_VALE3    (TLB_X, at(1, 6, 8,  7, 5));
    // spotless:on

    /// What kind of instruction it is, and whether it takes Xt.
    public enum Kind {
        /// IC of everything.
        CACHE(Event.CACHE_MAINTENANCE, false),
        /// DC by set and way.
        CACHE_SW(Event.CACHE_MAINTENANCE, true),
        /// IC, DC by virtual address.
        CACHE_VA(Event.CACHE_MAINTENANCE, true),
        /// AT.
        TRANSLATE(Event.ADDRESS_TRANSLATION, true),
        /// TLBI of everything in a regime or VMID.
        TLB(Event.TLBI, false),
        /// TLBI that takes an address or an ASID.
        TLB_X(Event.TLBI, true);

        final Event event;
        final boolean operand;

        Kind(Event event, boolean operand) {
            this.event = event;
            this.operand = operand;
        }
    }

    private static final Map<Integer, SysOp> BY_ENCODING = new HashMap<>();
    private static final Map<String, SysOp> BY_NAME = new HashMap<>();

    final Spec spec;
    private final Kind kind;
    private final String assembly;

    SysOp(Kind kind, Spec spec) {
        this.kind = kind;
        this.spec = spec.checkedFor(name());
        this.assembly = name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static {
        for (SysOp row : values()) {
            if (BY_ENCODING.put(row.encoding(), row) != null) {
                throw new IllegalStateException(row + " has the encoding of another row");
            }
            BY_NAME.put(row.assembly, row);
        }
    }

    /// op0:op1:CRn:CRm:op2, op0 being 1.
    public int encoding() {
        return spec.encoding;
    }

    public Kind kind() {
        return kind;
    }

    /// Whether Xt is an operand; without one it must be XZR.
    public boolean hasOperand() {
        return kind.operand;
    }

    /// The instruction in assembly without its operand, lower case: `tlbi vae1is`.
    public String assembly() {
        return assembly;
    }

    /// `TLBI` of `TLBI VAE1`.
    public String mnemonic() {
        return name().substring(0, name().indexOf('_'));
    }

    /// `VAE1` of `TLBI VAE1`.
    public String operation() {
        return name().substring(name().indexOf('_') + 1);
    }

    /// The instruction of this encoding, or null.
    public static SysOp of(int encoding) {
        return BY_ENCODING.get(encoding);
    }

    /// The instruction of this name in assembly, `tlbi vae1is` in any case; or null.
    public static SysOp named(String assembly) {
        return BY_NAME.get(assembly.toLowerCase(Locale.ROOT));
    }
}
