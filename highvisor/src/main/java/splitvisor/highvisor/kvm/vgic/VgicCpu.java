package splitvisor.highvisor.kvm.vgic;

import java.util.ArrayList;
import java.util.List;
import splitvisor.highvisor.hyp.ListRegister;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// The interrupt controller's part of a vCPU: its private interrupts, and those, private or shared, that it
/// has to deal with. Its list registers lie in its [VcpuArea]. KVM: struct vgic_cpu.
final class VgicCpu {

    final VgicVcpu vcpu;

    /// Its SGIs and PPIs, by INTID.
    final VgicIrq[] privateIrqs = new VgicIrq[Vgic.PRIVATE];

    /// Interrupts that are pending and enabled, or active. KVM: ap_list.
    final List<VgicIrq> activeOrPending = new ArrayList<>();

    VgicCpu(VgicVcpu vcpu, Vgic.Model model) {
        this.vcpu = vcpu;
        for (int intid = 0; intid < Vgic.PRIVATE; intid++) {
            VgicIrq irq = new VgicIrq(intid);
            irq.target = this;
            irq.enabled = irq.isSgi();
            irq.level = !irq.isSgi();
            irq.group1 = model == Vgic.Model.V3;
            irq.targets = 1 << vcpu.index();
            privateIrqs[intid] = irq;
        }
        area().set(Field.VGIC_HCR, ListRegister.HCR_EN);
    }

    VcpuArea area() {
        return vcpu.area();
    }

    /// How many list registers it would take to hold all it has to deal with.
    int wantedListRegisters() {
        return activeOrPending.stream().mapToInt(VgicIrq::listRegisters).sum();
    }

    /// Whether an SGI of GICv2 waits that several have sent.
    boolean hasMultiSgi() {
        return activeOrPending.stream().anyMatch(VgicIrq::isMultiSgi);
    }

    /// How many list registers are in use, the first ones.
    int usedListRegisters() {
        return (int) area().get(Field.VGIC_USED_LRS);
    }

    void useListRegisters(int count) {
        area().set(Field.VGIC_USED_LRS, count);
    }
}
