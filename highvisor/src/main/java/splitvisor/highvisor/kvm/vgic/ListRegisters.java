package splitvisor.highvisor.kvm.vgic;

import java.util.List;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.ListRegister;
import splitvisor.highvisor.hyp.VcpuArea.Field;
import splitvisor.highvisor.kernel.KernelPath;

/// Turns virtual interrupts into list registers before the guest runs, and what the guest did with them back
/// into interrupts after it. KVM: vgic_flush_lr_state(), vgic.c; vgic_v3_populate_lr(), vgic_v3_fold_lr_state(),
/// vgic-v3.c, and their counterparts of vgic-v2.c.
final class ListRegisters {

    private static final int LEAST_URGENT = 0xff;

    private final HostedCpu cpu;
    private final Vgic vgic;

    ListRegisters(HostedCpu cpu, Vgic vgic) {
        this.cpu = cpu;
        this.vgic = vgic;
    }

    /// Gives the `limit` list registers to what the vCPU has to deal with, the most urgent first if it does not
    /// fit. KVM: vgic_flush_lr_state().
    void fill(VgicCpu of, int limit) {
        List<VgicIrq> list = of.activeOrPending;
        boolean multiSgi = of.hasMultiSgi();
        if (multiSgi || of.wantedListRegisters() > limit) {
            cpu.path(KernelPath.VGIC_SORT_AP_LIST);
            list.sort(VgicIrq::compare);
        }
        int used = 0;
        int priorityOfMulti = LEAST_URGENT;
        for (int i = 0; i < list.size(); i++) {
            VgicIrq irq = list.get(i);
            if (multiSgi && irq.priority > priorityOfMulti) {
                break; // nothing less urgent before all senders of an SGI were served
            }
            if (irq.destination(vgic.enabled) == of) {
                cpu.path(KernelPath.VGIC_POPULATE_LR);
                populate(of, irq, used++);
                priorityOfMulti = irq.sources != 0 ? irq.priority : priorityOfMulti;
            }
            if (used == limit) {
                if (i < list.size() - 1) {
                    setUnderflow(of);
                }
                break;
            }
        }
        for (int n = used; n < limit; n++) {
            clear(of, n);
        }
        of.useListRegisters(used);
    }

    /// Puts an interrupt into a list register. An edge is consumed by that; a level is not.
    private void populate(VgicCpu vcpu, VgicIrq irq, int n) {
        long lr = ListRegister.of(irq.intid, irq.priority);
        lr |= irq.group1 ? ListRegister.GROUP1 : 0;
        boolean v2Sgi = vgic.isV2Sgi(irq);
        boolean mayBePending = true;
        if (irq.active) {
            lr |= ListRegister.ACTIVE;
            lr |= v2Sgi ? ListRegister.physicalId(irq.activeSource) : 0;
            if (irq.isMultiSgi()) { // the next sender's turn comes when this one is done
                mayBePending = false;
                lr |= ListRegister.EOI;
            }
        }
        if (irq.isHardware()) {
            lr |= ListRegister.HW | ListRegister.physicalId(irq.hwIntid);
            mayBePending &= !irq.active; // the physical distributor keeps its pending state
        } else if (irq.level) {
            lr |= ListRegister.EOI; // its line must be looked at again
            mayBePending &= !irq.active;
        }
        if (mayBePending && irq.isPending()) {
            lr |= ListRegister.PENDING;
            irq.pendingLatch &= irq.level;
            lr |= v2Sgi ? takeSource(irq) : 0;
        }
        if (irq.isMappedLevel() && (lr & ListRegister.PENDING) != 0) {
            irq.line = false; // only rising edges of a mapped line are reported to us
        }
        vcpu.area().set(Field.listRegister(n), lr);
    }

    /// One of the senders of a GICv2 SGI; if there are more, the end of this one must be seen.
    private static long takeSource(VgicIrq irq) {
        int source = Integer.numberOfTrailingZeros(irq.sources);
        irq.sources &= irq.sources - 1;
        irq.pendingLatch |= irq.sources != 0;
        return ListRegister.physicalId(source) | (irq.sources != 0 ? ListRegister.EOI : 0);
    }

    /// After the guest has run: the `used` ones are read back. KVM: vgic_v3_fold_lr_state().
    void fold(VgicCpu of, int used) {
        cpu.path(KernelPath.VGIC_FOLD_LR_STATE);
        clearUnderflow(of);
        for (int n = 0; n < used; n++) {
            cpu.path(KernelPath.VGIC_FOLD_LR);
            readBack(of, n);
        }
        of.useListRegisters(0);
    }

    /// Reads a list register back.
    private void readBack(VgicCpu vcpu, int n) {
        long lr = vcpu.area().get(Field.listRegister(n));
        VgicIrq irq = vgic.irq(vcpu, ListRegister.intid(lr));
        boolean pending = (lr & ListRegister.PENDING) != 0;
        boolean active = (lr & ListRegister.ACTIVE) != 0;
        boolean deactivated = irq.active && !active;
        boolean v2Sgi = vgic.isV2Sgi(irq);
        irq.active = active;
        if (active && v2Sgi) {
            irq.activeSource = ListRegister.source(lr);
        }
        if (pending && !irq.level) {
            irq.pendingLatch = true; // the guest has not seen the edge yet
            irq.sources |= v2Sgi ? 1 << ListRegister.source(lr) : 0;
        }
        if (irq.level && (lr & ListRegister.STATE) == 0) {
            irq.pendingLatch = false; // software's pending state was acknowledged
        }
        resample(irq, deactivated, pending);
    }

    /// A mapped line may have gone low while the guest ran, or still be high after the guest thought it was
    /// done. KVM: vgic_irq_handle_resampling().
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
