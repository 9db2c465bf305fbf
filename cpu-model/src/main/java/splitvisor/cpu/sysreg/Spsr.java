package splitvisor.cpu.sysreg;

/// SPSR_ELx's bits for an exception from AArch64 (Arm ARM D19.2.133). M[4] and M[1] can be written, which makes
/// an exception return illegal.
public final class Spsr {
    public static final long NRW = 1L << 4;
    public static final long IL = 1L << 20;
    public static final long SS = 1L << 21;
    public static final long PAN = 1L << 22;
    public static final long UAO = 1L << 23;

    /// N to V, UAO to IL, DAIF, M[4:0].
    static final long BITS = 0xf0f0_03dfL;

    private Spsr() {}
}
