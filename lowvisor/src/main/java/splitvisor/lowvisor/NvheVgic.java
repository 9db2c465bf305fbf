package splitvisor.lowvisor;

import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VgicRegisters;

/// The virtual CPU interface's part in the switch: the trap configuration, and the list registers if any are
/// in use. KVM: __hyp_vgic_save_state(), __hyp_vgic_restore_state(), hyp/nvhe/switch.c.
final class NvheVgic {

    private final VgicRegisters registers;

    NvheVgic(VgicRegisters registers) {
        this.registers = registers;
    }

    void restore(VcpuArea vcpu) {
        registers.activateTraps();
        registers.restoreState(vcpu);
    }

    void save(VcpuArea vcpu) {
        registers.saveState(vcpu);
        registers.deactivateTraps();
    }
}
