package splitvisor.highvisor.kvm;

import java.util.HashMap;
import java.util.Map;

/// The functions that a guest can call by HVC, one row each: its identifier, and whether it has a second one for
/// arguments of 64 bits. What is left out, and why, is in decision 24. KVM: arm-smccc.h, uapi/linux/psci.h.
enum Hypercall {
    // spotless:off
    SMCCC_VERSION      (0x8000_0000, false),
    SMCCC_ARCH_FEATURES(0x8000_0001, false),
    PSCI_VERSION       (0x8400_0000, false),
    CPU_SUSPEND        (0x8400_0001, true),
    CPU_OFF            (0x8400_0002, false),
    CPU_ON             (0x8400_0003, true),
    AFFINITY_INFO      (0x8400_0004, true),
    MIGRATE_INFO_TYPE  (0x8400_0006, false),
    SYSTEM_OFF         (0x8400_0008, false),
    SYSTEM_RESET       (0x8400_0009, false),
    PSCI_FEATURES      (0x8400_000a, false),
    SYSTEM_RESET2      (0x8400_0012, true),
    VENDOR_FEATURES    (0x8600_0000, false),
    VENDOR_UID         (0x8600_ff01, false);
    // spotless:on

    /// Bit 30 of an identifier: arguments and results are 64 bits wide.
    static final int SMC64 = 1 << 30;

    // Bits 29 to 24, the owner, is the standard services'; of the function number PSCI has the first 32.
    private static final int PSCI_RANGE = 0x8400_0000;
    private static final int PSCI_RANGE_MASK = 0xbf00_ffe0;

    private static final Map<Integer, Hypercall> BY_IDENTIFIER = new HashMap<>();

    static {
        for (Hypercall call : values()) {
            BY_IDENTIFIER.put(call.identifier, call);
            if (call.also64) {
                BY_IDENTIFIER.put(call.identifier | SMC64, call);
            }
        }
    }

    private final int identifier;
    private final boolean also64;

    Hypercall(int identifier, boolean also64) {
        this.identifier = identifier;
        this.also64 = also64;
    }

    /// The function with this identifier, or null.
    static Hypercall of(int identifier) {
        return BY_IDENTIFIER.get(identifier);
    }

    /// Whether PSCI_FEATURES knows of it: PSCI's own functions, and the SMCCC's way to be found. KVM:
    /// kvm_psci_1_x_call().
    boolean isPsciFeature() {
        return (identifier & PSCI_RANGE_MASK) == PSCI_RANGE || this == SMCCC_VERSION;
    }
}
