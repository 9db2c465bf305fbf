package splitvisor.lowvisor;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.VgicRegisters;

/// The virtual CPU interface's part in the switch. No list register is in use, so what moves is the trap
/// configuration. KVM: __hyp_vgic_save_state(), __hyp_vgic_restore_state(), hyp/nvhe/switch.c.
final class NvheVgic {

    private final HostedCpu cpu;
    private final VgicRegisters registers;

    NvheVgic(HostedCpu cpu, VgicRegisters registers) {
        this.cpu = cpu;
        this.registers = registers;
    }

    void restore() {
        registers.activateTraps();
        cpu.path(HypPath.VGIC_RESTORE_STATE);
    }

    void save() {
        cpu.path(HypPath.VGIC_SAVE_STATE);
        registers.deactivateTraps();
    }
}
