package splitvisor.vhe;

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

/// The first world switch that knew VHE: the host's EL1 registers stay, but all of the guest's go out and come back
/// on every exit. KVM: __guest_run(), hyp/switch.c of Linux 4.5.
final class VheEarlySwitch implements WorldSwitch {

    private final HostedCpu cpu;
    private final PerCpu perCpu;
    private final EarlySysRegs sysRegs;
    private final PendingException pending;
    private final EarlyGuestEntry door;
    private final EarlyFault fault;
    private final VheEarlyTraps traps;
    private final EarlyTimer timer;
    private final EarlyVgic vgic;
    private final DebugState debug;

    VheEarlySwitch(HostedCpu cpu, PerCpu perCpu, EarlyGuestEntry door, EarlyVgic vgic) {
        this.cpu = cpu;
        this.perCpu = perCpu;
        this.door = door;
        this.vgic = vgic;
        sysRegs = new EarlySysRegs(cpu, RegisterNames.VHE);
        pending = new PendingException(cpu, RegisterNames.VHE);
        fault = new EarlyFault(cpu, RegisterNames.VHE);
        traps = new VheEarlyTraps(cpu, perCpu);
        timer = new EarlyTimer(cpu, RegisterNames.VHE);
        debug = new DebugState(cpu, perCpu, RegisterNames.VHE);
    }

    /// One round trip into the guest, with the step numbers of today's switch.
    @Override
    public ExitCode run(VcpuArea vcpu) {
        cpu.path(HypPath.EARLY_RUN);
        Context host = perCpu.hostContext();
        saveHostState(host); //                  1  what it shares with the guest
        traps.activate(vcpu); //                 6  TGE goes: from here EL1 is the guest's
        traps.loadStage2(vcpu); //               5
        vgic.restore(vcpu); //                   7  all of it, in use or not
        timer.restore(vcpu); //                  8
        pending.adjustPc(vcpu); //               3  which was the kernel's work then
        restoreGuestState(vcpu.context()); //    4
        debug.switchToGuest(vcpu); //            9
        ExitCode exit;
        do {
            exit = door.enter(vcpu); //         10  ERET down; the next exception to EL2 comes back here
        } while (fpSwitched(vcpu, exit) || !fault.recorded(vcpu, exit));

        boolean fpUsed = traps.isFpOpen();
        saveGuestState(vcpu.context()); //      11
        timer.save(vcpu); //                    12
        vgic.save(vcpu); //                     13
        traps.deactivate(); //                  14
        traps.loadHostStage2(); //              15
        restoreHostState(host); //              16
        restoreHostFp(vcpu, fpUsed); //         16
        debug.switchToHost(vcpu); //            17
        return exit;
    }

    /// The guest's first FP or SIMD instruction since the entry. KVM: __fpsimd_guest_restore, entry.S of Linux 4.5.
    private boolean fpSwitched(VcpuArea vcpu, ExitCode exit) {
        if (!fault.isFp(exit)) {
            return false;
        }
        cpu.path(HypPath.EARLY_FP_TRAP);
        traps.openFp();
        cpu.isb();
        vcpu.hostFp().store();
        vcpu.context().fp().load();
        return true;
    }

    private void saveHostState(Context host) {
        cpu.path(HypPath.EARLY_SAVE_HOST_STATE);
        sysRegs.saveCommon(host);
    }

    private void restoreGuestState(Context guest) {
        cpu.path(HypPath.EARLY_RESTORE_GUEST_STATE);
        sysRegs.restoreState(guest);
        sysRegs.restoreCommon(guest);
    }

    private void saveGuestState(Context guest) {
        cpu.path(HypPath.EARLY_SAVE_GUEST_STATE);
        sysRegs.saveState(guest);
        sysRegs.saveCommon(guest);
    }

    private void restoreHostState(Context host) {
        cpu.path(HypPath.EARLY_RESTORE_HOST_STATE);
        sysRegs.restoreCommon(host);
    }

    private void restoreHostFp(VcpuArea vcpu, boolean used) {
        if (used) {
            cpu.path(HypPath.EARLY_FP_SAVE);
            vcpu.context().fp().store();
            cpu.path(HypPath.EARLY_FP_RESTORE);
            vcpu.hostFp().load();
        }
    }
}
