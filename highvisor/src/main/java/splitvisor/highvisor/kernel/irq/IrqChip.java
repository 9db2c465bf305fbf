package splitvisor.highvisor.kernel.irq;

/// The interrupt controller as the host kernel drives it, in two steps per interrupt: end-of-interrupt drops
/// the running priority, deactivation makes the interrupt takeable again. What is forwarded to a guest is
/// left active between the two, and the guest's own EOI deactivates it. Linux: struct irq_chip,
/// gic_eoimode1_chip.
public interface IrqChip {

    /// Interrupt IDs from here on mean that none was pending.
    int SPURIOUS = 1020;

    /// Readies the distributor; once.
    void initDistributor();

    /// Readies the CPU interface of this PE and what is private to it.
    void initCpu();

    /// Lets a private interrupt of this PE through.
    void enablePrivate(int intid);

    /// Lets a shared, level-sensitive interrupt through, to the first PE.
    void enableShared(int intid);

    /// Takes the highest pending interrupt; from [#SPURIOUS] on there was none.
    int acknowledge();

    /// Drops the running priority. The value is what [#acknowledge] returned.
    void end(int acknowledged);

    /// Deactivates. The value is what [#acknowledge] returned.
    void deactivate(int acknowledged);

    /// Sends a software-generated interrupt to another PE, or to this one.
    void send(int sgi, int pe);

    /// Sets the active state of a private interrupt of this PE. Linux: irq_set_irqchip_state() with
    /// IRQCHIP_STATE_ACTIVE.
    void setActive(int intid, boolean active);
}
