package splitvisor.lowvisor;

import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VgicRegisters;

/// The virtual CPU interface's part in the switch: the trap configuration, and the list registers if any are
/// in use. KVM: __hyp_vgic_save_state(), __hyp_vgic_restore_state(), hyp/nvhe/switch.c.
final class NvheVgic {

    private final VgicRegisters registers;
    private final boolean inRegisters;

    /// @param inRegisters whether the GIC's virtual CPU interface is in EL2's registers; a GICv2's is the kernel's
    NvheVgic(VgicRegisters registers, boolean inRegisters) {
        this.registers = registers;
        this.inRegisters = inRegisters;
    }

    void restore(VcpuArea vcpu) {
        if (inRegisters) {
            registers.activateTraps();
            registers.restoreState(vcpu);
        }
    }

    void save(VcpuArea vcpu) {
        if (inRegisters) {
            registers.saveState(vcpu);
            registers.deactivateTraps();
        }
    }
}
