package splitvisor.cpu.sysreg;

/// SCTLR_EL1's and SCTLR_EL2's bits (Arm ARM D19.2.118, D19.2.119). Those that control EL0 exist in
/// SCTLR_EL2 only while HCR_EL2.E2H and TGE are 1.
public final class Sctlr {
    public static final long M = 1L << 0;
    public static final long A = 1L << 1;
    public static final long C = 1L << 2;
    public static final long SA = 1L << 3;
    public static final long SA0 = 1L << 4;
    public static final long UMA = 1L << 9;
    public static final long I = 1L << 12;
    public static final long DZE = 1L << 14;
    public static final long UCT = 1L << 15;
    public static final long NTWI = 1L << 16;
    public static final long NTWE = 1L << 18;
    public static final long WXN = 1L << 19;
    public static final long SPAN = 1L << 23;
    public static final long UCI = 1L << 26;

    /// Bits that read as 1 because the feature that would give them a meaning is absent: LSMAOE, nTLSMD,
    /// EIS, TSCXT, EOS, SED, ITD.
    public static final long EL1_RES1 = 0x3050_0980L;
    /// As [#EL1_RES1], for what SCTLR_EL2's two layouts have in common. SPAN, nTWE, nTWI, CP15BEN and SA0 are RES1
    /// without E2H, which gives them a meaning; TSCXT is RES0 without E2H, RES1 with it. These keep what was written.
    public static final long EL2_RES1 = 0x3040_0800L;
    public static final long EL2_RESET = EL2_RES1 | SPAN | NTWE | NTWI | SA0 | 1L << 5;

    public static final long EL1_RESET = EL1_RES1 | SPAN;

    static final long EL1_BITS = M | A | C | SA | SA0 | UMA | I | DZE | UCT | NTWI | NTWE | WXN | SPAN | UCI;
    static final long EL2_BITS = EL1_BITS | 1L << 5 | 1L << 20;

    private Sctlr() {}
}
