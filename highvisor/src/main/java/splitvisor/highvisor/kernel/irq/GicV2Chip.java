package splitvisor.highvisor.kernel.irq;

import splitvisor.cpu.hosted.Domain;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HostLayout;

/// A GICv2 by memory-mapped registers, with EOImode 1. Linux: drivers/irqchip/irq-gic.c.
public final class GicV2Chip implements IrqChip {

    private static final long GICD = HostLayout.kernelVa(0x0800_0000L);
    private static final long GICC = HostLayout.kernelVa(0x0801_0000L);

    private static final int GICD_CTLR = 0;
    private static final int GICD_ISENABLER0 = 0x100;
    private static final int GICD_ISACTIVER0 = 0x300;
    private static final int GICD_ICACTIVER0 = 0x380;
    private static final int GICD_IPRIORITYR = 0x400;
    private static final int GICD_ITARGETSR = 0x800;
    private static final int GICD_SGIR = 0xf00;
    private static final int GICC_CTLR = 0;
    private static final int GICC_PMR = 4;
    private static final int GICC_IAR = 0xc;
    private static final int GICC_EOIR = 0x10;
    private static final int GICC_DIR = 0x1000;

    private static final long PRIORITIES = 0xa0a0_a0a0L;
    private static final int PRIVATE = 32;
    private static final long PMR = 0xf0;
    private static final long ENABLE_EOIMODE = 1 | 1 << 9;
    private static final int INTID = 0x3ff;

    private final HostedCpu cpu;

    public GicV2Chip(HostedCpu cpu) {
        this.cpu = cpu;
    }

    @Override
    public void initDistributor() {
        cpu.str(1, GICD + GICD_CTLR, 2);
    }

    /// Linux: gic_cpu_init().
    @Override
    public void initCpu() {
        for (int i = 0; i < PRIVATE; i += 4) {
            cpu.str(PRIORITIES, GICD + GICD_IPRIORITYR + i, 2);
        }
        cpu.str(0xffff, GICD + GICD_ISENABLER0, 2); // the SGIs
        cpu.str(PMR, GICC + GICC_PMR, 2);
        cpu.str(ENABLE_EOIMODE, GICC + GICC_CTLR, 2);
    }

    @Override
    public void enablePrivate(int intid) {
        cpu.str(1L << intid, GICD + GICD_ISENABLER0, 2);
    }

    @Override
    public void enableShared(int intid) {
        cpu.str(0xa0, GICD + GICD_IPRIORITYR + intid, 0);
        cpu.str(1, GICD + GICD_ITARGETSR + intid, 0);
        cpu.str(1L << intid % 32, GICD + GICD_ISENABLER0 + intid / 32 * 4, 2);
    }

    @Override
    public int acknowledge() {
        return (int) cpu.ldr(GICC + GICC_IAR, 2);
    }

    @Override
    public void end(int acknowledged) {
        cpu.str(acknowledged, GICC + GICC_EOIR, 2);
    }

    @Override
    public void deactivate(int acknowledged) {
        cpu.str(acknowledged, GICC + GICC_DIR, 2);
    }

    /// Linux: gic_ipi_send_mask().
    @Override
    public void send(int sgi, int pe) {
        cpu.dmb(Domain.ISHST);
        cpu.str(1L << 16 + pe | sgi, GICD + GICD_SGIR, 2);
    }

    @Override
    public void setActive(int intid, boolean active) {
        cpu.str(1L << (intid & INTID), GICD + (active ? GICD_ISACTIVER0 : GICD_ICACTIVER0), 2);
    }
}
