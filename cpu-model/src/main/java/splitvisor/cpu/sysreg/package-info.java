/// System registers and system instructions. Read [splitvisor.cpu.sysreg.SysReg] for the facts,
/// [splitvisor.cpu.sysreg.Spec] for what each fact means, [splitvisor.cpu.sysreg.AccessCheck] for the order in
/// which they are asked, [splitvisor.cpu.sysreg.SystemRegisters] for what an access then does.
package splitvisor.cpu.sysreg;
