package splitvisor.highvisor.kvm;

import java.util.ArrayList;
import java.util.List;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HypCalls;
import splitvisor.highvisor.hyp.HypCalls.GuestTimer;
import splitvisor.highvisor.hyp.VcpuArea.Field;
import splitvisor.highvisor.kernel.HostKernel;
import splitvisor.highvisor.kernel.HrTimers;
import splitvisor.highvisor.kernel.KernelPath;
import splitvisor.highvisor.kernel.irq.LocalIrqs;
import splitvisor.highvisor.kvm.vgic.PhysicalIrq;

/// The timers of a vCPU, yours to finish. One that it uses directly interrupts the host, which passes the interrupt
/// on; one that it may not touch is emulated with a timer of the host's. While the vCPU waits, a timer of the host's
/// stands in for both. KVM: struct arch_timer_cpu; arch_timer.c.
final class ArchTimers {

    private static final long ENABLE = 1;
    private static final long IMASK = 2;
    private static final long ISTATUS = 4;

    /// The last count there is: counts are unsigned, and this one is never reached.
    private static final long NEVER = -1;

    /// One timer. KVM: struct arch_timer_context.
    private final class Context {
        final GuestTimer timer;
        final boolean direct;
        final HrTimers.Timer soft = new HrTimers.Timer(this::expired);
        boolean loaded;

        /// Of a timer that the switch moves: it has expired, and was masked for that by [#watchSwitched].
        boolean masked;
        boolean level;

        Context(GuestTimer timer, boolean direct) {
            this.timer = timer;
            this.direct = direct;
        }

        long control() {
            return vcpu.area().get(timer.savedControl());
        }

        long compare() {
            return vcpu.area().get(timer.savedCompare());
        }

        /// What the guest's count of this timer is less than the host's.
        long offset() {
            return timer == GuestTimer.VIRTUAL ? vm.cntvoff() : 0;
        }

        /// Enabled and not masked, by what is in memory. KVM: kvm_timer_irq_can_fire().
        boolean canFire() {
            throw new UnsupportedOperationException("say whether a timer that is not loaded can interrupt");
        }

        /// Whether its line is high now: of a loaded timer the PE knows, of another one memory and the time. KVM:
        /// kvm_timer_should_fire().
        boolean shouldFire() {
            throw new UnsupportedOperationException("say whether the timer's line is high");
        }

        /// The host's count at which it is due; what lies beyond the last count never is, [#NEVER]. KVM:
        /// kvm_timer_compute_delta().
        long expires() {
            throw new UnsupportedOperationException("say when, in the host's count, the timer is due");
        }

        boolean isMasked() {
            return (control() & (ENABLE | IMASK)) == (ENABLE | IMASK);
        }

        /// KVM: kvm_hrtimer_expire().
        private void expired() {
            if (shouldFire()) {
                update(true);
            }
        }

        /// KVM: kvm_timer_update_irq().
        void update(boolean fires) {
            cpu.path(KernelPath.TIMER_UPDATE_IRQ);
            level = fires;
            if (vm.vgic() != null) {
                vm.vgic().inject(vcpu, timer.intid(), fires);
            }
        }

        /// Brings the line of a timer that is emulated up to date, and has the host's timer `soft` expire when that
        /// will be wrong. KVM: timer_emulate().
        void emulate() {
            throw new UnsupportedOperationException("emulate the timer that the guest cannot have");
        }
    }

    private final HostedCpu cpu;
    private final HypCalls hyp;
    private final LocalIrqs localIrqs;
    private final HrTimers timers;
    private final HostKernel kernel;
    private final Vm vm;
    private final Vcpu vcpu;
    private final List<Context> contexts = new ArrayList<>();
    private final HrTimers.Timer background;

    ArchTimers(HostedCpu cpu, HostKernel kernel, Vm vm, Vcpu vcpu) {
        this.cpu = cpu;
        this.kernel = kernel;
        this.vm = vm;
        this.vcpu = vcpu;
        hyp = kernel.hyp();
        localIrqs = new LocalIrqs(cpu);
        timers = kernel.timers();
        for (GuestTimer timer : GuestTimer.values()) {
            contexts.add(new Context(timer, hyp.directTimers().contains(timer)));
        }
        background = new HrTimers.Timer(vcpu::wakeUp);
    }

    /// Connects the timers' interrupts to the VM's interrupt controller: a direct one ends together with the
    /// physical interrupt. KVM: kvm_timer_enable().
    void enable() {
        for (Context context : contexts) {
            if (context.direct) {
                int intid = context.timer.intid();
                vm.vgic().mapPhysIrq(vcpu, intid, intid, new PhysicalIrq() {
                    @Override
                    public boolean level() {
                        return context.shouldFire();
                    }

                    @Override
                    public void setActive(boolean active) {
                        kernel.interrupts().chip().setActive(intid, active);
                    }
                });
            }
        }
    }

