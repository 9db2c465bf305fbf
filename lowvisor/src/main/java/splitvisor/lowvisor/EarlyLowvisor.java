package splitvisor.lowvisor;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.hyp.WorldSwitch;

/// EL2 while the host runs, in Linux 4.0: an HVC is little more than a function call, and the callee saves what it
/// needs. KVM: el1_sync, hyp.S of Linux 4.0.
final class EarlyLowvisor extends Lowvisor {

    private final HostedCpu cpu;

    EarlyLowvisor(HostedCpu cpu, PerCpu perCpu, NvheStage2 stage2, WorldSwitch worldSwitch) {
        super(cpu, perCpu, stage2, worldSwitch);
        this.cpu = cpu;
    }

    @Override
    public void handle(int offset) {
        requireSync(offset);
        cpu.path(HypPath.EARLY_HOST_CALL);
        requireHvc();
        cpu.mrs(SysReg.VTTBR_EL2); // zero: the host's call, not a guest's
        long result = call(HypFunction.of(cpu.x(0)), cpu.x(1), cpu.x(2));
        cpu.path(HypPath.EARLY_HOST_RETURN);
        cpu.mov(1, result);
        cpu.eret();
    }
}
