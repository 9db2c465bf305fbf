package splitvisor.cpu.sysreg;

/// Bits of ICH_HCR_EL2 and ICC_SRE_ELx that control access to other registers (GICv3 specification 12.4).
public final class Ich {
    /// ICH_HCR_EL2: traps of EL1's ICC_* accesses: common registers, Group 0, Group 1, ICC_DIR_EL1.
    public static final long TC = 1L << 10;
    public static final long TALL0 = 1L << 11;
    public static final long TALL1 = 1L << 12;
    public static final long TDIR = 1L << 14;

    /// ICC_SRE_EL2.Enable: EL1 may use ICC_SRE_EL1.
    public static final long SRE_ENABLE = 1L << 3;

    private Ich() {}
}
