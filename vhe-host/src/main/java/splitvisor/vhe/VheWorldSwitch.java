package splitvisor.vhe;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.Context;
import splitvisor.highvisor.hyp.DebugState;
import splitvisor.highvisor.hyp.ExitCode;
import splitvisor.highvisor.hyp.ExitFixup;
import splitvisor.highvisor.hyp.GuestEntry;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.PendingException;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.hyp.RegisterNames;
import splitvisor.highvisor.hyp.SysRegState;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.WorldSwitch;

/// The light world switch of a VHE host: the kernel lives at EL2, EL1 holds the guest from load to put,
/// so only what both sides share moves on an exit. KVM: hyp/vhe/switch.c.
final class VheWorldSwitch implements WorldSwitch {

    private final HostedCpu cpu;
    private final PerCpu perCpu;
    private final SysRegState sysRegs;
    private final PendingException pending;
    private final GuestEntry door;
    private final ExitFixup fixup;
    private final VheTraps traps;
    private final VheStage2 stage2;
    private final DebugState debug;

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

    /// One round trip into the guest, with the step numbers of split mode: what is missing here is what
    /// VHE saves. KVM: __kvm_vcpu_run_vhe().
    @Override
    public ExitCode run(VcpuArea vcpu) {
        cpu.path(HypPath.VCPU_RUN_VHE);
        Context host = perCpu.hostContext();
        saveHostState(host); //                  1  one register
        stage2.load(vcpu); //                    5
        traps.activate(vcpu); //                 6  TGE goes: from here EL1 is the guest's
        pending.adjustPc(vcpu); //               3  after 6: the guest's EL1 state is live, not in memory
        restoreGuestState(vcpu.context()); //    4
        debug.switchToGuest(vcpu); //            9
        ExitCode exit;
        do {
            exit = door.enter(vcpu); //         10  ERET down; the next exception to EL2 comes back here
        } while (fixup.handled(vcpu, exit));

        saveGuestState(vcpu.context()); //      11
        traps.deactivate(); //                  14
        restoreHostState(host); //              16  one register
        debug.switchToHost(vcpu); //            17
        cpu.path(HypPath.VCPU_RUN_VHE_RETURN);
        return exit;
    }

    private void saveHostState(Context host) {
        cpu.path(HypPath.SAVE_HOST_STATE_VHE);
        sysRegs.saveCommon(host);
    }

    private void restoreGuestState(Context guest) {
        cpu.path(HypPath.RESTORE_GUEST_STATE_VHE);
        sysRegs.restoreCommon(guest);
        sysRegs.restoreReturn(guest);
    }

    private void saveGuestState(Context guest) {
        cpu.path(HypPath.SAVE_GUEST_STATE_VHE);
        sysRegs.saveCommon(guest);
        sysRegs.saveGuestReturn(guest);
    }

    private void restoreHostState(Context host) {
        cpu.path(HypPath.RESTORE_HOST_STATE_VHE);
        sysRegs.restoreCommon(host);
    }
}
