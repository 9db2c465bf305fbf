package splitvisor.cpu.sysreg;

/// PMUSERENR_EL0's bits (Arm ARM D19.5.17).
public final class Pmuserenr {
    public static final long EN = 1L << 0;
    public static final long SW = 1L << 1;
    public static final long CR = 1L << 2;
    public static final long ER = 1L << 3;

    private Pmuserenr() {}
}
