package splitvisor.highvisor.kernel.irq;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.hosted.PstateField;
import splitvisor.cpu.sysreg.SysReg;

/// Keeps interrupts away from a stretch of kernel code on this PE. Linux: irqflags.h.
public final class LocalIrqs {

    private static final int IRQ_AND_FIQ = 3;

    private final HostedCpu cpu;

    public LocalIrqs(HostedCpu cpu) {
        this.cpu = cpu;
    }

    /// Masks them and returns what [#restore] needs. Linux: local_irq_save().
    public long save() {
        long daif = cpu.mrs(SysReg.DAIF);
        cpu.msr(PstateField.DAIF_SET, IRQ_AND_FIQ);
        return daif;
    }

    /// Linux: local_irq_restore().
    public void restore(long daif) {
        cpu.msr(SysReg.DAIF, daif);
    }
}
