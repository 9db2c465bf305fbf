package splitvisor.lowvisor;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.Context;
import splitvisor.highvisor.hyp.DebugState;
import splitvisor.highvisor.hyp.ExitCode;
import splitvisor.highvisor.hyp.ExitFixup;
import splitvisor.highvisor.hyp.GuestEntry;
import splitvisor.highvisor.hyp.PendingException;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.hyp.RegisterNames;
import splitvisor.highvisor.hyp.SysRegState;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.WorldSwitch;

/// The full world switch of split mode, yours to write. EL1 belongs to the host kernel before and after, so all of
/// its state goes out and comes back on every exit. KVM: hyp/nvhe/switch.c.
final class NvheWorldSwitch implements WorldSwitch {

    private final HostedCpu cpu;
    private final PerCpu perCpu;
    private final SysRegState sysRegs; //        saves and restores by class: EL1, common, user, return
    private final PendingException pending; //   adjustPc(vcpu): past an emulated instruction, or into a vector
    private final GuestEntry door; //            enter(vcpu): ERET down; returns at the next exception to EL2
    private final ExitFixup fixup; //            handled(vcpu, exit): true if the guest can simply go on
    private final NvheTraps traps; //            activate(vcpu), deactivate(vcpu)
    private final NvheStage2 stage2; //          load(vcpu), loadHost()
    private final NvheTimer timer; //            enableTraps(), disableTraps()
    private final NvheVgic vgic; //              restore(vcpu), save(vcpu)
    private final NvheDebug buffers; //          saveHostBuffers(), restoreHostBuffers()
    private final DebugState debug; //           switchToGuest(vcpu), switchToHost(vcpu)

    NvheWorldSwitch(HostedCpu cpu, PerCpu perCpu, GuestEntry door, NvheStage2 stage2, NvheVgic vgic) {
        this.cpu = cpu;
        this.perCpu = perCpu;
        this.door = door;
        this.stage2 = stage2;
        this.vgic = vgic;
        sysRegs = new SysRegState(cpu, RegisterNames.NVHE);
        pending = new PendingException(cpu, RegisterNames.NVHE);
        traps = new NvheTraps(cpu, perCpu);
        fixup = new ExitFixup(cpu, RegisterNames.NVHE, traps::openFp);
        timer = new NvheTimer(cpu);
        buffers = new NvheDebug(cpu);
        debug = new DebugState(cpu, perCpu, RegisterNames.NVHE);
    }

    /// One round trip into the guest. KVM: __kvm_vcpu_run().
    @Override
    public ExitCode run(VcpuArea vcpu) {
        Context host = perCpu.hostContext();
        Context guest = vcpu.context();
        throw new UnsupportedOperationException("first of all, save the host's state: EL1 is about to be the guest's");
    }
}
