package splitvisor.cpu.sysreg;

/// A control in one register that sends accesses to another one to EL2, exception class 0x18. It applies at
/// EL1, and at EL0 unless EL0 belongs to a host at EL2 (HCR_EL2.{E2H,TGE} = {1,1}).
///
/// @param control the register that holds the control
/// @param bits the controlling bits in the layout without HCR_EL2.E2H
/// @param bitsE2h the same with HCR_EL2.E2H
/// @param whenClear false: any of the bits being 1 traps; true: the bit being 0 traps
/// @param reads whether MRS is trapped
/// @param writes whether MSR (or SYS) is trapped
record Trap(SysReg control, long bits, long bitsE2h, boolean whenClear, boolean reads, boolean writes) {}
