package splitvisor.benchmarks.lab;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.ExceptionRecord.Kind;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.cpu.sysreg.Unit;
import splitvisor.highvisor.hyp.HypCalls.GuestTimer;
import splitvisor.highvisor.hyp.ListRegister;
import splitvisor.highvisor.kernel.KernelPath;
import splitvisor.highvisor.kvm.Syndrome;

/// Holds that guests, of one vCPU each, have their timers as the architecture says, whoever runs meanwhile: a timer's
/// interrupt comes when it is due, not before and not much later, and its registers are what the guest wrote.
final class TimerAudit extends SwitchAudit {

    private static final List<SysReg> LIST_REGISTERS =
            List.of(SysReg.ICH_LR0_EL2, SysReg.ICH_LR1_EL2, SysReg.ICH_LR2_EL2, SysReg.ICH_LR3_EL2);

    /// Where the kernel has just been when it is not its own timers that it programs.
    private static final Set<KernelPath> OF_THE_GUEST = EnumSet.of(
            KernelPath.VCPU_LOAD, KernelPath.VGIC_LOAD_DONE, KernelPath.TIMER_LOAD, KernelPath.SET_CNTVOFF,
            KernelPath.TIMER_RESTORE, KernelPath.VCPU_PUT, KernelPath.TIMER_PUT, KernelPath.TIMER_SAVE);

    private static final int DAIF_SHIFT = 6;
    private static final String KERNEL = "0xffff0000";
    private static final int TRACE_LINES = 16;

    private static final String FIRES =
            "A timer interrupts when it is enabled, not masked, and its count has reached the compare value; when that "
                    + "is no longer so its line falls. KVM: kvm_timer_should_fire(), kvm_timer_update_irq().";

    /// In ticks: what an exit, an injection and a wake-up take together, twice.
    private static final long SOON = 330;

    private final boolean shared;
    private final Map<Long, GuestTimers> guests = new HashMap<>();
    private final Set<SysReg> saved = EnumSet.noneOf(SysReg.class);
    private final Set<SysReg> restored = EnumSet.noneOf(SysReg.class);
    private GuestTimers current = new GuestTimers();
    private boolean put;
    private long loadBegan;
    private int daif;
    private KernelPath last = KernelPath.ENTER;
    private long mark;

    /// @param shared whether several VMs share the PE, so that an interrupt may have to wait for its guest's turn
    TimerAudit(boolean shared) {
        this.shared = shared;
    }

    @Override
    public void path(Cpu cpu, CodePath path) {
        super.path(cpu, path);
        if (path instanceof KernelPath where) {
            last = where;
            if (where == KernelPath.VCPU_PUT) {
                put = true;
                saved.clear();
                daif = cpu.daif;
            } else if (where == KernelPath.PUT_DONE) {
                checkHost(cpu);
                checkMask(cpu, "put");
            }
        }
    }

    @Override
    protected void loadBegins(Cpu cpu) {
        restored.clear();
        daif = cpu.daif;
        loadBegan = cpu.timers.read(SysReg.CNTPCT_EL0);
        if (current.waits && !shared) {
            checkWake(cpu);
        }
    }

    @Override
    protected void vcpuLoaded(Cpu cpu) {
        checkMask(cpu, "load");
    }

    private void checkMask(Cpu cpu, String where) {
        if (cpu.daif != daif) {
            found(cpu, "DAIF is %#x after %s, and was %#x before".formatted(cpu.daif << DAIF_SHIFT, where,
                            daif << DAIF_SHIFT),
                    "Who masks interrupts for a moment restores what was before. "
                            + "Linux: local_irq_save(), local_irq_restore().");
        }
    }

