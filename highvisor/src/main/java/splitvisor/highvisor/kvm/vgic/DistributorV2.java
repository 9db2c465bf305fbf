package splitvisor.highvisor.kvm.vgic;

/// GICD of a GICv2: all interrupts, private ones banked by the vCPU that looks, and SGIs by a register of its own.
/// KVM: vgic-mmio-v2.c.
final class DistributorV2 implements VgicFrame {

    private static final int CTLR = 0x000;
    private static final int TYPER = 0x004;
    private static final int IIDR = 0x008;
    private static final int SGIR = 0xf00;
    private static final int CPENDSGIR = 0xf10;
    private static final int SPENDSGIR = 0xf20;
    private static final int END = 0xf30;
    private static final int WORD = 2;

    private static final int SGIR_TARGETS_SHIFT = 16;
    private static final int SGIR_MODE_SHIFT = 24;

    private final Vgic vgic;
    private final InterruptRegisters registers;

    DistributorV2(Vgic vgic) {
        this.vgic = vgic;
        registers = new InterruptRegisters(vgic, 0, Vgic.SPECIAL);
    }

    @Override
    public long read(VgicVcpu vcpu, int offset, int log2) {
        boolean word = log2 == WORD;
        if (offset >= CPENDSGIR && offset < END) {
            return word || log2 == 0 ? pendingSgis(vgic.cpu(vcpu), offset & 0xf, 1 << log2) : 0;
        }
        return switch (offset) {
            case CTLR -> word && vgic.enabled ? 1 : 0;
            case TYPER -> word ? vgic.irqs() / 32 - 1 | vgic.cpus().size() - 1 << 5 : 0;
            case IIDR -> word ? DistributorV3.IIDR_KVM : 0;
            default -> registers.read(vgic.cpu(vcpu), offset, log2);
        };
    }

    @Override
    public void write(VgicVcpu vcpu, int offset, int log2, long value) {
        VgicCpu of = vgic.cpu(vcpu);
        boolean word = log2 == WORD;
        if (offset >= CPENDSGIR && offset < END) {
            if (word || log2 == 0) {
                changeSgis(of, offset, 1 << log2, value);
            }
        } else if (offset == CTLR && word) {
            boolean was = vgic.enabled;
            vgic.enabled = (value & 1) != 0;
            if (vgic.enabled && !was) {
                vgic.kickAll();
            }
        } else if (offset == SGIR && word) {
            send(of, (int) value);
        } else {
            registers.write(of, offset, log2, value);
        }
    }

    /// KVM: vgic_mmio_write_sgir().
    private void send(VgicCpu from, int value) {
        int self = 1 << from.vcpu.index();
        int all = (1 << vgic.cpus().size()) - 1;
        int targets = switch (value >>> SGIR_MODE_SHIFT & 3) {
            case 0 -> value >>> SGIR_TARGETS_SHIFT & all;
            case 1 -> all & ~self;
            case 2 -> self;
            default -> 0;
        };
        for (VgicCpu to : vgic.cpus()) {
            if ((targets >>> to.vcpu.index() & 1) != 0) {
                addSources(to.privateIrqs[value & 0xf], self);
            }
        }
    }

    private void addSources(VgicIrq irq, int sources) {
        irq.sources |= sources;
        if (irq.sources != 0) {
            irq.pendingLatch = true;
            vgic.queue(irq);
        }
    }

    private static long pendingSgis(VgicCpu of, int first, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (long) of.privateIrqs[first + i].sources << 8 * i;
        }
        return value;
    }

    /// GICD_CPENDSGIRn, GICD_SPENDSGIRn: a byte per SGI, a bit per sender.
    private void changeSgis(VgicCpu of, int offset, int count, long value) {
        for (int i = 0; i < count; i++) {
            VgicIrq irq = of.privateIrqs[(offset & 0xf) + i];
            int sources = (int) (value >>> 8 * i) & 0xff;
            if (offset < SPENDSGIR) {
                irq.sources &= ~sources;
                irq.pendingLatch &= irq.sources != 0;
            } else {
                addSources(irq, sources);
            }
        }
    }
}
