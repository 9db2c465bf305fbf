package splitvisor.cpu.sysreg;

/// What stands behind the registers of a [Unit]: the generic timers, the GIC's CPU interface, a part of the PE.
/// Called when an access has passed all its checks, instead of the bank. The register is the one reached,
/// after redirection by E2H or to the virtual interface (ICV_*); neither method raises an exception.
public interface RegisterUnit {

    /// The value that MRS returns.
    long read(SysReg register);

    /// MSR of the given value; bits that the register's row calls RES0 are already clear.
    void write(SysReg register, long value);
}
