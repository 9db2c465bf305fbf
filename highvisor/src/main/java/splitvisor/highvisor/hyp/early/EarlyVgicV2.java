package splitvisor.highvisor.hyp.early;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.Gich;
import splitvisor.highvisor.hyp.ListRegister;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// GICv2's part: memory-mapped, and slow for that. KVM: vgic-v2-switch.S of Linux 4.0.
final class EarlyVgicV2 extends EarlyVgic {

    private static final int WORD = 2;
    private static final int COUNT = 4;

    private final long gich;

    EarlyVgicV2(HostedCpu cpu, long gich) {
        super(cpu);
        this.gich = gich;
    }

    /// EISR1 and ELRSR1 describe list registers 32 to 63, which no implementation has, and of HCR nobody needs what it
    /// counts; they are read all the same. (Later kernels left HCR out.)
    @Override
    void saveState(VcpuArea vcpu) {
        read(Gich.HCR);
        vcpu.set(Field.VGIC_VMCR, read(Gich.VMCR));
        vcpu.set(Field.VGIC_MISR, read(Gich.MISR));
        vcpu.set(Field.VGIC_EISR, read(Gich.EISR0));
        read(Gich.EISR1);
        vcpu.set(Field.VGIC_ELRSR, read(Gich.ELRSR0));
        read(Gich.ELRSR1);
        vcpu.set(Field.VGIC_AP0R0, read(Gich.APR));
        write(Gich.HCR, 0);
        for (int n = 0; n < COUNT; n++) {
            vcpu.set(Field.listRegister(n), ListRegister.wide(read(Gich.LR0 + 4 * n)));
        }
    }

    @Override
    void restoreState(VcpuArea vcpu) {
        write(Gich.HCR, vcpu.get(Field.VGIC_HCR));
        write(Gich.VMCR, vcpu.get(Field.VGIC_VMCR));
        write(Gich.APR, vcpu.get(Field.VGIC_AP0R0));
        for (int n = 0; n < COUNT; n++) {
            write(Gich.LR0 + 4 * n, ListRegister.narrow(vcpu.get(Field.listRegister(n))));
        }
    }

    private long read(int offset) {
        return cpu.ldr(gich + offset, WORD);
    }

    private void write(int offset, long value) {
        cpu.str(value, gich + offset, WORD);
    }
}
