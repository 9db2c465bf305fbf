package splitvisor.lowvisor;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.Context;
import splitvisor.highvisor.hyp.DebugState;
import splitvisor.highvisor.hyp.ExitCode;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.PendingException;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.hyp.RegisterNames;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.WorldSwitch;
import splitvisor.highvisor.hyp.early.EarlyFault;
import splitvisor.highvisor.hyp.early.EarlyGuestEntry;
import splitvisor.highvisor.hyp.early.EarlySysRegs;
import splitvisor.highvisor.hyp.early.EarlyTimer;
import splitvisor.highvisor.hyp.early.EarlyVgic;

/// The world switch of Linux 4.0: everything out, everything in, FP registers and virtual CPU interface included,
/// whether used or not. KVM: __kvm_vcpu_run, hyp.S of Linux 4.0.
final class NvheEarlySwitch implements WorldSwitch {

    private final HostedCpu cpu;
    private final PerCpu perCpu;
    private final EarlySysRegs sysRegs;
    private final PendingException pending;
    private final EarlyGuestEntry door;
    private final EarlyFault fault;
    private final NvheEarlyTraps traps;
    private final EarlyTimer timer;
    private final EarlyVgic vgic;
    private final DebugState debug;

    NvheEarlySwitch(HostedCpu cpu, PerCpu perCpu, EarlyGuestEntry door, EarlyVgic vgic) {
        this.cpu = cpu;
        this.perCpu = perCpu;
        this.door = door;
        this.vgic = vgic;
        sysRegs = new EarlySysRegs(cpu, RegisterNames.NVHE);
        pending = new PendingException(cpu, RegisterNames.NVHE);
        fault = new EarlyFault(cpu, RegisterNames.NVHE);
        traps = new NvheEarlyTraps(cpu, perCpu);
        timer = new EarlyTimer(cpu, RegisterNames.NVHE);
        debug = new DebugState(cpu, perCpu, RegisterNames.NVHE);
    }

    /// One round trip into the guest, with the step numbers of today's switch.
    @Override
    public ExitCode run(VcpuArea vcpu) {
        cpu.path(HypPath.EARLY_RUN);
        Context host = perCpu.hostContext();
        saveHostState(vcpu, host); //            1  with the FP registers, as each of these
        traps.activate(vcpu); //                 6
        traps.loadStage2(vcpu); //               5
        vgic.restore(vcpu); //                   7  all of it, in use or not
        timer.restore(vcpu); //                  8
        timer.trapPhysical(); //                 8
        pending.adjustPc(vcpu); //               3  which was the kernel's work then
        restoreGuestState(vcpu.context()); //    4
        debug.switchToGuest(vcpu); //            9
        ExitCode exit;
        do {
            exit = door.enter(vcpu); //         10  ERET down; the next exception to EL2 comes back here
        } while (!fault.recorded(vcpu, exit));

        saveGuestState(vcpu.context()); //      11
        timer.save(vcpu); //                    12
        timer.openPhysical(); //                12
        vgic.save(vcpu); //                     13
        traps.deactivate(); //                  14
        traps.loadHostStage2(); //              15
        restoreHostState(vcpu, host); //        16
        debug.switchToHost(vcpu); //            17
        return exit;
    }

    private void saveHostState(VcpuArea vcpu, Context host) {
        cpu.path(HypPath.EARLY_FP_SAVE);
        vcpu.hostFp().store();
        cpu.path(HypPath.EARLY_SAVE_HOST_STATE);
        sysRegs.saveCommon(host);
        sysRegs.saveState(host);
    }

    private void restoreGuestState(Context guest) {
        cpu.path(HypPath.EARLY_RESTORE_GUEST_STATE);
        sysRegs.restoreState(guest);
        sysRegs.restoreCommon(guest);
        cpu.path(HypPath.EARLY_FP_RESTORE);
        guest.fp().load();
    }

    private void saveGuestState(Context guest) {
        cpu.path(HypPath.EARLY_FP_SAVE);
        guest.fp().store();
        cpu.path(HypPath.EARLY_SAVE_GUEST_STATE);
        sysRegs.saveCommon(guest);
        sysRegs.saveState(guest);
    }

    private void restoreHostState(VcpuArea vcpu, Context host) {
        cpu.path(HypPath.EARLY_RESTORE_HOST_STATE);
        sysRegs.restoreState(host);
        sysRegs.restoreCommon(host);
        cpu.path(HypPath.EARLY_FP_RESTORE);
        vcpu.hostFp().load();
    }
}
