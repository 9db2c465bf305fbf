package splitvisor.highvisor.kvm.vgic;

import java.util.ArrayList;
import java.util.List;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HypCalls;
import splitvisor.highvisor.kernel.KernelPath;
import splitvisor.highvisor.kernel.irq.LocalIrqs;

/// The interrupt controller of a VM: which virtual interrupts are pending or active, on whose list, and
/// which of them the hardware's list registers hold while a vCPU runs. KVM: struct vgic_dist; vgic.c.
public final class Vgic {

    /// The controller that the guest sees.
    public enum Model {
        V2,
        V3
    }

    /// SGIs have the INTIDs below.
    static final int SGIS = 16;

    /// Private interrupts, SGIs and PPIs, have the INTIDs below.
    static final int PRIVATE = 32;

    /// No interrupt has an INTID from here on.
    static final int SPECIAL = 1020;

    /// How many interrupts there are unless user space says otherwise. KVM: VGIC_NR_IRQS_LEGACY.
    private static final int DEFAULT_IRQS = 256;

    /// The most that user space may ask for, and what it must be a multiple of. KVM: VGIC_MAX_RESERVED.
    private static final int MAX_IRQS = 1023;
    private static final int IRQS_UNIT = 32;

    final Model model;

    /// GICD_CTLR's enable bit.
    boolean enabled;

    private final HostedCpu cpu;
    private final LocalIrqs localIrqs;
    private final CpuInterface hardware;
    private final ListRegisters listRegisters;
    private final List<VgicCpu> cpus = new ArrayList<>();
    private VgicIrq[] spis;
    private boolean sized;

    /// A controller whose list registers are in `hardware`.
    Vgic(HostedCpu cpu, Model model, CpuInterface hardware) {
        this.cpu = cpu;
        localIrqs = new LocalIrqs(cpu);
        listRegisters = new ListRegisters(cpu, this);
        this.model = model;
        this.hardware = hardware;
        createSpis(DEFAULT_IRQS);
    }

    /// Whether there can be so many interrupts, private ones included. KVM: vgic_set_common_attr().
    public static boolean canHave(int irqs) {
        return irqs >= PRIVATE + IRQS_UNIT && irqs <= MAX_IRQS && irqs % IRQS_UNIT == 0;
    }

    /// Sets how many there are, once, before any is used. KVM: KVM_DEV_ARM_VGIC_GRP_NR_IRQS.
    public void setIrqs(int irqs) {
        sized = true;
        createSpis(irqs);
    }

    /// Whether user space has said how many interrupts there are.
    public boolean isSized() {
        return sized;
    }

    private void createSpis(int irqs) {
        spis = new VgicIrq[irqs - PRIVATE];
        for (int i = 0; i < spis.length; i++) {
            spis[i] = new VgicIrq(PRIVATE + i);
            spis[i].group1 = model == Model.V3;
            spis[i].target = cpus.isEmpty() ? null : cpus.getFirst();
        }
    }

    /// How many interrupts there are, private ones included.
    int irqs() {
        return PRIVATE + spis.length;
    }

    /// A GICv3 on a host with a GICv3.
    public static Vgic v3(HostedCpu cpu, HypCalls hyp) {
        CpuInterfaceV3 hardware = new CpuInterfaceV3(cpu, hyp);
        boolean inSwitch = hyp.generation().isEarly();
        return new Vgic(cpu, Model.V3, inSwitch ? new CpuInterfaceInSwitch(hardware.listRegisters()) : hardware);
    }

    /// A GICv2 on a host with a GICv2.
    public static Vgic v2(HostedCpu cpu, HypCalls hyp) {
        CpuInterfaceV2 hardware = new CpuInterfaceV2(cpu);
        boolean inSwitch = hyp.generation().isEarly();
        return new Vgic(cpu, Model.V2, inSwitch ? new CpuInterfaceInSwitch(hardware.listRegisters()) : hardware);
    }

    /// A vCPU of the VM, in the order of their numbers.
    public void add(VgicVcpu vcpu) {
        VgicCpu added = new VgicCpu(vcpu, model);
        cpus.add(added);
        if (vcpu.index() == 0) {
            for (VgicIrq spi : spis) {
                spi.target = added;
            }
        }
    }

