package splitvisor.cpu;

/// What answers SMC on a machine without EL3, or HVC when nobody uses EL2: the board's PSCI, reached as on
/// QEMU's `virt`.
public interface Firmware {

    /// An SMC with the given immediate was executed at EL1 or EL2. Returns false when there is nothing to
    /// answer it: then the instruction is UNDEFINED, as it is without EL3 (Arm ARM D1.3.6).
    boolean smc(Cpu cpu, int imm);

    /// An HVC with the given immediate was executed. Returns false when the firmware is not at EL2: then the
    /// instruction goes there.
    boolean hvc(Cpu cpu, int imm);
}
