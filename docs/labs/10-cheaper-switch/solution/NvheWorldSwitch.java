package splitvisor.lowvisor;

import java.util.List;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;
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

/// The full world switch of split mode: EL1 belongs to the host kernel before and after, so all of its
/// state goes out and comes back on every exit. KVM: hyp/nvhe/switch.c.
final class NvheWorldSwitch implements WorldSwitch {

    /// What an exception, an address translation, a task switch or a context's ASID changes in the host's EL1.
    private static final List<SysReg> CHANGING = List.of(
            SysReg.CPACR_EL1, SysReg.TTBR0_EL1, SysReg.ESR_EL1, SysReg.FAR_EL1, SysReg.CONTEXTIDR_EL1,
            SysReg.CNTKCTL_EL1, SysReg.CSSELR_EL1, SysReg.PAR_EL1, SysReg.SP_EL1, SysReg.ELR_EL1, SysReg.SPSR_EL1);

    /// VDISR_EL2 is not among them: HCR_EL2.VSE is never set here, so nothing is ever deferred to it.
    private static final List<SysReg> RETURN = List.of(SysReg.ELR_EL2, SysReg.SPSR_EL2);

    private final HostedCpu cpu;
    private final PerCpu perCpu;
    private final SysRegState sysRegs;
    private final PendingException pending;
    private final GuestEntry door;
    private final ExitFixup fixup;
    private final NvheTraps traps;
    private final NvheStage2 stage2;
    private final NvheTimer timer;
    private final NvheVgic vgic;
    private final NvheDebug buffers;
    private final DebugState debug;

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

    /// One round trip into the guest: steps 1 to 9 build its world, 11 to 18 take it down in reverse.
    /// KVM: __kvm_vcpu_run().
    @Override
    public ExitCode run(VcpuArea vcpu) {
        cpu.path(HypPath.VCPU_RUN_NVHE);
        Context host = perCpu.hostContext();
        saveHostState(host); //                  1  all of EL1 is about to belong to the guest
        buffers.saveHostBuffers(); //            2
        pending.adjustPc(vcpu); //               3  while the guest's EL1 state is still in memory
        restoreGuestState(vcpu.context()); //    4
        stage2.load(vcpu); //                    5
        traps.activate(vcpu); //                 6
        vgic.restore(vcpu); //                   7
        timer.enableTraps(); //                  8
        debug.switchToGuest(vcpu); //            9
        ExitCode exit;
        do {
            exit = door.enter(vcpu); //         10  ERET down; the next exception to EL2 comes back here
        } while (fixup.handled(vcpu, exit));

        saveGuestState(vcpu.context()); //      11
        timer.disableTraps(); //                12
        vgic.save(vcpu); //                     13
        traps.deactivate(vcpu); //              14
        stage2.loadHost(); //                   15
        restoreHostState(host); //              16
        debug.switchToHost(vcpu); //            17
        buffers.restoreHostBuffers(); //        18
        return exit;
    }

    /// Most of the host's EL1 state is the same at every call, since its kernel sets it once: it is saved once, and what
    /// is in memory stays good. TTBR1_EL1 is never 0 in a kernel, so it tells whether that has been done.
    private void saveHostState(Context host) {
        cpu.path(HypPath.SAVE_HOST_STATE_NVHE);
        if (host.get(SysReg.TTBR1_EL1) == 0) {
            sysRegs.saveEl1(host);
        } else {
            sysRegs.save(CHANGING, host);
        }
        sysRegs.saveCommon(host);
        sysRegs.saveUser(host);
        sysRegs.save(RETURN, host);
    }

    private void saveGuestState(Context guest) {
        cpu.path(HypPath.SAVE_GUEST_STATE_NVHE);
        sysRegs.saveEl1(guest);
        sysRegs.saveCommon(guest);
        sysRegs.saveUser(guest);
        guest.put(SysReg.ELR_EL2, cpu.mrs(SysReg.ELR_EL2));
    }

    private void restoreGuestState(Context guest) {
        cpu.path(HypPath.RESTORE_GUEST_STATE_NVHE);
        restore(guest);
    }

    private void restoreHostState(Context host) {
        cpu.path(HypPath.RESTORE_HOST_STATE_NVHE);
        restore(host);
    }

    private void restore(Context from) {
        sysRegs.restoreEl1(from);
        sysRegs.restoreCommon(from);
        sysRegs.restoreUser(from);
        sysRegs.restore(RETURN, from);
    }
}
