package splitvisor.cpu.sysreg;

/// What the identification registers say: the truth about this machine, a Neoverse N1 without EL3, AArch32, big
/// endianness, crypto and SPE. Field positions as in Arm ARM D19.2; fields not named are 0, "not implemented".
public final class IdValues {

    /// Implementer Arm, part Neoverse N1, r3p1.
    public static final long MIDR = 0x413f_d0c1L;

    /// CSV3, CSV2 (no speculation to leak), RAS, AdvSIMD and FP with half precision, EL2, EL1, EL0 in AArch64 only.
    /// GIC is added when the board has a GICv3.
    public static final long PFR0 = field(60, 1) | field(56, 1) | field(28, 1) | field(20, 1) | field(16, 1)
            | field(8, 1) | field(4, 1) | field(0, 1);

    /// The value of ID_AA64PFR0_EL1.GIC: GICv3 system registers.
    public static final long PFR0_GIC = field(24, 1);

    /// 2 context-aware of 6 breakpoints, 4 watchpoints, PMUv3 for Armv8.1, debug for Armv8.2.
    public static final long DFR0 = field(28, 1) | field(20, 3) | field(12, 5) | field(8, 4) | field(0, 8);

    /// SDOT/UDOT, SQRDMLAH/SQRDMLSH, LSE, CRC32.
    public static final long ISAR0 = field(44, 1) | field(28, 1) | field(20, 2) | field(16, 1);

    /// LDAPR, DC CVAP.
    public static final long ISAR1 = field(20, 1) | field(0, 1);

    /// All three granules, 16-bit ASIDs, 48-bit physical addresses.
    public static final long MMFR0 = field(20, 1) | field(4, 2) | field(0, 5);

    /// XNX, HPDS, PAN with AT S1E1RP and S1E1WP, LORegions, VHE, 16-bit VMIDs.
    public static final long MMFR1 =
            field(28, 1) | field(20, 2) | field(16, 1) | field(12, 1) | field(8, 1) | field(4, 2);

    /// UAO, common-not-private.
    public static final long MMFR2 = field(4, 1) | field(0, 1);

    /// 64-byte lines, PIPT instruction cache, maintenance needed for coherence of instruction fetches.
    public static final long CTR = 0x8444_c004L;

    /// Separate level-1 caches, a unified level-2 cache.
    public static final long CLIDR = 0x8200_0023L;

    /// 64 KiB, 4 ways, the level-1 caches; 1 MiB, 8 ways, the level-2 cache.
    public static final long CCSIDR_L1 = field(13, 255) | field(3, 3) | 2;
    public static final long CCSIDR_L2 = field(13, 2047) | field(3, 7) | 2;

    /// DC ZVA zeroes 64 bytes.
    public static final long DCZID = 4;
    public static final long DCZID_DZP = 1 << 4;

    /// 4 descriptors, 4 regions.
    public static final long LORID = field(16, 4) | 4;

    /// PMCR_EL0's constant part: implementer, part, 6 counters.
    public static final long PMCR = field(24, 0x41) | field(16, 0x0c) | field(11, 6);

    private IdValues() {}

    private static long field(int shift, long value) {
        return value << shift;
    }
}
