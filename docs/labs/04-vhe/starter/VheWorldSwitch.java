package splitvisor.vhe;

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

/// The light world switch of a VHE host, yours to write: the kernel lives at EL2, EL1 holds the guest from load to put,
/// so only what both sides share moves on an exit. KVM: hyp/vhe/switch.c.
final class VheWorldSwitch implements WorldSwitch {

    private final HostedCpu cpu;
    private final PerCpu perCpu;
    private final SysRegState sysRegs; //        saves and restores by class: common, return
    private final PendingException pending; //   adjustPc(vcpu): past an emulated instruction, or into a vector
    private final GuestEntry door; //            enter(vcpu): ERET down; returns at the next exception to EL2
    private final ExitFixup fixup; //            handled(vcpu, exit): true if the guest can simply go on
    private final VheTraps traps; //             activate(vcpu), deactivate()
    private final VheStage2 stage2; //           load(vcpu)
    private final DebugState debug; //           switchToGuest(vcpu), switchToHost(vcpu)

    VheWorldSwitch(HostedCpu cpu, PerCpu perCpu, GuestEntry door, VheStage2 stage2) {
        this.cpu = cpu;
        this.perCpu = perCpu;
        this.door = door;
        this.stage2 = stage2;
        sysRegs = new SysRegState(cpu, RegisterNames.VHE);
        pending = new PendingException(cpu, RegisterNames.VHE);
        traps = new VheTraps(cpu, perCpu);
        fixup = new ExitFixup(cpu, RegisterNames.VHE, traps::openFp);
        debug = new DebugState(cpu, perCpu, RegisterNames.VHE);
    }

    /// One round trip into the guest. KVM: __kvm_vcpu_run_vhe().
    @Override
    public ExitCode run(VcpuArea vcpu) {
        Context host = perCpu.hostContext();
        Context guest = vcpu.context();
        throw new UnsupportedOperationException("switch to the guest and back: what do both sides share?");
    }
}
