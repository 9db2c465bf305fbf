package splitvisor.cpu.sysreg;

/// The part of a world switch that moves a register, in KVM's own words
/// (`arch/arm64/kvm/hyp/include/hyp/sysreg-sr.h`). Within a class, the order of [SysReg] is KVM's order.
public enum SaveClass {
    /// What every program on this PE sees, whoever owns EL1.
    COMMON,
    /// The thread pointers EL0 may read.
    USER,
    /// EL1's own state: in split mode it moves at every switch, under VHE at load and put.
    EL1,
    /// Where and how an exception return from EL2 continues.
    EL2_RETURN
}