    /// Looks at the timers that the world switch moves: one that has expired interrupts the guest, and is masked
    /// until the guest has seen to it, since its line is not watched. KVM: kvm_timer_flush_hwstate(),
    /// kvm_timer_sync_hwstate(), virt/kvm/arm/arch_timer.c of Linux 4.0.
    void watchSwitched() {
        for (GuestTimer timer : hyp.switchedTimers()) {
            Context context = contexts.get(timer.ordinal());
            context.masked &= context.isMasked();
            if (context.shouldFire()) {
                context.masked = true;
                cpu.path(KernelPath.TIMER_UPDATE_IRQ);
                vcpu.area().set(timer.savedControl(), context.control() | IMASK);
                if (vm.vgic() != null) {
                    vm.vgic().pend(vcpu, timer.intid());
                }
            }
        }
    }

    /// The host's interrupt of a timer that this vCPU, which runs here, uses directly. KVM:
    /// kvm_arch_timer_handler().
    void interrupt(GuestTimer timer) {
        Context context = contexts.get(timer.ordinal());
        throw new UnsupportedOperationException("pass the timer's interrupt on to the guest");
    }

    /// Whether a timer would interrupt the vCPU. KVM: kvm_timer_is_pending().
    boolean isPending() {
        for (Context context : contexts) {
            if (context.shouldFire() || context.masked && context.isMasked()) {
                return true;
            }
        }
        return false;
    }

    /// The vCPU comes to this PE. KVM: kvm_timer_vcpu_load().
    void load() {
        throw new UnsupportedOperationException(
                "first of all, load the timers: give the guest its count, its timer and what was due");
    }

    /// The vCPU leaves this PE, perhaps to wait. KVM: kvm_timer_vcpu_put().
    void put() {
        throw new UnsupportedOperationException("put the timers: who wakes the vCPU, should it wait?");
    }

    /// A trapped read. KVM: kvm_arm_timer_read_sysreg().
    long read(SysReg reg) {
        Context context = contexts.get(GuestTimer.PHYSICAL.ordinal());
        return switch (reg) {
            case CNTP_CTL_EL0 -> context.control() & ~ISTATUS | (reached(context) ? ISTATUS : 0);
            case CNTP_CVAL_EL0 -> context.compare();
            default -> context.compare() - timers.now() + context.offset() & 0xffff_ffffL; // TVAL
        };
    }

    /// A trapped write. KVM: kvm_arm_timer_write_sysreg().
    void write(SysReg reg, long value) {
        Context context = contexts.get(GuestTimer.PHYSICAL.ordinal());
        switch (reg) {
            case CNTP_CTL_EL0 -> vcpu.area().set(context.timer.savedControl(), value & (ENABLE | IMASK));
            case CNTP_CVAL_EL0 -> vcpu.area().set(context.timer.savedCompare(), value);
            default -> vcpu.area().set(context.timer.savedCompare(), timers.now() - context.offset() + (int) value);
        }
        context.emulate();
    }

    /// Also of a timer that is disabled, whose ISTATUS is UNKNOWN (Arm ARM, CNTP_CTL_EL0). KVM: read_timer_ctl().
    private boolean reached(Context context) {
        return Long.compareUnsigned(context.compare(), timers.now() - context.offset()) <= 0;
    }

    /// What the guest has not yet dealt with must not interrupt the host again. KVM: kvm_timer_vcpu_load_gic().
    private void loadGic(Context context) {
        boolean fires = context.shouldFire();
        if (fires != vm.vgic().line(vcpu, context.timer.intid())) {
            context.update(fires);
        }
        boolean active = fires || vm.vgic().isActive(vcpu, context.timer.intid());
        kernel.interrupts().chip().setActive(context.timer.intid(), active);
    }

    /// Starts the host's timer `background` for the soonest of the timers that can fire. KVM: kvm_timer_blocking(),
    /// kvm_timer_earliest_exp().
    private void startBackground() {
        throw new UnsupportedOperationException("let a timer of the host's stand in for the guest's");
    }

    /// Brings a direct timer from memory to the PE. KVM: timer_restore_state().
    private void restore(Context context) {
        long daif = localIrqs.save();
        throw new UnsupportedOperationException("restore a timer of the guest's");
    }

    /// Takes a direct timer from the PE to memory. KVM: timer_save_state().
    private void save(Context context) {
        long daif = localIrqs.save();
        throw new UnsupportedOperationException("save a timer of the guest's");
    }
}
