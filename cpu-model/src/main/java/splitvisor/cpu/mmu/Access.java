package splitvisor.cpu.mmu;

/// What is asked of a translation, as bits: the permissions needed, with which privilege, and what
/// kind of access it is where that matters to a fault.
final class Access {
    static final int READ = 1;
    static final int WRITE = 1 << 1;
    static final int EXECUTE = 1 << 2;

    /// With EL0's permissions.
    static final int USER = 1 << 3;

    /// Privileged with PSTATE.PAN in force.
    static final int PAN = 1 << 4;

    /// Not aligned to its size: Device memory refuses it.
    static final int UNALIGNED = 1 << 5;

    /// DC ZVA: Device memory refuses it, aligned or not.
    static final int ZERO = 1 << 6;

    /// Cache maintenance or address translation: ISS.CM is 1, WnR is 1.
    static final int MAINTENANCE = 1 << 7;

    private Access() {}
}
