package splitvisor.cpu.gic;

import splitvisor.cpu.memory.Device;

/// GICH: a hypervisor's view of the virtual CPU interface of the accessing PE, in GICv2's layouts.
public final class Gicv2Hypervisor implements Device {

    private static final int HCR = 0x000;
    private static final int VTR = 0x004;
    private static final int VMCR = 0x008;
    private static final int MISR = 0x010;
    private static final int EISR0 = 0x020;
    private static final int EISR1 = 0x024;
    private static final int ELRSR0 = 0x030;
    private static final int ELRSR1 = 0x034;
    private static final int APR = 0x0f0;
    private static final int LR0 = 0x100;

    private static final int HCR_BITS = 0x1f << 27 | 0xff;

    // Priority and preemption bits, list registers.
    private static final long VTR_VALUE =
            (long) (PriorityControl.BITS - 1) << 29
                    | PriorityControl.BITS - 1 << 26
                    | VirtualInterface.LIST_REGISTERS - 1;

    private final Gicv2 gic;

    public Gicv2Hypervisor(Gicv2 gic) {
        this.gic = gic;
    }

    @Override
    public long read(long address, int log2) {
        int offset = (int) address;
        VirtualInterface virtual = gic.virtual[gic.accessor()];
        PriorityControl control = virtual.control;
        if (isListRegister(offset)) {
            return narrow(virtual.lr[offset - LR0 >> 2]);
        }
        return switch (offset) {
            case HCR -> virtual.hcr & 0xffff_ffffL;
            case VTR -> VTR_VALUE;
            case VMCR -> Vmcr.pack(control)
                    | (control.ackControl ? Vmcr.VACKCTL : 0)
                    | (control.fiqEnable ? Vmcr.VFIQEN : 0);
            case MISR -> virtual.misr();
            case EISR0 -> virtual.eisr();
            case ELRSR0 -> virtual.elrsr();
            case APR -> (control.active(0) | control.active(1)) & 0xffff_ffffL;
            default -> 0;
        };
    }

    @Override
    public void write(long address, int log2, long value) {
        int offset = (int) address;
        int pe = gic.accessor();
        VirtualInterface virtual = gic.virtual[pe];
        PriorityControl control = virtual.control;
        if (isListRegister(offset)) {
            virtual.lr[offset - LR0 >> 2] = wide(value);
        }
        switch (offset) {
            case HCR -> virtual.hcr = (int) value & HCR_BITS;
            case VMCR -> {
                Vmcr.unpack(value, control);
                control.ackControl = (value & Vmcr.VACKCTL) != 0;
                control.fiqEnable = (value & Vmcr.VFIQEN) != 0;
            }
            case APR -> { // one register for both groups
                control.setActive(0, value);
                control.setActive(1, 0);
            }
            default -> {}
        }
        gic.update(pe);
    }

    @Override
    public String register(long address) {
        int offset = (int) address;
        if (isListRegister(offset)) {
            return "GICH_LR" + (offset - LR0 >> 2);
        }
        return switch (offset) {
            case HCR -> "GICH_HCR";
            case VTR -> "GICH_VTR";
            case VMCR -> "GICH_VMCR";
            case MISR -> "GICH_MISR";
            case EISR0 -> "GICH_EISR0";
            case EISR1 -> "GICH_EISR1";
            case ELRSR0 -> "GICH_ELRSR0";
            case ELRSR1 -> "GICH_ELRSR1";
            case APR -> "GICH_APR";
            default -> "GICH+%#x".formatted(offset);
        };
    }

    private static boolean isListRegister(int offset) {
        return offset >= LR0 && offset < LR0 + 4 * VirtualInterface.LIST_REGISTERS;
    }

    /// GICH_LR from GICv3's layout: VirtualID [9:0], PhysicalID [19:10], Priority [27:23], State [29:28], Grp1
    /// [30], HW [31]. The EOI flag is bit 9 of the physical ID in both.
    private static long narrow(long entry) {
        return entry & 0x3ff
                | (entry >>> VirtualInterface.PINTID_SHIFT & 0x3ff) << 10
                | (entry >>> VirtualInterface.PRIORITY_SHIFT + 3 & 0x1f) << 23
                | (entry >>> 62 & 3) << 28
                | (entry >>> 60 & 1) << 30
                | (entry >>> 61 & 1) << 31;
    }

    private static long wide(long entry) {
        return entry & 0x3ff
                | (entry >>> 10 & 0x3ff) << VirtualInterface.PINTID_SHIFT
                | (entry >>> 23 & 0x1f) << VirtualInterface.PRIORITY_SHIFT + 3
                | (entry >>> 28 & 3) << 62
                | (entry >>> 30 & 1) << 60
                | (entry >>> 31 & 1) << 61;
    }
}
