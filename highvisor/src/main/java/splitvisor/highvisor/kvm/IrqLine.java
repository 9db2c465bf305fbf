package splitvisor.highvisor.kvm;

import splitvisor.highvisor.kvm.vgic.Vgic;

/// KVM_IRQ_LINE's argument, struct kvm_irq_level: in the low word the interrupt (its type in [27:24], its
/// vCPU in [23:16] and 256 times [31:28], its number in [15:0]), in the high word the level. KVM:
/// kvm_vm_ioctl_irq_line(), arm.c.
record IrqLine(long value) {

    private static final int TYPE_CPU = 0;
    private static final int TYPE_SPI = 1;
    private static final int TYPE_PPI = 2;
    private static final int SGIS = 16;
    private static final int PRIVATE = 32;

    /// Sets the line; the result of the ioctl.
    long apply(Vm vm) {
        boolean raised = value >>> 32 != 0;
        int number = (int) value & 0xffff;
        int index = (int) (value >>> 16 & 0xff) + 256 * (int) (value >>> 28 & 0xf);
        Vcpu vcpu = vm.vcpu(index);
        Vgic vgic = vm.vgic();
        return switch ((int) (value >>> 24) & 0xf) {
            case TYPE_CPU -> vgic != null ? Errno.ENXIO.result() : pin(vcpu, number, raised);
            case TYPE_PPI -> vgic == null ? Errno.ENXIO.result() : ppi(vgic, vcpu, number, raised);
            case TYPE_SPI -> vgic == null ? Errno.ENXIO.result() : spi(vgic, number, raised);
            default -> Errno.EINVAL.result();
        };
    }

    private static long pin(Vcpu vcpu, int number, boolean raised) {
        if (vcpu == null || number != 0) {
            return Errno.EINVAL.result(); // the FIQ input is not modelled
        }
        vcpu.setInterruptLine(raised);
        return 0;
    }

    private static long ppi(Vgic vgic, Vcpu vcpu, int intid, boolean raised) {
        if (vcpu == null || intid < SGIS || intid >= PRIVATE) {
            return Errno.EINVAL.result();
        }
        vgic.inject(vcpu, intid, raised);
        return 0;
    }

    private static long spi(Vgic vgic, int intid, boolean raised) {
        if (intid < PRIVATE || !vgic.has(null, intid)) {
            return Errno.EINVAL.result();
        }
        vgic.inject(null, intid, raised);
        return 0;
    }
}
