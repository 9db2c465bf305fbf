package splitvisor.cpu.isa;

/// The SYS instructions that have names: AT, DC, IC and TLBI, one entry each (Arm ARM C5.3 to C5.5).
/// What Armv8.2 has, without the outer-shareable and range TLBIs of Armv8.4.
public enum SysOp {
    AT_S1E1R(0, 7, 8, 0, true),
    AT_S1E1W(0, 7, 8, 1, true),
    AT_S1E0R(0, 7, 8, 2, true),
    AT_S1E0W(0, 7, 8, 3, true),
    AT_S1E1RP(0, 7, 9, 0, true),
    AT_S1E1WP(0, 7, 9, 1, true),
    AT_S1E2R(4, 7, 8, 0, true),
    AT_S1E2W(4, 7, 8, 1, true),
    AT_S12E1R(4, 7, 8, 4, true),
    AT_S12E1W(4, 7, 8, 5, true),
    AT_S12E0R(4, 7, 8, 6, true),
    AT_S12E0W(4, 7, 8, 7, true),
    AT_S1E3R(6, 7, 8, 0, true),
    AT_S1E3W(6, 7, 8, 1, true),

    DC_IVAC(0, 7, 6, 1, true),
    DC_ISW(0, 7, 6, 2, true),
    DC_CSW(0, 7, 10, 2, true),
    DC_CISW(0, 7, 14, 2, true),
    DC_ZVA(3, 7, 4, 1, true),
    DC_CVAC(3, 7, 10, 1, true),
    DC_CVAU(3, 7, 11, 1, true),
    DC_CVAP(3, 7, 12, 1, true),
    DC_CIVAC(3, 7, 14, 1, true),

    IC_IALLUIS(0, 7, 1, 0, false),
    IC_IALLU(0, 7, 5, 0, false),
    IC_IVAU(3, 7, 5, 1, true),

    TLBI_VMALLE1IS(0, 8, 3, 0, false),
    TLBI_VAE1IS(0, 8, 3, 1, true),
    TLBI_ASIDE1IS(0, 8, 3, 2, true),
    TLBI_VAAE1IS(0, 8, 3, 3, true),
    TLBI_VALE1IS(0, 8, 3, 5, true),
    TLBI_VAALE1IS(0, 8, 3, 7, true),
    TLBI_VMALLE1(0, 8, 7, 0, false),
    TLBI_VAE1(0, 8, 7, 1, true),
    TLBI_ASIDE1(0, 8, 7, 2, true),
    TLBI_VAAE1(0, 8, 7, 3, true),
    TLBI_VALE1(0, 8, 7, 5, true),
    TLBI_VAALE1(0, 8, 7, 7, true),
    TLBI_IPAS2E1IS(4, 8, 0, 1, true),
    TLBI_IPAS2LE1IS(4, 8, 0, 5, true),
    TLBI_ALLE2IS(4, 8, 3, 0, false),
    TLBI_VAE2IS(4, 8, 3, 1, true),
    TLBI_ALLE1IS(4, 8, 3, 4, false),
    TLBI_VALE2IS(4, 8, 3, 5, true),
    TLBI_VMALLS12E1IS(4, 8, 3, 6, false),
    TLBI_IPAS2E1(4, 8, 4, 1, true),
    TLBI_IPAS2LE1(4, 8, 4, 5, true),
    TLBI_ALLE2(4, 8, 7, 0, false),
    TLBI_VAE2(4, 8, 7, 1, true),
    TLBI_ALLE1(4, 8, 7, 4, false),
    TLBI_VALE2(4, 8, 7, 5, true),
    TLBI_VMALLS12E1(4, 8, 7, 6, false),
    TLBI_ALLE3IS(6, 8, 3, 0, false),
    TLBI_VAE3IS(6, 8, 3, 1, true),
    TLBI_VALE3IS(6, 8, 3, 5, true),
    TLBI_ALLE3(6, 8, 7, 0, false),
    TLBI_VAE3(6, 8, 7, 1, true),
    TLBI_VALE3(6, 8, 7, 5, true);

    private final int encoding;
    private final boolean takesRegister;

    SysOp(int op1, int crn, int crm, int op2, boolean takesRegister) {
        this.encoding = 1 << 14 | op1 << 11 | crn << 7 | crm << 3 | op2;
        this.takesRegister = takesRegister;
    }

    /// op0:op1:CRn:CRm:op2, op0 being 1: bits 20 to 5 of the instruction.
    public int encoding() {
        return encoding;
    }

    /// Whether an address or set/way is passed in Xt; otherwise Xt is written XZR or not at all.
    public boolean takesRegister() {
        return takesRegister;
    }

    /// `TLBI` of `TLBI VAE1`.
    public String mnemonic() {
        return name().substring(0, name().indexOf('_'));
    }

    /// `VAE1` of `TLBI VAE1`.
    public String operation() {
        return name().substring(name().indexOf('_') + 1);
    }
}
