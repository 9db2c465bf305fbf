package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.sysreg.SysReg;

/// Holds that a guest whose MRS the host answers with an Undefined Instruction exception takes it as the
/// architecture says. For guests with vectors, at EL1.
final class InjectionAudit extends SwitchAudit {

    private static final int CURRENT_EL_SP_ELX = 0x200;

    private ExceptionRecord exit;

    @Override
    protected void guestLeft(Cpu cpu, ExceptionRecord taken) {
        exit = taken;
    }

    @Override
    protected void guestEntered(Cpu cpu, boolean again, long pc) {
        if (exit == null || Ec.of(exit.esr()) != Ec.SYS64) {
            return;
        }
        long vector = value(cpu, SysReg.VBAR_EL1) + CURRENT_EL_SP_ELX;
        if (pc == exit.elr() || pc == exit.elr() + 4) {
            found(cpu, "after the trapped MRS the guest goes on at %#x; its vector is at %#x".formatted(pc, vector),
                    "What the host injects is decided at the entry, before ELR_EL2 is written. "
                            + "KVM: __kvm_adjust_pc(), enter_exception64().");
        } else if (pc != vector || value(cpu, SysReg.ELR_EL1) != exit.elr()
                || Ec.of(value(cpu, SysReg.ESR_EL1)) != Ec.UNKNOWN) {
            found(cpu, "after the trapped MRS the guest goes on at %#x with ELR_EL1 %#x; its vector is at %#x"
                            .formatted(pc, value(cpu, SysReg.ELR_EL1), vector),
                    "From load to put the guest's EL1 registers are on the PE, VBAR_EL1 and ELR_EL1 among them, and a "
                            + "flag tells everyone who would look for them in memory. KVM: SYSREGS_ON_CPU, "
                            + "__vcpu_write_sys_reg().");
        }
    }
}
