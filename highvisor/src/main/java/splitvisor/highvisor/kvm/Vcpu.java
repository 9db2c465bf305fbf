package splitvisor.highvisor.kvm;

import splitvisor.cpu.Ec;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.Context;
import splitvisor.highvisor.hyp.HostLayout;
import splitvisor.highvisor.hyp.TrapValues;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VcpuArea.Field;
import splitvisor.highvisor.kernel.HostKernel;
import splitvisor.highvisor.kernel.KernelPath;
import splitvisor.highvisor.kernel.Task;
import splitvisor.highvisor.kvm.vgic.Vgic;
import splitvisor.highvisor.kvm.vgic.VgicVcpu;

/// A virtual CPU as the kernel sees it. Its registers lie in its [VcpuArea]; while it is loaded on a
/// VHE host its EL1 registers are on the CPU instead. KVM: struct kvm_vcpu.
public final class Vcpu implements VgicVcpu {

    private static final long PSTATE_MODE = 0xf;
    private static final int FSC_EXTERNAL_ABORT = 0x10;
    private static final long EL1H_MASKED = 0x3c5;
    private static final long SCTLR_RESET = 0x00c5_0078L; // KVM: reset_val of SCTLR_EL1, sys_regs.c
    private static final long MPIDR_RES1 = 1L << 31;
    private static final long MPIDR_AFFINITY = 0xff_00ff_ffffL;
    private static final long ONE_REG_CORE = 0x6030_0000_0010_0000L;
    private static final long MDSCR_KDE_MDE = 1 << 13 | 1 << 15;
    private static final int NOWHERE = -1;
    private static final int CORE_PC = 32;
    private static final int CORE_PSTATE = 33;

    private final HostedCpu cpu;
    private final HostKernel kernel;
    private final Vm vm;
    private final int index;
    private final VcpuArea area;
    private final KvmRun run;
    private final ArchTimers timers;
    private final RunLoop loop;
    private Task waiting;
    private int guestModeOn = NOWHERE;
    private boolean poweredOff;
    private boolean paused;
    private boolean osLock;
    private Reset requestedReset;

    /// Where PSCI CPU_ON lets a vCPU begin. KVM: struct vcpu_reset_state.
    private record Reset(long pc, long x0) {}

    Vcpu(HostedCpu cpu, HostKernel kernel, Vm vm, int index) {
        this.cpu = cpu;
        this.kernel = kernel;
        this.vm = vm;
        this.index = index;
        area = new VcpuArea(cpu, HostLayout.kernelVa(kernel.memory().allocate(pages(VcpuArea.SIZE))));
        run = new KvmRun(cpu, kernel.memory().allocate(1));
        reset();
        timers = new ArchTimers(cpu, kernel, vm, this);
        loop = new RunLoop(cpu, kernel, vm, this);
    }

