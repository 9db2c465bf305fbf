package splitvisor.highvisor.hyp;

import java.util.function.Function;
import splitvisor.cpu.sysreg.RegisterName;
import splitvisor.cpu.sysreg.SysReg;

/// By which name code at EL2 reaches a register: the whole of what differs between two compilations
/// of Linux's `hyp/include/hyp`. KVM: read_sysreg_el1(), read_sysreg_el2(), read_sysreg_el0(), kvm_hyp.h.
///
/// @param esr the name of ESR_EL2
/// @param elr the name of ELR_EL2
/// @param spsr the name of SPSR_EL2
/// @param far the name of FAR_EL2
/// @param guest the name under which the guest's EL1 or EL0 register is reached
public record RegisterNames(
        RegisterName esr,
        RegisterName elr,
        RegisterName spsr,
        RegisterName far,
        Function<SysReg, RegisterName> guest) {

    /// With E2H clear every register is reached by its own name.
    public static final RegisterNames NVHE =
            new RegisterNames(SysReg.ESR_EL2, SysReg.ELR_EL2, SysReg.SPSR_EL2, SysReg.FAR_EL2, reg -> reg);

    /// With E2H set the EL1 names reach EL2's registers, and the guest's need their `_EL12` or `_EL02`
    /// names where they have one.
    public static final RegisterNames VHE =
            new RegisterNames(
                    SysReg.ESR_EL1,
                    SysReg.ELR_EL1,
                    SysReg.SPSR_EL1,
                    SysReg.FAR_EL1,
                    reg -> reg.e2h() != null ? reg.el12() : reg);
}
