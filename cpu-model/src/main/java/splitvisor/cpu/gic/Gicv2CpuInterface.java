package splitvisor.cpu.gic;

import splitvisor.cpu.memory.Device;

/// A frame of GICv2 CPU interface registers: GICC, or GICV, which a hypervisor gives a guest in its place.
public final class Gicv2CpuInterface implements Device {

    private static final int CTLR = 0x000;
    private static final int PMR = 0x004;
    private static final int BPR = 0x008;
    private static final int IAR = 0x00c;
    private static final int EOIR = 0x010;
    private static final int RPR = 0x014;
    private static final int HPPIR = 0x018;
    private static final int ABPR = 0x01c;
    private static final int AIAR = 0x020;
    private static final int AEOIR = 0x024;
    private static final int AHPPIR = 0x028;
    private static final int APR0 = 0x0d0;
    private static final int NSAPR0 = 0x0e0;
    private static final int IIDR = 0x0fc;
    private static final int DIR = 0x1000;

    private static final int CTLR_GROUP0 = 1;
    private static final int CTLR_GROUP1 = 1 << 1;
    private static final int CTLR_ACKCTL = 1 << 2;
    private static final int CTLR_FIQEN = 1 << 3;
    private static final int CTLR_CBPR = 1 << 4;
    private static final int CTLR_EOIMODE = 1 << 9;

    /// GIC-400, r0p1.
    private static final int IIDR_VALUE = 0x0202_143b;

    /// "The highest pending interrupt is in Group 1 and AckCtl is 0."
    private static final int GROUP1_PENDING = 1022;

    private final Gicv2 gic;
    private final Gicv2Side side;
    private final String frame;

    private Gicv2CpuInterface(Gicv2 gic, Gicv2Side side, String frame) {
        this.gic = gic;
        this.side = side;
        this.frame = frame;
    }

    public static Gicv2CpuInterface physical(Gicv2 gic) {
        return new Gicv2CpuInterface(gic, new Gicv2Side.Physical(gic), "GICC");
    }

    public static Gicv2CpuInterface virtual(Gicv2 gic) {
        return new Gicv2CpuInterface(gic, new Gicv2Side.Virtual(gic), "GICV");
    }

    @Override
    public String register(long address) {
        String name = switch ((int) address) {
            case CTLR -> "CTLR";
            case PMR -> "PMR";
            case BPR -> "BPR";
            case IAR -> "IAR";
            case EOIR -> "EOIR";
            case RPR -> "RPR";
            case HPPIR -> "HPPIR";
            case ABPR -> "ABPR";
            case AIAR -> "AIAR";
            case AEOIR -> "AEOIR";
            case AHPPIR -> "AHPPIR";
            case APR0 -> "APR0";
            case NSAPR0 -> "NSAPR0";
            case IIDR -> "IIDR";
            case DIR -> "DIR";
            default -> null;
        };
        return name == null ? "%s+%#x".formatted(frame, address) : "%s_%s".formatted(frame, name);
    }

    @Override
    public long read(long address, int log2) {
        int pe = gic.accessor();
        PriorityControl control = side.control(pe);
        return switch ((int) address) {
            case CTLR -> ctlr(control);
            case PMR -> control.mask;
            case BPR -> control.binaryPoint(0);
            case ABPR -> control.binaryPoint(1);
            case IAR -> acknowledge(pe, false);
            case AIAR -> acknowledge(pe, true);
            case HPPIR -> pending(pe, false);
            case AHPPIR -> pending(pe, true);
            case RPR -> control.running();
            case APR0 -> control.active(0) & 0xffff_ffffL;
            case NSAPR0 -> control.active(1) & 0xffff_ffffL;
            case IIDR -> IIDR_VALUE;
            default -> 0;
        };
    }

    @Override
    public void write(long address, int log2, long value) {
        int pe = gic.accessor();
        PriorityControl control = side.control(pe);
        int id = (int) value & 0x1fff;
        switch ((int) address) {
            case CTLR -> setCtlr(control, (int) value);
            case PMR -> control.setMask(value);
            case BPR -> control.setBinaryPoint(0, value);
            case ABPR -> control.setBinaryPoint(1, value);
            case EOIR -> side.end(pe, -1, id);
            case AEOIR -> side.end(pe, 1, id);
            case DIR -> side.deactivate(pe, id);
            case APR0 -> control.setActive(0, value);
            case NSAPR0 -> control.setActive(1, value);
            default -> {}
        }
        gic.update(pe);
    }

    private int acknowledge(int pe, boolean aliased) {
        int group = side.signalledGroup(pe);
        if (group < 0 || aliased && group == 0) {
            return Gic.SPURIOUS;
        }
        if (!aliased && group == 1 && !side.control(pe).ackControl) {
            return GROUP1_PENDING;
        }
        int id = side.acknowledge(pe, group);
        gic.update(pe);
        return id;
    }

    private int pending(int pe, boolean aliased) {
        int group = side.pendingGroup(pe);
        if (group < 0 || aliased && group == 0) {
            return Gic.SPURIOUS;
        }
        return !aliased && group == 1 && !side.control(pe).ackControl ? GROUP1_PENDING : side.pending(pe);
    }

    private static int ctlr(PriorityControl control) {
        return (control.enabled(0) ? CTLR_GROUP0 : 0)
                | (control.enabled(1) ? CTLR_GROUP1 : 0)
                | (control.ackControl ? CTLR_ACKCTL : 0)
                | (control.fiqEnable ? CTLR_FIQEN : 0)
                | (control.commonBinaryPoint ? CTLR_CBPR : 0)
                | (control.eoiMode ? CTLR_EOIMODE : 0);
    }

    private static void setCtlr(PriorityControl control, int value) {
        control.enable(0, (value & CTLR_GROUP0) != 0);
        control.enable(1, (value & CTLR_GROUP1) != 0);
        control.ackControl = (value & CTLR_ACKCTL) != 0;
        control.fiqEnable = (value & CTLR_FIQEN) != 0;
        control.commonBinaryPoint = (value & CTLR_CBPR) != 0;
        control.eoiMode = (value & CTLR_EOIMODE) != 0;
    }
}
