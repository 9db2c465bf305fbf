package splitvisor.highvisor.kvm.vgic;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HypCalls;
import splitvisor.highvisor.hyp.VcpuArea.Field;
import splitvisor.highvisor.kernel.KernelPath;

/// The virtual CPU interface of a GICv3: its registers are EL2's, so the kernel reaches them by [HypCalls].
/// In split mode the list registers move in the world switch; a kernel at EL2 moves them itself, and only
/// when some are in use. KVM: vgic-v3.c.
final class CpuInterfaceV3 implements CpuInterface {

    private static final int VMCR_PMR_SHIFT = 24;
    private static final long VTR_LIST_REGISTERS = 0x1f;

    private final HostedCpu cpu;
    private final HypCalls hyp;
    private final int listRegisters;

    CpuInterfaceV3(HostedCpu cpu, HypCalls hyp) {
        this.cpu = cpu;
        this.hyp = hyp;
        listRegisters = (int) (hyp.readVtr() & VTR_LIST_REGISTERS) + 1;
    }

    @Override
    public int listRegisters() {
        return listRegisters;
    }

    @Override
    public void restore(VgicCpu vcpu) {
        hyp.restoreVgic(vcpu.area().base());
    }

    @Override
    public void save(VgicCpu vcpu) {
        hyp.saveVgic(vcpu.area().base());
    }

    @Override
    public void forget(VgicCpu vcpu) {
        // The hardware's were cleared when they were saved, and only used ones are restored.
    }

    @Override
    public void load(VgicCpu vcpu) {
        cpu.path(KernelPath.VGIC_LOAD);
        hyp.writeVmcr(vcpu.area().get(Field.VGIC_VMCR));
        cpu.path(KernelPath.VGIC_LOAD_APRS);
        hyp.restoreAprs(vcpu.area().base());
        cpu.path(KernelPath.VGIC_LOAD_DONE);
    }

    @Override
    public void put(VgicCpu vcpu) {
        cpu.path(KernelPath.VGIC_PUT);
        vcpu.area().set(Field.VGIC_VMCR, hyp.readVmcr());
        cpu.path(KernelPath.VGIC_PUT_APRS);
        hyp.saveAprs(vcpu.area().base());
        cpu.path(KernelPath.VGIC_PUT_DONE);
    }

    @Override
    public void syncVmcr(VgicCpu vcpu) {
        cpu.path(KernelPath.VGIC_VMCR_SYNC);
        vcpu.area().set(Field.VGIC_VMCR, hyp.readVmcr());
    }

    @Override
    public int priorityMask(VgicCpu vcpu) {
        return (int) (vcpu.area().get(Field.VGIC_VMCR) >>> VMCR_PMR_SHIFT) & 0xff;
    }
}
