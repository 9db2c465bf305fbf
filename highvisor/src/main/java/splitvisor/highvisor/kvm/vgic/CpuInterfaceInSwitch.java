package splitvisor.highvisor.kvm.vgic;

import splitvisor.highvisor.hyp.VcpuArea.Field;

/// The virtual CPU interface where the world switch moves all of it on every exit: between exits it is in
/// memory, and the kernel has nothing to do. KVM: virt/kvm/arm/vgic.c of Linux 4.0.
///
/// @param listRegisters how many list registers the hardware has
record CpuInterfaceInSwitch(int listRegisters) implements CpuInterface {

    private static final int VMCR_PMR_SHIFT = 24;

    @Override
    public void restore(VgicCpu vcpu) {
        // The switch does.
    }

    @Override
    public void save(VgicCpu vcpu) {
        // The switch has.
    }

    @Override
    public void forget(VgicCpu vcpu) {
        for (int n = 0; n < listRegisters; n++) {
            vcpu.area().set(Field.listRegister(n), 0); // all are restored at the next entry, used or not
        }
    }

    @Override
    public void load(VgicCpu vcpu) {
        // Nothing outlives an exit.
    }

    @Override
    public void put(VgicCpu vcpu) {
        // Nothing outlived the last exit.
    }

    @Override
    public void syncVmcr(VgicCpu vcpu) {
        // VMCR is in memory.
    }

    @Override
    public int priorityMask(VgicCpu vcpu) {
        return (int) (vcpu.area().get(Field.VGIC_VMCR) >>> VMCR_PMR_SHIFT) & 0xff;
    }
}