    @Override
    protected void guestLeft(Cpu cpu, ExceptionRecord taken) {
        for (GuestTimer timer : GuestTimer.values()) {
            checkMissing(cpu, timer);
        }
        if (taken.kind() != Kind.SYNC) {
            return;
        }
        switch (Syndrome.of(taken.esr(), 0, 0)) {
            case Syndrome.Wfi _ -> current.waits = true;
            case Syndrome.SysRegTrap(int encoding, int rt, boolean read) when !read
                    && SysReg.named(SysReg.nameOf(encoding)) instanceof SysReg reg ->
                guestWrites(cpu, reg, rt == 31 ? 0 : cpu.x[rt]);
            default -> {}
        }
    }

    @Override
    public void sysRegRead(Cpu cpu, int encoding, SysReg reached, long value) {
        if (phase() == Phase.GUEST && reached == SysReg.ICV_IAR1_EL1) {
            acknowledged(cpu, (int) value);
        } else if (phase() == Phase.HOST) {
            saved.add(reached);
            if (reached == SysReg.ICC_IAR1_EL1 && put && !shared) {
                checkKnown(cpu, value);
            }
        }
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        if (phase() == Phase.GUEST) {
            guestWrites(cpu, reached, after);
            if (reached == SysReg.ICV_EOIR1_EL1) {
                current.ended((int) after);
            }
            return;
        }
        if (!cpu.e2h && phase() == Phase.HOST && OF_THE_GUEST.contains(last)
                && (reached == SysReg.CNTP_CTL_EL0 || reached == SysReg.CNTP_CVAL_EL0)) {
            found(cpu, "%s is written for the guest: it is the host kernel's own timer".formatted(
                            reached.assemblyName()),
                    "At EL1 the kernel's timer is the physical one, and the guest's is emulated; "
                            + "HypCalls.directTimers() says which the guest can have. KVM: get_timer_map(), "
                            + "map->emul_ptimer.");
        }
        if (schedule() == Schedule.LOADING) {
            checkOrder(cpu, reached, after);
            restored.add(reached);
        }
    }

    private void guestWrites(Cpu cpu, SysReg reg, long value) {
        if (current.write(cpu, reg, value)) {
            mark = transcript().mark() - 1;
        }
    }

    private void checkOrder(Cpu cpu, SysReg reg, long value) {
        boolean enables = reg == SysReg.CNTV_CTL_EL0 && (value & GuestTimers.ENABLE) != 0;
        if (enables && !restored.contains(SysReg.CNTV_CVAL_EL0)) {
            found(cpu, "CNTV_CTL_EL0 enables the timer before CNTV_CVAL_EL0 is the guest's",
                    "An enabled timer fires on whatever is in the compare register: that goes first. "
                            + "KVM: timer_restore_state().");
        }
    }

    @Override
    protected void guestEntered(Cpu cpu, boolean again, long pc) {
        long vmid = vmid(cpu);
        boolean first = !guests.containsKey(vmid);
        current = guests.computeIfAbsent(vmid, unused -> new GuestTimers());
        checkOffset(cpu, first);
        if (current.waits && !shared) {
            checkWake(cpu);
        }
        current.waits = false;
        if (!first) {
            for (GuestTimer timer : GuestTimer.values()) {
                if (timer == GuestTimer.VIRTUAL || cpu.e2h) {
                    checkRegister(cpu, timer.compare(), current.get(timer).compare, -1);
                    checkRegister(cpu, timer.control(), current.get(timer).control, GuestTimers.ENABLE_IMASK);
                }
                checkMissing(cpu, timer);
                checkNeedless(cpu, timer);
            }
        }
        put = false;
    }

    private void checkOffset(Cpu cpu, boolean first) {
        long offset = value(cpu, SysReg.CNTVOFF_EL2);
        long now = cpu.timers.read(SysReg.CNTPCT_EL0);
        if (offset == 0 || Long.compareUnsigned(offset, now) > 0) {
            report(cpu, "CNTVOFF_EL2 is %#x at the entry, and the physical count is %#x".formatted(offset, now),
                    "A guest's virtual count began with its VM, and is what CNTVOFF_EL2 makes of the physical one. "
                            + "KVM: kvm_timer_vcpu_load_nogic(), set_cntvoff().");
        } else if (first) {
            current.offset = offset;
        } else if (offset != current.offset) {
            report(cpu, "CNTVOFF_EL2 is %#x at the entry; for this guest it was %#x".formatted(offset, current.offset),
                    "Each VM has its own offset, and keeps it: its count never jumps. KVM: set_cntvoff().");
        }
    }

