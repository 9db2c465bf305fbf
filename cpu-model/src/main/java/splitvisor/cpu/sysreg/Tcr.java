package splitvisor.cpu.sysreg;

/// The bits of TCR_EL1, which TCR_EL2 shares with HCR_EL2.E2H (Arm ARM D19.2.139, D19.2.140).
public final class Tcr {
    /// All but bit 6, AS included; hardware access-flag and hierarchical-permission controls are RES0
    /// (ID_AA64MMFR1_EL1.{HAFDBS,HPDS} = 0).
    static final long BITS = 0x77_ffff_ffbfL;

    private Tcr() {}
}
