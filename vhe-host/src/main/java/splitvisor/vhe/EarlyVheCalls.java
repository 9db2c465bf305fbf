package splitvisor.vhe;

import java.util.List;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.ExitCode;
import splitvisor.highvisor.hyp.Generation;
import splitvisor.highvisor.hyp.HostLayout;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.WorldSwitch;

/// A plain call, as in Linux 4.5: nothing of the guest stays on the CPU from one exit to the next. KVM:
/// __vhe_hyp_call, hyp-entry.S of Linux 4.5.
final class EarlyVheCalls extends VheCalls {

    private final HostedCpu cpu;
    private final WorldSwitch worldSwitch;

    EarlyVheCalls(HostedCpu cpu, HostLayout layout, PerCpu perCpu, WorldSwitch worldSwitch) {
        super(cpu, layout, perCpu, worldSwitch);
        this.cpu = cpu;
        this.worldSwitch = worldSwitch;
    }

    @Override
    public ExitCode vcpuRun(long vcpu) {
        ExitCode exit = worldSwitch.run(new VcpuArea(cpu, vcpu));
        cpu.path(HypPath.CALL_RETURN);
        cpu.isb(); // where split mode has an ERET
        return exit;
    }

    @Override
    public void vcpuLoad(long vcpu) {
        // Nothing waits to be loaded: the switch moves it all.
    }

    @Override
    public void vcpuPut(long vcpu) {
        // Nothing was left on the CPU.
    }

    /// The physical timer stays the guest's from load to put; Linux 4.5 did not let guests use it.
    @Override
    public List<GuestTimer> directTimers() {
        return List.of(GuestTimer.PHYSICAL);
    }

    @Override
    public List<GuestTimer> switchedTimers() {
        return List.of(GuestTimer.VIRTUAL);
    }

    @Override
    public Generation generation() {
        return Generation.LINUX_4_0;
    }
}
