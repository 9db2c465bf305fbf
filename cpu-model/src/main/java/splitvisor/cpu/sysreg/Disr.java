package splitvisor.cpu.sysreg;

/// DISR_EL1's and VDISR_EL2's bits (Arm ARM D19.7.1): a deferred SError and its syndrome.
public final class Disr {
    public static final long A = 1L << 31;
    public static final long IDS = 1L << 24;

    /// A, IDS and the syndrome (AET, EA, DFSC, or ISS[23:0] when IDS is 1).
    static final long BITS = A | IDS | 0xff_ffffL;

    private Disr() {}
}
