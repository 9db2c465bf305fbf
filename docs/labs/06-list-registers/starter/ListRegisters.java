package splitvisor.highvisor.kvm.vgic;

import java.util.List;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.ListRegister;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// Turns virtual interrupts into list registers before the guest runs, and what the guest did with them back
/// into interrupts after it: yours to write. KVM: vgic_flush_lr_state(), vgic.c; vgic_v3_populate_lr(),
/// vgic_v3_fold_lr_state(), vgic-v3.c.
final class ListRegisters {

    private final HostedCpu cpu;
    private final Vgic vgic;

    ListRegisters(HostedCpu cpu, Vgic vgic) {
        this.cpu = cpu;
        this.vgic = vgic;
    }

    /// Gives the `limit` list registers to what the vCPU has to deal with, the most urgent first if it does not
    /// fit, and says with [VgicCpu#useListRegisters] how many are used. KVM: vgic_flush_lr_state().
    void fill(VgicCpu of, int limit) {
        List<VgicIrq> list = of.activeOrPending;
        throw new UnsupportedOperationException(
                "first of all, fill the list registers: an interrupt waits, and the guest is about to be entered");
    }

    /// Puts an interrupt into list register `n`. An edge is consumed by that; a level is not. KVM:
    /// vgic_v3_populate_lr().
    private void populate(VgicCpu vcpu, VgicIrq irq, int n) {
        long lr = ListRegister.of(irq.intid, 0);
        if (irq.isMappedLevel() && (lr & ListRegister.PENDING) != 0) {
            irq.line = false; // only rising edges of a mapped line are reported to us
        }
        vcpu.area().set(Field.listRegister(n), lr);
    }

    /// After the guest has run: the `used` ones are read back, and none is in use any more. KVM:
    /// vgic_v3_fold_lr_state().
    void fold(VgicCpu of, int used) {
        throw new UnsupportedOperationException("fold the list registers: what has the guest done with them?");
    }

    /// Reads list register `n` back into its interrupt.
    private void readBack(VgicCpu vcpu, int n) {
        long lr = vcpu.area().get(Field.listRegister(n));
        VgicIrq irq = vgic.irq(vcpu, ListRegister.intid(lr));
    }

    /// A mapped line may have gone low while the guest ran, or still be high after the guest thought it was
    /// done: to be called for each that is read back. KVM: vgic_irq_handle_resampling().
    ///
    /// @param deactivated whether it was active before the guest ran, and is not now
    /// @param pending whether the list register still says pending
    private static void resample(VgicIrq irq, boolean deactivated, boolean pending) {
        if (irq.isMappedLevel() && (pending || deactivated && irq.line)) {
            irq.line = irq.physical.level();
            if (!irq.line) {
                irq.physical.setActive(false); // the next rising edge must come through
            }
        }
    }

    /// Marks a list register free.
    private static void clear(VgicCpu vcpu, int n) {
        vcpu.area().set(Field.listRegister(n), 0);
    }

    /// Asks for an exit when the guest runs out of interrupts: there are more waiting than fit. KVM:
    /// vgic_v3_set_underflow().
    private static void setUnderflow(VgicCpu vcpu) {
        vcpu.area().set(Field.VGIC_HCR, vcpu.area().get(Field.VGIC_HCR) | ListRegister.HCR_UIE);
    }

    /// Takes that back.
    private static void clearUnderflow(VgicCpu vcpu) {
        vcpu.area().set(Field.VGIC_HCR, vcpu.area().get(Field.VGIC_HCR) & ~ListRegister.HCR_UIE);
    }
}
