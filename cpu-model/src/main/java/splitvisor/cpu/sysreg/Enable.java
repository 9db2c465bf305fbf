package splitvisor.cpu.sysreg;

/// A control that opens a register to EL0: when all of its bits are 0, EL0's access is trapped, with exception
/// class 0x18, to EL1, or to EL2 under HCR_EL2.TGE. For a host at EL2 (HCR_EL2.{E2H,TGE} = {1,1}) the control is
/// the same bit of the register that the named one redirects to.
///
/// @param control the register that holds the control
/// @param bits the controlling bits, any of which opens
/// @param whenClear whether it opens when the bits are all 0 instead
/// @param reads whether MRS needs it
/// @param writes whether MSR (or SYS) needs it
record Enable(SysReg control, long bits, boolean whenClear, boolean reads, boolean writes) {}
