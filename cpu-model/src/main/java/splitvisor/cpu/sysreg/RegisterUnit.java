package splitvisor.cpu.sysreg;

/// What stands behind the registers of a [Unit]: called when an access has passed all its checks. The
/// register is the one reached, after redirection; neither method raises an exception.
public interface RegisterUnit {

    /// The value that MRS returns.
    long read(SysReg register);

    /// MSR of the given value; bits that the register's row calls RES0 are already clear.
    void write(SysReg register, long value);
}
