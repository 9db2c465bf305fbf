package splitvisor.cpu.sysreg;

/// A name by which an MRS or MSR can reach a system register: the register's own ([SysReg]) or an
/// `_EL12`/`_EL02` alias of it ([SysReg#el12]).
public interface RegisterName {

    /// op0:op1:CRn:CRm:op2 as in bits [20:5] of MRS and MSR (16 bits, op0 being 2 or 3).
    int encoding();

    /// The name in assembly, upper case, `SCTLR_EL1` or `SCTLR_EL12`.
    String assemblyName();
}
