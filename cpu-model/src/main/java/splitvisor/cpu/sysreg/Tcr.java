package splitvisor.cpu.sysreg;

/// The bits of TCR_EL1, which TCR_EL2 shares with HCR_EL2.E2H (Arm ARM D19.2.139, D19.2.140).
public final class Tcr {
    /// All but bit 6, AS and HPD0, HPD1 included; hardware control of the access flag is RES0
    /// (ID_AA64MMFR1_EL1.HAFDBS = 0).
    static final long BITS = 0x677_ffff_ffbfL;

    private Tcr() {}
}
