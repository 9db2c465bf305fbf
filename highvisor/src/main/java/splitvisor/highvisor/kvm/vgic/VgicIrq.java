package splitvisor.highvisor.kvm.vgic;

/// One virtual interrupt: what the guest configured, and what has happened to it. KVM: struct vgic_irq.
final class VgicIrq {

    final int intid;

    /// Where it would be delivered: for a private interrupt its vCPU, for an SPI the one the guest routed it
    /// to; null if that does not exist.
    VgicCpu target;

    /// The vCPU on whose list of active and pending interrupts it is, or null. It stays there while active.
    VgicCpu vcpu;

    boolean enabled;
    boolean active;

    /// Level-sensitive or, otherwise, edge-triggered.
    boolean level;

    /// The level of the line, for a level-sensitive interrupt.
    boolean line;

    /// An edge that was seen, or software's word that it be pending.
    boolean pendingLatch;

    /// Group 1 or Group 0.
    boolean group1;

    int priority;

    /// GICD_IROUTER's affinity fields.
    long affinity;

    /// GICv2: GICD_ITARGETSR's byte.
    int targets;

    /// GICv2 SGIs: the vCPUs that sent it and are not served yet, and the one whose SGI is active.
    int sources;
    int activeSource;

    /// Ends with the physical interrupt `hwIntid`, which `physical` stands for; null if it is not mapped.
    PhysicalIrq physical;
    int hwIntid;

    VgicIrq(int intid) {
        this.intid = intid;
    }

    /// KVM: irq_is_pending().
    boolean isPending() {
        return pendingLatch || level && line;
    }

    boolean isSgi() {
        return intid < Vgic.SGIS;
    }

    boolean isHardware() {
        return physical != null;
    }

    /// KVM: vgic_irq_is_mapped_level().
    boolean isMappedLevel() {
        return isHardware() && level;
    }

    /// How many list registers it can fill: an SGI of GICv2 one per sender. KVM: vgic_irq_get_lr_count().
    int listRegisters() {
        if (sources != 0) {
            return Integer.bitCount(sources) + (active ? 1 : 0);
        }
        return isPending() || active ? 1 : 0;
    }

    /// KVM: vgic_irq_is_multi_sgi().
    boolean isMultiSgi() {
        return listRegisters() > 1;
    }

    /// Where it must go now, or null when it needs no vCPU's attention. KVM: vgic_target_oracle().
    VgicCpu destination(boolean distributorEnabled) {
        if (active) {
            return vcpu != null ? vcpu : target; // it is where it was acknowledged
        }
        return enabled && isPending() && distributorEnabled ? target : null;
    }

    /// The order in which list registers are given out: active ones, then pending and enabled ones by
    /// priority. KVM: vgic_irq_cmp().
    static int compare(VgicIrq a, VgicIrq b) {
        if (a.active || b.active) {
            return Boolean.compare(b.active, a.active);
        }
        boolean pendingA = a.enabled && a.isPending();
        boolean pendingB = b.enabled && b.isPending();
        if (!pendingA || !pendingB) {
            return Boolean.compare(pendingB, pendingA);
        }
        return Integer.compare(a.priority, b.priority);
    }
}