    /// The frame at GICD.
    public VgicFrame distributor() {
        return model == Model.V2 ? new DistributorV2(this) : new DistributorV3(this);
    }

    /// The frames at GICR, all vCPUs' in a row, of a GICv3.
    public VgicFrame redistributors() {
        return new Redistributors(this);
    }

    /// A device's line changes, or an edge arrives. KVM: kvm_vgic_inject_irq().
    ///
    /// @param vcpu whose private interrupt it is; may be null for an SPI
    public void inject(VgicVcpu vcpu, int intid, boolean level) {
        cpu.path(KernelPath.VGIC_INJECT_IRQ);
        VgicIrq irq = irq(vcpu == null ? null : cpus.get(vcpu.index()), intid);
        if (irq.level ? irq.line == level : !level) {
            return; // no change of the line, or the falling edge
        }
        if (irq.level) {
            irq.line = level;
        } else {
            irq.pendingLatch = true;
        }
        queue(irq);
    }

    /// A device without a line, or one whose line nobody watches: the interrupt is pending until it was
    /// acknowledged. KVM: kvm_vgic_inject_irq() of the arch timer in Linux 4.0.
    public void pend(VgicVcpu vcpu, int intid) {
        cpu.path(KernelPath.VGIC_INJECT_IRQ);
        VgicIrq irq = irq(cpus.get(vcpu.index()), intid);
        irq.pendingLatch = true;
        queue(irq);
    }

    /// Whether an interrupt waits that the vCPU would take, its PSTATE aside. KVM:
    /// kvm_vgic_vcpu_pending_irq().
    public boolean hasPending(VgicVcpu vcpu) {
        VgicCpu of = cpus.get(vcpu.index());
        int mask = hardware.priorityMask(of);
        return enabled
                && of.activeOrPending.stream()
                        .anyMatch(irq -> irq.isPending() && irq.enabled && !irq.active && irq.priority < mask);
    }

    /// Before the guest runs: the most urgent interrupts go into list registers. KVM:
    /// kvm_vgic_flush_hwstate().
    public void flush(VgicVcpu vcpu) {
        cpu.path(KernelPath.VGIC_FLUSH);
        VgicCpu of = cpus.get(vcpu.index());
        if (of.activeOrPending.isEmpty()) {
            return;
        }
        cpu.path(KernelPath.VGIC_FLUSH_LR_STATE);
        listRegisters.fill(of, hardware.listRegisters());
        hardware.restore(of);
    }

    /// After the guest has run: what it did with them. KVM: kvm_vgic_sync_hwstate(), whose way with nothing to
    /// do is in [KernelPath#RUN_EXIT_SYNC].
    public void sync(VgicVcpu vcpu) {
        VgicCpu of = cpus.get(vcpu.index());
        if (of.activeOrPending.isEmpty()) {
            return;
        }
        hardware.save(of);
        int used = of.usedListRegisters();
        if (used > 0) {
            listRegisters.fold(of, used);
            hardware.forget(of);
        }
        cpu.path(KernelPath.VGIC_PRUNE_AP_LIST);
        prune(of);
    }

    /// The vCPU is scheduled in. KVM: kvm_vgic_load().
    public void load(VgicVcpu vcpu) {
        hardware.load(cpus.get(vcpu.index()));
    }

    /// KVM: kvm_vgic_put().
    public void put(VgicVcpu vcpu) {
        hardware.put(cpus.get(vcpu.index()));
    }

    /// The vCPU is about to wait for an interrupt. KVM: kvm_vgic_vmcr_sync().
    public void syncVmcr(VgicVcpu vcpu) {
        hardware.syncVmcr(cpus.get(vcpu.index()));
    }

    /// Makes a private interrupt end together with a physical one. KVM: kvm_vgic_map_phys_irq().
    public void mapPhysIrq(VgicVcpu vcpu, int intid, int hwIntid, PhysicalIrq physical) {
        VgicIrq irq = cpus.get(vcpu.index()).privateIrqs[intid];
        irq.hwIntid = hwIntid;
        irq.physical = physical;
    }

