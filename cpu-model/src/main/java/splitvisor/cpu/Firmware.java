package splitvisor.cpu;

/// What answers SMC on a machine without EL3: the board's PSCI, reached as on QEMU's `virt`.
public interface Firmware {

    /// An SMC with the given immediate was executed at EL1 or EL2. Returns false when there is nothing to
    /// answer it: then the instruction is UNDEFINED, as it is without EL3 (Arm ARM D1.3.6).
    boolean smc(Cpu cpu, int imm);
}
