package splitvisor.highvisor.kvm.vgic;

/// The registers with a field per interrupt, which GICD has for shared and GICR (in GICv2, GICD again) for
/// private interrupts, at the same offsets. KVM: vgic-mmio.c.
final class InterruptRegisters {

    private static final int WORD = 2;
    private static final int DOUBLEWORD = 3;
    private static final int ICFGR_EDGE = 2;
    private static final int PRIORITY_BITS = 0xf8; // KVM: VGIC_PRI_BITS
    private static final long AFFINITY = 0xff_ffff;

    /// The registers: offset of the first and width of a field. An access is to one word; byte fields also
    /// take bytes, doublewords their halves.
    enum Register {
        // spotless:off
        IGROUPR   (0x0080,  1),
        ISENABLER (0x0100,  1),
        ICENABLER (0x0180,  1),
        ISPENDR   (0x0200,  1),
        ICPENDR   (0x0280,  1),
        ISACTIVER (0x0300,  1),
        ICACTIVER (0x0380,  1),
        IPRIORITYR(0x0400,  8),
        ITARGETSR (0x0800,  8),
        ICFGR     (0x0c00,  2),
        IROUTER   (0x6000, 64);
        // spotless:on

        private final int offset;
        private final int bits;

        Register(int offset, int bits) {
            this.offset = offset;
            this.bits = bits;
        }

        private int length() {
            return 1024 * bits / 8;
        }

        private boolean takes(int log2) {
            return log2 == WORD || bits == 8 && log2 == 0 || bits == 64 && log2 == DOUBLEWORD;
        }

        static Register at(int offset) {
            for (Register register : values()) {
                if (offset >= register.offset && offset < register.offset + register.length()) {
                    return register;
                }
            }
            return null;
        }
    }

    private final Vgic vgic;
    private final int first;
    private final int end;

    /// The registers' part for interrupts `first` to `end` − 1, as many of them as there are; fields of others read as
    /// zero and ignore writes.
    InterruptRegisters(Vgic vgic, int first, int end) {
        this.vgic = vgic;
        this.first = first;
        this.end = end;
    }

    long read(VgicCpu of, int offset, int log2) {
        Register register = Register.at(offset);
        if (register == null || !register.takes(log2)) {
            return 0;
        }
        int intid = (offset - register.offset) * 8 / register.bits;
        boolean halts = halts(register, intid);
        if (halts) {
            of.vcpu.haltGuest();
        }
        long value = 0;
        for (int i = 0; i < fields(register, log2); i++) {
            VgicIrq irq = irq(of, intid + i);
            value |= irq == null ? 0 : field(register, irq) << i * register.bits;
        }
        if (halts) {
            of.vcpu.resumeGuest();
        }
        return (offset & 4) != 0 && register.bits == 64 ? value >>> 32 : value;
    }

    void write(VgicCpu of, int offset, int log2, long value) {
        Register register = Register.at(offset);
        if (register == null || !register.takes(log2) || (offset & 4) != 0 && register.bits == 64) {
            return; // the upper half of IROUTER is Aff3, which is not implemented
        }
        int intid = (offset - register.offset) * 8 / register.bits;
        boolean halts = halts(register, intid);
        if (halts) {
            of.vcpu.haltGuest();
        }
        for (int i = 0; i < fields(register, log2); i++) {
            VgicIrq irq = irq(of, intid + i);
            if (irq != null) {
                long field = value >>> i * register.bits;
                set(register, of, irq, register.bits == 64 ? field : field & (1 << register.bits) - 1);
            }
        }
        if (halts) {
            of.vcpu.resumeGuest();
        }
    }

    /// The active state of an interrupt that another vCPU may have in a list register is known, and can be changed,
    /// only while that one is not in the guest. A GICv2's private interrupts are touched by their own vCPU alone. KVM:
    /// vgic_access_active_prepare().
    private boolean halts(Register register, int intid) {
        boolean active = register == Register.ISACTIVER || register == Register.ICACTIVER;
        return active && (vgic.model == Vgic.Model.V3 || intid >= Vgic.PRIVATE);
    }

    private static int fields(Register register, int log2) {
        return Math.max(1, (8 << log2) / register.bits);
    }

    private VgicIrq irq(VgicCpu of, int intid) {
        return intid >= first && intid < end ? vgic.irq(of, intid) : null;
    }

