package splitvisor.cpu.gic;

import splitvisor.cpu.sysreg.RegisterUnit;
import splitvisor.cpu.sysreg.SysReg;

/// The virtual CPU interface as a guest sees it, ICV_*: what ICC_* names reach at EL1 when HCR_EL2.IMO or FMO
/// gives the guest virtual interrupts.
final class IcvRegisters implements RegisterUnit {

    private static final int INTID = 0xff_ffff;

    private final Gicv3 gic;
    private final int pe;
    private final VirtualInterface virtual;
    private final PriorityControl control;

    IcvRegisters(Gicv3 gic, int pe) {
        this.gic = gic;
        this.pe = pe;
        this.virtual = gic.virtual[pe];
        this.control = virtual.control;
    }

    @Override
    public long read(SysReg register) {
        return switch (register) {
            case ICV_IAR0_EL1 -> acknowledge(0);
            case ICV_IAR1_EL1 -> acknowledge(1);
            case ICV_HPPIR0_EL1 -> virtual.pendingOf(0);
            case ICV_HPPIR1_EL1 -> virtual.pendingOf(1);
            case ICV_RPR_EL1 -> control.running();
            case ICV_PMR_EL1 -> control.mask;
            case ICV_BPR0_EL1 -> control.binaryPoint(0);
            case ICV_BPR1_EL1 -> control.binaryPoint(1);
            case ICV_AP0R0_EL1 -> control.active(0) & 0xffff_ffffL;
            case ICV_AP1R0_EL1 -> control.active(1) & 0xffff_ffffL;
            case ICV_CTLR_EL1 -> IccRegisters.ctlr(control);
            case ICV_IGRPEN0_EL1 -> control.enabled(0) ? 1 : 0;
            case ICV_IGRPEN1_EL1 -> control.enabled(1) ? 1 : 0;
            default -> throw new IllegalArgumentException(register.name());
        };
    }

    @Override
    public void write(SysReg register, long value) {
        switch (register) {
            case ICV_EOIR0_EL1 -> virtual.end(0, (int) value & INTID);
            case ICV_EOIR1_EL1 -> virtual.end(1, (int) value & INTID);
            case ICV_DIR_EL1 -> virtual.deactivate((int) value & INTID);
            case ICV_PMR_EL1 -> control.setMask(value);
            case ICV_BPR0_EL1 -> control.setBinaryPoint(0, value);
            case ICV_BPR1_EL1 -> control.setBinaryPoint(1, value);
            case ICV_AP0R0_EL1 -> control.setActive(0, value);
            case ICV_AP1R0_EL1 -> control.setActive(1, value);
            case ICV_CTLR_EL1 -> IccRegisters.setCtlr(control, value);
            case ICV_IGRPEN0_EL1 -> control.enable(0, (value & 1) != 0);
            case ICV_IGRPEN1_EL1 -> control.enable(1, (value & 1) != 0);
            default -> throw new IllegalArgumentException(register.name());
        }
        gic.update(pe);
    }

    private int acknowledge(int group) {
        int intid = virtual.acknowledge(group);
        gic.update(pe);
        return intid;
    }
}
