package splitvisor.highvisor.hyp;

import splitvisor.cpu.hosted.HostedCpu;

/// Breakpoints and watchpoints: they move only when the guest uses them. KVM: hyp/debug-sr.h.
public final class DebugState {

    private final HostedCpu cpu;
    private final PerCpu perCpu;
    private final SysRegState sysRegs;

    public DebugState(HostedCpu cpu, PerCpu perCpu, RegisterNames names) {
        this.cpu = cpu;
        this.perCpu = perCpu;
        sysRegs = new SysRegState(cpu, names);
    }

    /// KVM: __debug_switch_to_guest_common().
    public void switchToGuest(VcpuArea vcpu) {
        cpu.path(HypPath.DEBUG_SWITCH_TO_GUEST);
        if (vcpu.flag(VcpuArea.DEBUG_DIRTY)) {
            sysRegs.saveDebug(perCpu.hostContext());
            sysRegs.restoreDebug(vcpu.context());
        }
    }

    /// KVM: __debug_switch_to_host_common().
    public void switchToHost(VcpuArea vcpu) {
        cpu.path(HypPath.DEBUG_SWITCH_TO_HOST);
        if (vcpu.flag(VcpuArea.DEBUG_DIRTY)) {
            sysRegs.saveDebug(vcpu.context());
            sysRegs.restoreDebug(perCpu.hostContext());
            vcpu.clearFlag(VcpuArea.DEBUG_DIRTY);
        }
    }
}