    private long field(Register register, VgicIrq irq) {
        return switch (register) {
            case IGROUPR -> bit(irq.group1);
            case ISENABLER, ICENABLER -> bit(irq.enabled);
            case ISPENDR, ICPENDR -> bit(irq.isPending());
            case ISACTIVER, ICACTIVER -> bit(irq.active);
            case IPRIORITYR -> irq.priority;
            case ITARGETSR -> vgic.model == Vgic.Model.V2 ? irq.targets : 0;
            case ICFGR -> irq.level ? 0 : ICFGR_EDGE;
            case IROUTER -> irq.affinity;
        };
    }

    private static long bit(boolean set) {
        return set ? 1 : 0;
    }

    private void set(Register register, VgicCpu of, VgicIrq irq, long field) {
        boolean one = field != 0;
        switch (register) {
            case IGROUPR -> {
                irq.group1 = one;
                vgic.queue(irq);
            }
            case IPRIORITYR -> irq.priority = (int) field & PRIORITY_BITS;
            case ITARGETSR -> setTargets(irq, (int) field);
            case ICFGR -> {
                if (irq.intid >= Vgic.PRIVATE) {
                    irq.level = (field & ICFGR_EDGE) == 0;
                }
            }
            case IROUTER -> {
                irq.affinity = field & AFFINITY;
                irq.target = withAffinity(irq.affinity);
            }
            default -> {
                if (one) {
                    setBit(register, of, irq);
                }
            }
        }
    }

    /// A one in a set or clear register.
    private void setBit(Register register, VgicCpu of, VgicIrq irq) {
        switch (register) {
            case ISENABLER -> enable(irq);
            case ICENABLER -> irq.enabled = false;
            case ISPENDR -> setPending(irq);
            case ICPENDR -> clearPending(irq);
            case ISACTIVER -> changeActive(irq, true, of);
            case ICACTIVER -> changeActive(irq, false, of);
            default -> throw new IllegalArgumentException(register.name());
        }
    }

    /// KVM: vgic_mmio_write_senable().
    private void enable(VgicIrq irq) {
        if (irq.isMappedLevel()) {
            boolean wasHigh = irq.line;
            irq.line = irq.physical.level(); // it may have changed while nobody was told
            if (!irq.active && wasHigh && !irq.line) {
                irq.physical.setActive(false);
            }
        }
        irq.enabled = true;
        vgic.queue(irq);
    }

    /// KVM: vgic_mmio_write_spending(). GICv2 SGIs have registers of their own for that.
    private void setPending(VgicIrq irq) {
        if (vgic.isV2Sgi(irq)) {
            return;
        }
        irq.pendingLatch = true;
        if (irq.isHardware()) {
            irq.physical.setActive(true); // so that the guest's end of it has something to end
        }
        vgic.queue(irq);
    }

    /// KVM: vgic_mmio_write_cpending().
    private void clearPending(VgicIrq irq) {
        if (vgic.isV2Sgi(irq)) {
            return;
        }
        irq.pendingLatch = false;
        if (irq.isHardware() && !irq.active) {
            irq.physical.setActive(false); // or the physical interrupt stayed masked
        }
    }

    /// KVM: vgic_mmio_change_active().
    private void changeActive(VgicIrq irq, boolean active, VgicCpu of) {
        irq.active = active;
        if (irq.isHardware()) {
            irq.physical.setActive(active);
        } else if (active && vgic.isV2Sgi(irq)) {
            irq.activeSource = of.vcpu.index();
        }
        if (active) {
            vgic.queue(irq);
        }
    }

    /// GICD_ITARGETSR: KVM delivers to the lowest CPU named. KVM: vgic_mmio_write_target().
    private void setTargets(VgicIrq irq, int targets) {
        if (vgic.model == Vgic.Model.V2 && irq.intid >= Vgic.PRIVATE) {
            irq.targets = targets & (1 << vgic.cpus().size()) - 1;
            int lowest = irq.targets == 0 ? 0 : Integer.numberOfTrailingZeros(irq.targets);
            irq.target = vgic.cpus().get(lowest);
        }
    }

    /// KVM: kvm_mpidr_to_vcpu().
    private VgicCpu withAffinity(long affinity) {
        return vgic.cpus().stream().filter(of -> of.vcpu.mpidr() == affinity).findFirst().orElse(null);
    }
}
