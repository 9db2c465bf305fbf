package splitvisor.cpu.mmu;

/// Fault status codes, xFSC of an abort's ISS and PAR_EL1.FST (Arm ARM D19.2.37). Those that exist
/// per level are given for level 0; the level is added.
final class Fsc {
    static final int ADDRESS_SIZE = 0x00;
    static final int TRANSLATION = 0x04;
    static final int ACCESS_FLAG = 0x08;
    static final int PERMISSION = 0x0c;
    static final int EXTERNAL = 0x10;
    static final int EXTERNAL_ON_WALK = 0x14;
    static final int ALIGNMENT = 0x21;

    /// No fault; not an architected code.
    static final int NONE = -1;

    private Fsc() {}

    /// Whether the code is one of the four that a translation table raises, at any level.
    static boolean isFromTables(int fsc) {
        return fsc >= 0 && fsc < EXTERNAL;
    }

    /// Whether the code is a permission fault, at any level.
    static boolean isPermission(int fsc) {
        return (fsc & ~3) == PERMISSION;
    }

    /// Whether the code is an external abort, on a walk or not.
    static boolean isExternal(int fsc) {
        return fsc == EXTERNAL || (fsc & ~3) == EXTERNAL_ON_WALK;
    }
}
