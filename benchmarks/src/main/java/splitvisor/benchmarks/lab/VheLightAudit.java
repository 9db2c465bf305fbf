package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.SaveClass;
import splitvisor.cpu.sysreg.SysReg;

/// Holds that a VHE host's switch leaves alone what the guest can keep until it is put. Guests it is used with cause
/// no exception to be injected, which would use EL1's registers.
final class VheLightAudit extends SwitchAudit {

    @Override
    public void sysRegRead(Cpu cpu, int encoding, SysReg reached, long value) {
        check(cpu, reached, "read");
        if (phase() == Phase.ENTERING && (reached == SysReg.ELR_EL2 || reached == SysReg.SPSR_EL2)) {
            found(cpu, reached.assemblyName() + " is saved for the host before the guest's turn",
                    "The kernel is at EL2 already and was not interrupted: it calls the switch as a function, and "
                            + "there is no return state to save. KVM: sysreg_save_host_state_vhe().");
        }
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        check(cpu, reached, "written");
    }

    private void check(Cpu cpu, SysReg reg, String what) {
        boolean switching = phase() == Phase.ENTERING || phase() == Phase.EXITED;
        if (switching && (reg.saveClass() == SaveClass.EL1 || reg.saveClass() == SaveClass.USER)) {
            found(cpu, "%s is %s on %s".formatted(
                            reg.assemblyName(), what, phase() == Phase.ENTERING ? "the way in" : "the way out"),
                    "The host uses EL2's registers, so the guest's stay where they are from load to put; an exit "
                            + "moves MDSCR_EL1, which both share. KVM: kvm_vcpu_load_sysregs_vhe(), "
                            + "sysreg_save_guest_state_vhe().");
        }
    }
}
