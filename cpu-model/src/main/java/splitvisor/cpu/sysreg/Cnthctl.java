package splitvisor.cpu.sysreg;

/// CNTHCTL_EL2's bits in both layouts (Arm ARM D19.12.2), and CNTKCTL_EL1's, which the layout for E2H extends.
public final class Cnthctl {
    /// CNTKCTL_EL1, and CNTHCTL_EL2 with E2H: what EL0 may read.
    public static final long EL0PCTEN = 1L << 0;
    public static final long EL0VCTEN = 1L << 1;
    public static final long EL0VTEN = 1L << 8;
    public static final long EL0PTEN = 1L << 9;

    /// All registers and both layouts: the event stream.
    public static final long EVNTEN = 1L << 2;
    public static final long EVNTDIR = 1L << 3;
    public static final long EVNTI = 0xfL << 4;

    /// CNTHCTL_EL2 without E2H: EL1 and EL0 may read the physical counter, may use the physical timer.
    public static final long EL1PCTEN = 1L << 0;
    public static final long EL1PCEN = 1L << 1;

    /// The same two controls with E2H.
    public static final long E2H_EL1PCTEN = 1L << 10;
    public static final long E2H_EL1PTEN = 1L << 11;

    static final long RESET = EL1PCTEN | EL1PCEN;

    private Cnthctl() {}
}
