package splitvisor.highvisor.kernel.irq;

import java.util.HashMap;
import java.util.Map;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.kernel.KernelPath;

/// The host's interrupts: who handles which. Linux: gic_handle_irq(), kernel/irq/.
public final class Interrupts {

    /// Says only that the other PE shall look what there is to do. Linux: IPI_RESCHEDULE.
    public static final int IPI_RESCHEDULE = 0;

    private static final int INTID = 0x3ff;
    private static final int FIRST_SHARED = 32;

    /// A handler.
    ///
    /// @param action what it does
    /// @param forwarded the interrupt stays active when the action returns, for the guest to deactivate
    private record Handler(Runnable action, boolean forwarded) {}

    private final HostedCpu cpu;
    private final IrqChip chip;
    private final Map<Integer, Handler> handlers = new HashMap<>();

    public Interrupts(HostedCpu cpu, IrqChip chip) {
        this.cpu = cpu;
        this.chip = chip;
    }

    public IrqChip chip() {
        return chip;
    }

    /// Installs a handler for an interrupt that is private to each PE. Linux: request_percpu_irq().
    public void request(int intid, Runnable action) {
        handlers.put(intid, new Handler(action, false));
    }

    /// Installs a handler for a shared, level-sensitive interrupt and lets it through. Linux: request_irq().
    public void requestShared(int intid, Runnable action) {
        handlers.put(intid, new Handler(action, false));
        chip.enableShared(intid);
    }

    /// As [#request], for an interrupt that a guest deactivates. Linux: irq_set_vcpu_affinity().
    public void requestForwarded(int intid, Runnable action) {
        handlers.put(intid, new Handler(action, true));
    }

    /// Lets the interrupts with a handler through on this PE. Linux: enable_percpu_irq().
    public void enableOnThisCpu() {
        handlers.keySet().stream().filter(intid -> intid < FIRST_SHARED).sorted().forEach(chip::enablePrivate);
    }

    /// Handles what is pending; called with interrupts masked.
    public void handle() {
        cpu.path(KernelPath.GIC_HANDLE_IRQ);
        int acknowledged = chip.acknowledge();
        int intid = acknowledged & INTID;
        if (intid >= IrqChip.SPURIOUS) {
            return; // its line went low again
        }
        Handler handler = handlers.get(intid);
        chip.end(acknowledged);
        if (handler != null) {
            handler.action.run();
        }
        if (handler == null || !handler.forwarded) {
            chip.deactivate(acknowledged);
        }
    }
}