    private void checkRegister(Cpu cpu, SysReg reg, long expected, long mask) {
        if ((value(cpu, reg) & mask) != expected) {
            String why = !put ? "the vCPU was not put in between, so it has been overwritten"
                    : !saved.contains(reg) ? "put has not read it, so it is not saved"
                    : !restored.contains(reg) ? "load has not written it, so it is not restored"
                    : "what load has written is not what put had read";
            List<String> trace = transcript().since(0, line -> line.contains(reg.assemblyName() + " "), TRACE_LINES);
            inspection().found(cpu, trace, "%s: the guest wrote %#x and finds %#x; %s".formatted(
                            reg.assemblyName(), expected, value(cpu, reg) & mask, why),
                    "A timer that the guest uses directly is on the PE while the vCPU is loaded, and in memory "
                            + "otherwise. KVM: timer_save_state(), timer_restore_state().");
        }
    }

    /// A timer that has been due for some time is in a list register, or is being handled.
    private void checkMissing(Cpu cpu, GuestTimer timer) {
        GuestTimers.Timer state = current.get(timer);
        long count = current.count(cpu, timer);
        boolean before = put && state.isDue(count - (cpu.timers.read(SysReg.CNTPCT_EL0) - loadBegan));
        if (state.isDue(count) && !state.active && (state.late(count) > SOON || before)
                && listRegisterState(cpu, timer) == 0) {
            report(cpu, "the %s is due since %d ticks, and INTID %d is not injected".formatted(
                            current.get(timer).name(), state.late(count), timer.intid()), notInjected(timer));
        }
    }

    /// The host takes an interrupt while a vCPU is loaded, before the guest is entered.
    private void checkKnown(Cpu cpu, long intid) {
        for (GuestTimer timer : GuestTimer.values()) {
            long count = current.count(cpu, timer) - (cpu.timers.read(SysReg.CNTPCT_EL0) - loadBegan);
            if (schedule() != Schedule.OUT && timer.intid() == intid && current.get(timer).isDue(count)) {
                report(cpu, "INTID %d interrupts the host: the %s was due when the vCPU was loaded".formatted(
                                intid, current.get(timer).name()),
                        "What is due when the vCPU is loaded is injected then, by what is in memory, and its physical "
                                + "interrupt made active: it need not come any more. KVM: kvm_timer_should_fire(), "
                                + "kvm_timer_vcpu_load_gic().");
            }
        }
    }

    /// What the list registers say of the timer's interrupt: PENDING, ACTIVE or, when none holds it, 0.
    private static long listRegisterState(Cpu cpu, GuestTimer timer) {
        long state = 0;
        for (SysReg lr : LIST_REGISTERS) {
            long value = cpu.units[Unit.GIC.ordinal()].read(lr);
            state |= ListRegister.intid(value) == timer.intid() ? value & ListRegister.STATE : 0;
        }
        return state;
    }

    private void checkNeedless(Cpu cpu, GuestTimer timer) {
        boolean injected = (listRegisterState(cpu, timer) & ListRegister.PENDING) != 0;
        if (injected && !current.get(timer).isDue(current.count(cpu, timer))) {
            report(cpu, "INTID %d is injected at the count of %d, when the %s".formatted(
                    timer.intid(), current.count(cpu, timer), current.get(timer).setting()), FIRES);
        }
    }