    /// The level of a private interrupt's line, as last injected or sampled.
    public boolean line(VgicVcpu vcpu, int intid) {
        return cpus.get(vcpu.index()).privateIrqs[intid].line;
    }

    /// Whether a mapped interrupt is active in the guest. KVM: kvm_vgic_map_is_active().
    public boolean isActive(VgicVcpu vcpu, int intid) {
        VgicIrq irq = cpus.get(vcpu.index()).privateIrqs[intid];
        return irq.isHardware() && irq.active;
    }

    /// Whether there is such an interrupt: private ones need a vCPU.
    public boolean has(VgicVcpu vcpu, int intid) {
        return irq(vcpu == null ? null : cpus.get(vcpu.index()), intid) != null;
    }

    /// Software-generated interrupts: a trapped write of ICC_SGI1R_EL1 or one of its siblings. KVM:
    /// vgic_v3_dispatch_sgi().
    ///
    /// @param group1 whether the register can make interrupts of Group 1 pending
    public void dispatchSgi(VgicVcpu from, long value, boolean group1) {
        cpu.path(KernelPath.VGIC_DISPATCH_SGI);
        SgiTargets targets = new SgiTargets(value);
        for (VgicCpu to : cpus) {
            if (!targets.include(from, to.vcpu)) {
                continue;
            }
            VgicIrq irq = to.privateIrqs[targets.intid()];
            if (!irq.group1 || group1) {
                irq.pendingLatch = true;
                queue(irq);
            }
        }
        cpu.path(KernelPath.VGIC_DISPATCH_SGI_DONE);
    }

    /// The vCPU's view of a number, or null. KVM: vgic_get_irq().
    VgicIrq irq(VgicCpu of, int intid) {
        if (intid < 0 || intid >= irqs()) {
            return null;
        }
        if (intid >= PRIVATE) {
            return spis[intid - PRIVATE];
        }
        return of == null ? null : of.privateIrqs[intid];
    }

    VgicCpu cpu(VgicVcpu vcpu) {
        return cpus.get(vcpu.index());
    }

    List<VgicCpu> cpus() {
        return cpus;
    }

    boolean isV2Sgi(VgicIrq irq) {
        return model == Model.V2 && irq.isSgi();
    }

    /// The distributor was switched on: vCPUs with something pending must see it. KVM: vgic_kick_vcpus().
    void kickAll() {
        for (VgicCpu of : cpus) {
            if (hasPending(of.vcpu)) {
                of.vcpu.kick();
            }
        }
    }

    /// The interrupt's state has changed: puts it on the list of the vCPU that has to deal with it, and lets
    /// that one know. Interrupt handlers do this too. KVM: vgic_queue_irq_unlock().
    void queue(VgicIrq irq) {
        cpu.path(KernelPath.VGIC_QUEUE_IRQ);
        long daif = localIrqs.save();
        VgicCpu to = irq.destination(enabled);
        localIrqs.restore(daif);
        if (to == null) {
            return;
        }
        if (irq.vcpu == null) {
            cpu.path(KernelPath.VGIC_QUEUE_IRQ_INSERT);
            daif = localIrqs.save();
            boolean changed = irq.vcpu != null || irq.destination(enabled) != to;
            if (!changed) {
                to.activeOrPending.add(irq);
                irq.vcpu = to;
            }
            localIrqs.restore(daif);
            if (changed) {
                queue(irq); // another PE was faster
                return;
            }
        }
        cpu.path(KernelPath.VCPU_KICK);
        to.vcpu.kick(); // also if it was on the list: the guest may have ended it without our knowing
    }

    /// Drops what needs no attention any more, and hands over what was routed elsewhere. KVM:
    /// vgic_prune_ap_list().
    private void prune(VgicCpu of) {
        for (VgicIrq irq : List.copyOf(of.activeOrPending)) {
            VgicCpu to = irq.destination(enabled);
            if (to != of) {
                cpu.path(KernelPath.VGIC_PRUNE_IRQ);
                of.activeOrPending.remove(irq);
                irq.vcpu = to;
                if (to != null) {
                    to.activeOrPending.add(irq);
                    to.vcpu.kick();
                }
            }
        }
    }
}
