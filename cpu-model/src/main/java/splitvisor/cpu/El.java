package splitvisor.cpu;

/// The exception levels of the machine. EL3 is not implemented, as on QEMU's `virt` board without
/// `secure=on`; everything runs in Non-secure state (Arm ARM D1.1).
public enum El {
    EL0,
    EL1,
    EL2;

    private static final El[] LEVELS = values();

    /// The level with the given number, 0 to 2.
    public static El of(int level) {
        return LEVELS[level];
    }
}
