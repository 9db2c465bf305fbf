package splitvisor.highvisor.kvm.vgic;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.Gich;
import splitvisor.highvisor.hyp.HostLayout;
import splitvisor.highvisor.hyp.ListRegister;
import splitvisor.highvisor.hyp.VcpuArea.Field;
import splitvisor.highvisor.kernel.KernelPath;

/// The virtual CPU interface of a GICv2: memory-mapped, so the kernel reaches it by itself wherever it runs. KVM:
/// vgic-v2.c.
final class CpuInterfaceV2 implements CpuInterface {

    private static final long GICH = HostLayout.kernelVa(Gich.BASE);
    private static final int WORD = 2;
    private static final int VTR_LIST_REGISTERS = 0x3f;
    private static final int VMCR_PMR_SHIFT = 24;
    private static final int PMR = 0xf8;

    private final HostedCpu cpu;
    private final int listRegisters;

    CpuInterfaceV2(HostedCpu cpu) {
        this.cpu = cpu;
        listRegisters = (int) (read(Gich.VTR) & VTR_LIST_REGISTERS) + 1;
    }

    @Override
    public int listRegisters() {
        return listRegisters;
    }

    /// KVM: vgic_v2_restore_state().
    @Override
    public void restore(VgicCpu vcpu) {
        cpu.path(KernelPath.VGIC_V2_RESTORE_STATE);
        int used = vcpu.usedListRegisters();
        if (used > 0) {
            write(Gich.HCR, vcpu.area().get(Field.VGIC_HCR));
        }
        for (int n = 0; n < used; n++) {
            cpu.path(KernelPath.VGIC_V2_MOVE_LR);
            write(Gich.LR0 + 4 * n, ListRegister.narrow(vcpu.area().get(Field.listRegister(n))));
        }
    }

    /// KVM: vgic_v2_save_state(), save_lrs().
    @Override
    public void save(VgicCpu vcpu) {
        cpu.path(KernelPath.VGIC_V2_SAVE_STATE);
        int used = vcpu.usedListRegisters();
        if (used == 0) {
            return;
        }
        long free = read(Gich.ELRSR0);
        for (int n = 0; n < used; n++) {
            cpu.path(KernelPath.VGIC_V2_MOVE_LR);
            Field slot = Field.listRegister(n);
            boolean isFree = (free >>> n & 1) != 0;
            vcpu.area().set(slot, isFree
                    ? vcpu.area().get(slot) & ~ListRegister.STATE
                    : ListRegister.wide(read(Gich.LR0 + 4 * n)));
            write(Gich.LR0 + 4 * n, 0);
        }
        write(Gich.HCR, 0);
    }

    @Override
    public void forget(VgicCpu vcpu) {
        // The hardware's were cleared when they were saved, and only used ones are restored.
    }

    /// KVM: vgic_v2_load().
    @Override
    public void load(VgicCpu vcpu) {
        cpu.path(KernelPath.VGIC_LOAD);
        write(Gich.VMCR, vcpu.area().get(Field.VGIC_VMCR));
        write(Gich.APR, vcpu.area().get(Field.VGIC_AP0R0));
    }

    /// KVM: vgic_v2_put().
    @Override
    public void put(VgicCpu vcpu) {
        cpu.path(KernelPath.VGIC_PUT);
        vcpu.area().set(Field.VGIC_VMCR, read(Gich.VMCR));
        vcpu.area().set(Field.VGIC_AP0R0, read(Gich.APR));
    }

    @Override
    public void syncVmcr(VgicCpu vcpu) {
        cpu.path(KernelPath.VGIC_VMCR_SYNC);
        vcpu.area().set(Field.VGIC_VMCR, read(Gich.VMCR));
    }

    @Override
    public int priorityMask(VgicCpu vcpu) {
        return (int) (vcpu.area().get(Field.VGIC_VMCR) >>> VMCR_PMR_SHIFT) & PMR;
    }

    private long read(int offset) {
        return cpu.ldr(GICH + offset, WORD);
    }

    private void write(int offset, long value) {
        cpu.str(value, GICH + offset, WORD);
    }
}
