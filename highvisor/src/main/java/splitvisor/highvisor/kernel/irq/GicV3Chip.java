package splitvisor.highvisor.kernel.irq;

import splitvisor.cpu.hosted.Domain;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HostLayout;

/// A GICv3 by system registers, with EOImode 1. Linux: drivers/irqchip/irq-gic-v3.c.
public final class GicV3Chip implements IrqChip {

    private static final long GICD = HostLayout.kernelVa(0x0800_0000L);
    private static final long GICR = HostLayout.kernelVa(0x080a_0000L);
    private static final long GICR_STRIDE = 0x2_0000;
    private static final long SGI_FRAME = 0x1_0000;

    private static final int CTLR = 0;
    private static final int WAKER = 0x14;
    private static final int IGROUPR0 = 0x80;
    private static final int ISENABLER0 = 0x100;
    private static final int ISACTIVER0 = 0x300;
    private static final int ICACTIVER0 = 0x380;
    private static final int IPRIORITYR = 0x400;

    private static final long ARE_ENABLE_GROUP1 = 1 << 4 | 1 << 1;
    private static final long ALL = 0xffff_ffffL;
    private static final long PRIORITIES = 0xa0a0_a0a0L;
    private static final int PRIVATE = 32;
    private static final long PMR = 0xf0;
    private static final long CTLR_EOIMODE = 1 << 1;

    private final HostedCpu cpu;

    public GicV3Chip(HostedCpu cpu) {
        this.cpu = cpu;
    }

    @Override
    public void initDistributor() {
        cpu.str(ARE_ENABLE_GROUP1, GICD + CTLR, 2);
    }

    /// Linux: gic_cpu_init(), gic_cpu_sys_reg_init().
    @Override
    public void initCpu() {
        cpu.str(0, redistributor() + WAKER, 2);
        cpu.str(ALL, sgiFrame() + IGROUPR0, 2);
        for (int i = 0; i < PRIVATE; i += 4) {
            cpu.str(PRIORITIES, sgiFrame() + IPRIORITYR + i, 2);
        }
        cpu.str(0xffff, sgiFrame() + ISENABLER0, 2); // the SGIs
        cpu.msr(SysReg.ICC_PMR_EL1, PMR);
        cpu.msr(SysReg.ICC_BPR1_EL1, 0);
        cpu.msr(SysReg.ICC_CTLR_EL1, CTLR_EOIMODE);
        cpu.msr(SysReg.ICC_IGRPEN1_EL1, 1);
        cpu.isb();
    }

    @Override
    public void enablePrivate(int intid) {
        cpu.str(1L << intid, sgiFrame() + ISENABLER0, 2);
    }

    /// Its target stays the one of reset: affinity 0.0.0.0.
    @Override
    public void enableShared(int intid) {
        int word = intid / 32 * 4;
        cpu.str(0xa0, GICD + IPRIORITYR + intid, 0);
        cpu.str(cpu.ldr(GICD + IGROUPR0 + word, 2) | 1L << intid % 32, GICD + IGROUPR0 + word, 2);
        cpu.str(1L << intid % 32, GICD + ISENABLER0 + word, 2);
    }

    @Override
    public int acknowledge() {
        int intid = (int) cpu.mrs(SysReg.ICC_IAR1_EL1);
        cpu.dsb(Domain.SY); // the acknowledgement comes before what the handler reads
        return intid;
    }

    @Override
    public void end(int acknowledged) {
        cpu.msr(SysReg.ICC_EOIR1_EL1, acknowledged);
        cpu.isb();
    }

    @Override
    public void deactivate(int acknowledged) {
        cpu.msr(SysReg.ICC_DIR_EL1, acknowledged);
        cpu.isb();
    }

    /// Linux: gic_ipi_send_mask(). PEs have affinity 0.0.0.n.
    @Override
    public void send(int sgi, int pe) {
        cpu.dsb(Domain.ISHST); // what the other PE shall see comes before
        cpu.msr(SysReg.ICC_SGI1R_EL1, (long) sgi << 24 | 1L << pe);
        cpu.isb();
    }

    @Override
    public void setActive(int intid, boolean active) {
        cpu.str(1L << intid, sgiFrame() + (active ? ISACTIVER0 : ICACTIVER0), 2);
    }

    private long redistributor() {
        return GICR + cpu.index() * GICR_STRIDE;
    }

    private long sgiFrame() {
        return redistributor() + SGI_FRAME;
    }
}
