package splitvisor.cpu.sysreg;

/// MDCR_EL2's bits (Arm ARM D19.3.19).
public final class Mdcr {
    public static final long HPMN = 0x1f;
    public static final long TPMCR = 1L << 5;
    public static final long TPM = 1L << 6;
    public static final long HPME = 1L << 7;
    public static final long TDE = 1L << 8;
    public static final long TDA = 1L << 9;
    public static final long TDOSA = 1L << 10;
    public static final long TDRA = 1L << 11;
    public static final long HPMD = 1L << 17;

    /// The traps that HCR_EL2.TGE arms whatever the register says.
    static final long DEBUG_TRAPS = TDE | TDA | TDOSA | TDRA;
    static final long BITS = HPMN | TPMCR | TPM | HPME | TDE | TDA | TDOSA | TDRA | HPMD;
    static final long RESET = 6;

    private Mdcr() {}
}
