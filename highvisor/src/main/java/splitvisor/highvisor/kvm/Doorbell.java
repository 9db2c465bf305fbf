package splitvisor.highvisor.kvm;

import java.util.List;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.kernel.KernelPath;

/// A wire between VMs, emulated in the kernel as an ioeventfd with an irqfd behind it would be: a write
/// to RING raises the next VM's interrupt line, a write to ACK lowers one's own. The VMs have no GIC;
/// the line is the CPU's IRQ input, KVM_ARM_IRQ_TYPE_CPU.
final class Doorbell implements IoBus.Device {

    static final long BASE = 0x0b00_0000L;
    static final long SIZE = 0x1000;

    private static final int RING = 0;
    private static final int ACK = 8;

    private final HostedCpu cpu;
    private final List<Vcpu> wire;
    private final Vcpu owner;

    Doorbell(HostedCpu cpu, List<Vcpu> wire, Vcpu owner) {
        this.cpu = cpu;
        this.wire = wire;
        this.owner = owner;
    }

    @Override
    public long read(Vcpu vcpu, long offset, int log2) {
        return 0;
    }

    @Override
    public void write(Vcpu vcpu, long offset, int log2, long value) {
        if (offset == RING) {
            cpu.path(KernelPath.DOORBELL);
            Vcpu next = wire.get((wire.indexOf(owner) + 1) % wire.size());
            if (next != owner) {
                next.setInterruptLine(true);
            }
        } else if (offset == ACK) {
            owner.setInterruptLine(false);
        }
    }
}