    @Override
    public VcpuArea area() {
        return area;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public long mpidr() {
        return area.context().mpidr() & MPIDR_AFFINITY;
    }

    KvmRun run() {
        return run;
    }

    ArchTimers timers() {
        return timers;
    }

    RunLoop loop() {
        return loop;
    }

    /// Xn of the guest; 31 is XZR. KVM: vcpu_get_reg().
    long x(int n) {
        return area.context().x(n);
    }

    void setX(int n, long value) {
        area.context().setX(n, value);
    }

    /// A guest register, from the CPU while it is there and from memory otherwise: mixing the two up
    /// is the classic mistake. KVM: vcpu_read_sys_reg().
    long readSysReg(SysReg reg) {
        return area.flag(VcpuArea.SYSREGS_ON_CPU)
                ? cpu.mrs(kernel.hyp().guestRegister(reg))
                : area.context().get(reg);
    }

    /// KVM: vcpu_write_sys_reg().
    void writeSysReg(SysReg reg, long value) {
        if (area.flag(VcpuArea.SYSREGS_ON_CPU)) {
            cpu.msr(kernel.hyp().guestRegister(reg), value);
        } else {
            area.context().put(reg, value);
        }
    }

    /// The instruction was emulated: the next entry goes past it. KVM: kvm_incr_pc().
    void incrementPc() {
        area.setFlag(VcpuArea.INCREMENT_PC);
    }

    /// KVM: kvm_inject_undefined().
    void injectUndefined() {
        inject(Ec.UNKNOWN, 0);
    }

    /// A synchronous external abort, taken from the EL the guest is at. KVM: kvm_inject_dabt(), kvm_inject_pabt().
    ///
    /// @param fetch whether an instruction fetch met it
    /// @param address what FAR_EL1 shall say
    void injectAbort(boolean fetch, long address) {
        boolean fromEl0 = (area.context().pstate() & PSTATE_MODE) == 0;
        int lower = fetch ? Ec.IABT_LOW : Ec.DABT_LOW;
        writeSysReg(SysReg.FAR_EL1, address);
        inject(fromEl0 ? lower : lower + 1, FSC_EXTERNAL_ABORT);
    }

    /// KVM: inject_undef64(), inject_abt64(), which leave only PSTATE and PC to the next entry.
    private void inject(int ec, int iss) {
        writeSysReg(SysReg.ESR_EL1, Ec.syndrome(ec, true, iss));
        area.setFlag(VcpuArea.PENDING_EXCEPTION);
    }

    /// The debug registers go to the guest when it has touched one since its last exit, or has them armed; then they
    /// need not trap. KVM: kvm_arm_setup_debug().
    void setupDebug() {
        cpu.path(KernelPath.SETUP_DEBUG);
        boolean armed = (area.context().get(SysReg.MDSCR_EL1) & MDSCR_KDE_MDE) != 0;
        if (armed) {
            area.setFlag(VcpuArea.DEBUG_DIRTY);
        }
        boolean direct = armed || area.flag(VcpuArea.DEBUG_DIRTY);
        long mdcr = direct ? TrapValues.MDCR_GUEST & ~TrapValues.MDCR_TDA : TrapValues.MDCR_GUEST;
        if (mdcr != area.get(Field.MDCR_EL2)) {
            area.set(Field.MDCR_EL2, mdcr);
            kernel.hyp().mdcrChanged(mdcr);
        }
    }

    /// Whether the OS Lock is set. KVM: OSLSR_EL1.
    boolean osLock() {
        return osLock;
    }

    void setOsLock(boolean locked) {
        osLock = locked;
    }

    /// The guest cleans its caches by set and way, as one does who is about to switch them: writes of its
    /// virtual-memory registers trap again until they are on. KVM: kvm_set_way_flush().
    void trapVmRegisters() {
        area.set(Field.HCR_EL2, area.get(Field.HCR_EL2) | Hcr.TVM);
    }

    /// The guest has its MMU and caches on: its virtual-memory registers are its own from now on.
    void stopTrappingVmRegisters() {
        area.set(Field.HCR_EL2, area.get(Field.HCR_EL2) & ~Hcr.TVM);
    }

    /// The CPU's IRQ input. KVM: vcpu_interrupt_line().
    void setInterruptLine(boolean raised) {
        long hcr = area.get(Field.HCR_EL2);
        area.set(Field.HCR_EL2, raised ? hcr | Hcr.VI : hcr & ~Hcr.VI);
        if (raised) {
            kick();
        }
    }

    /// Ends its wait, or its stay in the guest on another PE. KVM: kvm_vcpu_kick().
    @Override
    public void kick() {
        wakeUp();
        endGuestMode();
    }

    private void endGuestMode() {
        if (isInGuest() && guestModeOn != cpu.index()) {
            kernel.scheduler().reschedule(guestModeOn);
        }
    }

    /// Whether it is in the guest, or about to be, or not yet done with what the guest left behind.
    boolean isInGuest() {
        return guestModeOn != NOWHERE;
    }

    /// It is to stay out of the guest, and to leave it at once; if it waits, it goes on waiting.
    void pause() {
        paused = true;
        endGuestMode();
    }

    void resume() {
        paused = false;
        wakeUp();
    }

    @Override
    public void haltGuest() {
        vm.halt().begin();
    }

    @Override
    public void resumeGuest() {
        vm.halt().end();
    }

    /// KVM: kvm_vcpu_wake_up().
    void wakeUp() {
        if (waiting != null) {
            kernel.scheduler().wake(waiting);
        }
    }

    /// From now on only an interrupt gets it to look at what is asked of it. KVM: vcpu->mode = IN_GUEST_MODE.
    void enterGuestMode() {
        guestModeOn = cpu.index();
    }

    void leaveGuestMode() {
        guestModeOn = NOWHERE;
    }

    /// Whether its thread waits on its behalf. KVM: kvm_vcpu_is_blocking().
    boolean isBlocking() {
        return waiting != null;
    }

    /// Whether PSCI has switched it off, or never on.
    boolean isPoweredOff() {
        return poweredOff;
    }

    /// It stops as soon as it can. KVM: kvm_arm_vcpu_power_off().
    void powerOff() {
        poweredOff = true;
        kick();
    }

    /// It begins at `pc` with X0 as given. KVM: kvm_psci_vcpu_on().
    void powerOn(long pc, long x0) {
        requestedReset = new Reset(pc, x0);
        poweredOff = false;
        wakeUp();
    }

    /// Whether [#serveRequests] has anything to do. KVM: kvm_request_pending().
    boolean hasRequests() {
        return poweredOff || paused || requestedReset != null;
    }

    /// Sleeps while it is switched off or halted, and begins anew when it was switched on. KVM: check_vcpu_requests().
    void serveRequests(VcpuSchedule schedule) {
        while ((poweredOff || paused) && !kernel.scheduler().current().isKilled()) {
            waitForWakeUp();
        }
        if (requestedReset != null) {
            schedule.put();
            reset();
            area.context().setPc(requestedReset.pc);
            setX(0, requestedReset.x0);
            requestedReset = null;
            schedule.load();
        }
    }

    /// Whether an interrupt would end a WFI. KVM: kvm_arch_vcpu_runnable().
    boolean isRunnable() {
        Vgic vgic = vm.vgic();
        return (area.get(Field.HCR_EL2) & Hcr.VI) != 0 || vgic != null && vgic.hasPending(this);
    }

    /// Gives the CPU away until [#isRunnable]. KVM: kvm_vcpu_wfi(), kvm_vcpu_halt().
    void halt() {
        if (vm.vgic() != null) {
            vm.vgic().syncVmcr(this);
        }
        cpu.path(KernelPath.VCPU_HALT);
        boolean waited = false;
        while (!isRunnable() && !timers.isPending() && !hasRequests() && !kernel.scheduler().current().isKilled()) {
            waitForWakeUp();
            waited = true;
        }
        if (waited) {
            cpu.path(KernelPath.VCPU_HALT_DONE);
        }
    }

    private void waitForWakeUp() {
        waiting = kernel.scheduler().current();
        kernel.scheduler().block();
        waiting = null;
    }

    /// Tells user space that this host cannot go on, and the kernel's log why.
    void reportUnsupported(String what) {
        kernel.log("kvm: %s at PC %#x".formatted(what, area.context().pc()));
        run.exit(KvmRun.EXIT_INTERNAL_ERROR);
    }

    /// KVM_SET_ONE_REG: a core register by its ID in Linux's ABI, X0 to X30, PC and PSTATE.
    long setOneReg(long id, long value) {
        int core = core(id);
        Context context = area.context();
        if (core >= 0 && core < CORE_PC - 1) {
            context.setX(core, value);
        } else if (core == CORE_PC) {
            context.setPc(value);
        } else if (core == CORE_PSTATE) {
            context.setPstate(value);
        } else {
            return Errno.ENOENT.result();
        }
        return 0;
    }

    /// KVM_GET_ONE_REG, into user memory at `address`.
    long getOneReg(long id, long address) {
        int core = core(id);
        Context context = area.context();
        if (core >= 0 && core < CORE_PC - 1) {
            cpu.sttr(context.x(core), address);
        } else if (core == CORE_PC) {
            cpu.sttr(context.pc(), address);
        } else if (core == CORE_PSTATE) {
            cpu.sttr(context.pstate(), address);
        } else {
            return Errno.ENOENT.result();
        }
        return 0;
    }

    /// KVM: kvm_reset_vcpu(), vcpu_reset_hcr(), kvm_arm_setup_mdcr_el2().
    private void reset() {
        Context context = area.context();
        context.clear();
        context.setPstate(EL1H_MASKED);
        context.put(SysReg.SCTLR_EL1, SCTLR_RESET);
        context.setMpidr(MPIDR_RES1 | index);
        area.set(Field.HCR_EL2, kernel.hyp().guestHcr() | Hcr.TVM); // until its caches are on
        area.set(Field.MDCR_EL2, TrapValues.MDCR_GUEST);
        area.set(Field.VTCR_EL2, TrapValues.VTCR);
        area.set(Field.VTTBR_EL2, vm.vttbr());
        area.set(Field.FLAGS, 0);
        osLock = false;
        area.set(Field.CNTV_CTL, 0);
        area.set(Field.CNTP_CTL, 0);
    }

    private static int core(long id) {
        long offset = id - ONE_REG_CORE; // in units of 4 bytes within struct user_pt_regs
        return offset >= 0 && offset <= 2 * CORE_PSTATE && offset % 2 == 0 ? (int) offset / 2 : -1;
    }

    private static long pages(long bytes) {
        return (bytes + HostLayout.PAGE - 1) / HostLayout.PAGE;
    }
}
