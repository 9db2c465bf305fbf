package splitvisor.highvisor.kvm.vgic;

/// The physical interrupt behind a virtual one that was mapped to it. KVM: struct irq_ops, and the host's
/// irqchip.
public interface PhysicalIrq {

    /// The level of the device's line now. KVM: get_input_level().
    boolean level();

    /// Sets or clears the active state in the physical distributor: while active, the line does not interrupt
    /// the host. KVM: irq_set_irqchip_state() with IRQCHIP_STATE_ACTIVE.
    void setActive(boolean active);
}
