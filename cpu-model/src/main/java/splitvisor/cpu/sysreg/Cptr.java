package splitvisor.cpu.sysreg;

/// CPTR_EL2's bits in both layouts (Arm ARM D19.2.36), and CPACR_EL1's, which the layout for E2H follows.
public final class Cptr {
    /// Layout without E2H: traps FP and SIMD at EL0, EL1 and EL2.
    public static final long TFP = 1L << 10;
    /// Layout with E2H and CPACR_EL1: FP and SIMD enables, 0 and 2 trap everywhere, 1 traps EL0, 3 none.
    public static final long FPEN = 3L << 20;
    public static final int FPEN_SHIFT = 20;
    /// Both layouts: traps CPACR_EL1 at EL1.
    public static final long TCPAC = 1L << 31;

    /// RES1 of the layout without E2H: TZ and bits 13, 12, 9, 7 to 0.
    public static final long RES1 = 0x33ff;

    static final long EL2_BITS = RES1 | TFP | FPEN | TCPAC;

    private Cptr() {}
}
