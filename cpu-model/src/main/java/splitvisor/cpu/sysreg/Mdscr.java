package splitvisor.cpu.sysreg;

/// MDSCR_EL1's bits (Arm ARM D19.3.20).
public final class Mdscr {
    public static final long SS = 1L << 0;
    public static final long TDCC = 1L << 12;
    public static final long KDE = 1L << 13;
    public static final long HDE = 1L << 14;
    public static final long MDE = 1L << 15;

    static final long BITS = SS | TDCC | KDE | HDE | MDE;

    private Mdscr() {}
}