    private String notInjected(GuestTimer timer) {
        return put
                ? "What has become due while the vCPU was not loaded is found when it is. "
                        + "KVM: kvm_timer_vcpu_load_gic(), timer_emulate()."
                : timer == GuestTimer.VIRTUAL
                        ? "The timer's physical interrupt is the host's, which injects the guest's, and keeps the "
                                + "physical one active until the guest has ended it. KVM: kvm_arch_timer_handler(), "
                                + "kvm_timer_vcpu_load_gic()."
                        : "An emulated timer is a timer of the host's that injects when it expires. "
                                + "KVM: timer_emulate(), kvm_hrtimer_expire().";
    }

    private void acknowledged(Cpu cpu, int intid) {
        for (GuestTimer timer : GuestTimer.values()) {
            if (timer.intid() == intid) {
                taken(cpu, timer);
            }
        }
    }

    private void taken(Cpu cpu, GuestTimer timer) {
        GuestTimers.Timer state = current.get(timer);
        long count = current.count(cpu, timer);
        if (!state.isDue(count)) {
            report(cpu, "the guest takes INTID %d at the count of %d, when the %s".formatted(
                    timer.intid(), count, current.get(timer).setting()), FIRES);
        } else if (!shared && state.late(count) > SOON) {
            report(cpu, "the guest takes INTID %d %d ticks after the %s was due".formatted(
                            timer.intid(), state.late(count), current.get(timer).name()),
                    "A timer's interrupt comes when it is due. KVM: kvm_arch_timer_handler(), "
                            + "kvm_timer_earliest_exp().");
        }
        state.active = true;
    }

    /// A vCPU that has waited is loaded.
    private void checkWake(Cpu cpu) {
        long least = current.untilDue(cpu);
        if (least > 0) {
            current.waits = false;
            report(cpu, "the guest waits in WFI, and is woken %d ticks before the first of its timers is due".formatted(
                            least),
                    "While a vCPU waits, a timer of the host's stands in for the soonest of its own; compare values "
                            + "are in the guest's count, the host's timers in its own. KVM: kvm_timer_blocking(), "
                            + "kvm_timer_earliest_exp().");
        }
    }

    /// What the host has when the vCPU has gone.
    private void checkHost(Cpu cpu) {
        if (value(cpu, SysReg.CNTVOFF_EL2) != 0) {
            report(cpu, "CNTVOFF_EL2 is %#x when the vCPU has been put".formatted(value(cpu, SysReg.CNTVOFF_EL2)),
                    "The host's virtual count is the physical one: its user space reads it. "
                            + "KVM: kvm_timer_vcpu_put(), set_cntvoff(0).");
        }
        if ((value(cpu, SysReg.CNTV_CTL_EL0) & GuestTimers.ENABLE) != 0) {
            report(cpu, "CNTV_CTL_EL0 is still enabled when the vCPU has been put",
                    "A timer left enabled interrupts whoever comes next: it is disabled when it has been saved. "
                            + "KVM: timer_save_state().");
        }
    }

    @Override
    protected void stopped(Cpu cpu) {
        if (current.waits) {
            report(cpu, "the guest waits in WFI with a timer enabled, and nothing of the host's will wake it",
                    "While a vCPU waits its own timers are not on the PE: one of the host's stands in for them. "
                            + "KVM: kvm_timer_blocking().");
            return;
        }
        for (GuestTimer timer : GuestTimer.values()) {
            checkMissing(cpu, timer);
        }
    }

    private void report(Cpu cpu, String what, String rule) {
        List<String> trace = transcript().since(mark, TimerAudit::shows, TRACE_LINES);
        inspection().found(cpu, trace, what, rule);
    }

    /// Whether a line is about timers or about who runs; a split host's calls of its lowvisor are not.
    private static boolean shows(String line) {
        boolean timers = Stream.of(" CNTV_", " CNTP_", " CNTHP_", " CNTVOFF", " ICH_LR").anyMatch(line::contains);
        boolean call = line.contains("HVC64") && line.contains(KERNEL) || line.contains("PC " + KERNEL);
        return timers || (line.contains("-->") || line.contains("<--")) && !call;
    }
}
