package splitvisor.cpu.gic;

import splitvisor.cpu.sysreg.RegisterUnit;
import splitvisor.cpu.sysreg.SysReg;

/// The physical CPU interface of a PE as system registers, ICC_*. System-register access cannot be turned
/// off, so ICC_SRE_ELx are constants of the register table.
final class IccRegisters implements RegisterUnit {

    // ICC_CTLR_EL1: Aff3 valid, 24 INTID bits, five priority bits.
    static final int CTLR_CONSTANT = 1 << 15 | 1 << 11 | PriorityControl.BITS - 1 << 8;
    static final int CTLR_EOIMODE = 2;
    static final int CTLR_CBPR = 1;

    private static final int INTID = 0xff_ffff;

    private final Gicv3 gic;
    private final int pe;
    private final PriorityControl control;

    IccRegisters(Gicv3 gic, int pe) {
        this.gic = gic;
        this.pe = pe;
        this.control = gic.physical[pe];
    }

    @Override
    public long read(SysReg register) {
        return switch (register) {
            case ICC_IAR0_EL1 -> gic.acknowledge(pe, 0);
            case ICC_IAR1_EL1 -> gic.acknowledge(pe, 1);
            case ICC_HPPIR0_EL1 -> highestPending(0);
            case ICC_HPPIR1_EL1 -> highestPending(1);
            case ICC_RPR_EL1 -> control.running();
            case ICC_PMR_EL1 -> control.mask;
            case ICC_BPR0_EL1 -> control.binaryPoint(0);
            case ICC_BPR1_EL1 -> control.binaryPoint(1);
            case ICC_AP0R0_EL1 -> control.active(0) & 0xffff_ffffL;
            case ICC_AP1R0_EL1 -> control.active(1) & 0xffff_ffffL;
            case ICC_CTLR_EL1 -> ctlr(control);
            case ICC_IGRPEN0_EL1 -> control.enabled(0) ? 1 : 0;
            case ICC_IGRPEN1_EL1 -> control.enabled(1) ? 1 : 0;
            default -> throw new IllegalArgumentException(register.name());
        };
    }

    @Override
    public void write(SysReg register, long value) {
        switch (register) {
            case ICC_EOIR0_EL1 -> gic.end(pe, 0, (int) value & INTID);
            case ICC_EOIR1_EL1 -> gic.end(pe, 1, (int) value & INTID);
            case ICC_DIR_EL1 -> {
                if (control.eoiMode) {
                    gic.deactivate(pe, (int) value & INTID);
                }
            }
            case ICC_SGI0R_EL1, ICC_ASGI1R_EL1 -> sendSgi(0, value);
            case ICC_SGI1R_EL1 -> sendSgi(1, value);
            case ICC_PMR_EL1 -> control.setMask(value);
            case ICC_BPR0_EL1 -> control.setBinaryPoint(0, value);
            case ICC_BPR1_EL1 -> control.setBinaryPoint(1, value);
            case ICC_AP0R0_EL1 -> control.setActive(0, value);
            case ICC_AP1R0_EL1 -> control.setActive(1, value);
            case ICC_CTLR_EL1 -> setCtlr(control, value);
            case ICC_IGRPEN0_EL1 -> control.enable(0, (value & 1) != 0);
            case ICC_IGRPEN1_EL1 -> control.enable(1, (value & 1) != 0);
            default -> throw new IllegalArgumentException(register.name());
        }
        gic.update(pe);
    }

    /// ICC_CTLR_EL1 or ICV_CTLR_EL1, which look the same.
    static long ctlr(PriorityControl control) {
        return CTLR_CONSTANT | (control.eoiMode ? CTLR_EOIMODE : 0) | (control.commonBinaryPoint ? CTLR_CBPR : 0);
    }

    static void setCtlr(PriorityControl control, long value) {
        control.eoiMode = (value & CTLR_EOIMODE) != 0;
        control.commonBinaryPoint = (value & CTLR_CBPR) != 0;
    }

    private int highestPending(int group) {
        int intid = gic.highestPending(pe);
        return intid != Gic.SPURIOUS && gic.group(pe, intid) == group ? intid : Gic.SPURIOUS;
    }

    /// Sends an SGI to the listed PEs, or with IRM to all others, where it is configured in `group`. With
    /// one Security state ICC_ASGI1R_EL1 reaches Group 0 like ICC_SGI0R_EL1 (GIC specification 12.2.14).
    private void sendSgi(int group, long value) {
        int sgi = (int) (value >>> 24) & 0xf;
        boolean allOthers = (value >>> 40 & 1) != 0;
        long affinity = value >>> 16 & 0xff | value >>> 32 & 0xff | value >>> 48 & 0xff;
        int first = (int) (value >>> 44 & 0xf) * 16; // RangeSelector
        for (int target = 0; target < gic.pes; target++) {
            boolean listed =
                    affinity == 0 && target >= first && target < first + 16 && (value >>> target - first & 1) != 0;
            if ((allOthers ? target != pe : listed) && gic.local[target].group(sgi) == group) {
                gic.local[target].latch(sgi, true);
                gic.update(target);
            }
        }
    }
}
