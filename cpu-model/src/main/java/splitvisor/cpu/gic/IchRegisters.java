package splitvisor.cpu.gic;

import splitvisor.cpu.sysreg.Ich;
import splitvisor.cpu.sysreg.RegisterUnit;
import splitvisor.cpu.sysreg.SysReg;

/// The hypervisor's side of the virtual CPU interface, ICH_*. ICH_HCR_EL2 is kept in the PE's bank as
/// well, where the trap checks look for its bits.
final class IchRegisters implements RegisterUnit {

    private static final int HCR_BITS =
            (int) (Ich.TC | Ich.TALL0 | Ich.TALL1 | Ich.TDIR) | 1 << 13 | 0x1f << 27 | 0xff;

    // ICH_VTR_EL2: priority and preemption bits, 24 INTID bits, Aff3 valid, no direct injection, TDIR.
    private static final long VTR =
            (long) (PriorityControl.BITS - 1) << 29
                    | PriorityControl.BITS - 1 << 26
                    | 1 << 23
                    | 1 << 21
                    | 1 << 20
                    | 1 << 19
                    | VirtualInterface.LIST_REGISTERS - 1;

    private final Gicv3 gic;
    private final int pe;
    private final VirtualInterface virtual;
    private final PriorityControl control;

    IchRegisters(Gicv3 gic, int pe) {
        this.gic = gic;
        this.pe = pe;
        this.virtual = gic.virtual[pe];
        this.control = virtual.control;
    }

    @Override
    public long read(SysReg register) {
        return switch (register) {
            case ICH_HCR_EL2 -> virtual.hcr & 0xffff_ffffL;
            case ICH_VTR_EL2 -> VTR;
            case ICH_MISR_EL2 -> virtual.misr();
            case ICH_EISR_EL2 -> virtual.eisr();
            case ICH_ELRSR_EL2 -> virtual.elrsr();
            case ICH_VMCR_EL2 -> Vmcr.pack(control) | Vmcr.VFIQEN;
            case ICH_AP0R0_EL2 -> control.active(0) & 0xffff_ffffL;
            case ICH_AP1R0_EL2 -> control.active(1) & 0xffff_ffffL;
            default -> virtual.lr[listRegister(register)];
        };
    }

    @Override
    public void write(SysReg register, long value) {
        switch (register) {
            case ICH_HCR_EL2 -> {
                virtual.hcr = (int) value & HCR_BITS;
                gic.cpus[pe].sys[SysReg.ICH_HCR_EL2.ordinal()] = virtual.hcr & 0xffff_ffffL;
            }
            case ICH_VMCR_EL2 -> Vmcr.unpack(value, control);
            case ICH_AP0R0_EL2 -> control.setActive(0, value);
            case ICH_AP1R0_EL2 -> control.setActive(1, value);
            default -> virtual.lr[listRegister(register)] = value & VirtualInterface.LR_BITS;
        }
        gic.update(pe);
    }

    private static int listRegister(SysReg register) {
        return switch (register) {
            case ICH_LR0_EL2 -> 0;
            case ICH_LR1_EL2 -> 1;
            case ICH_LR2_EL2 -> 2;
            case ICH_LR3_EL2 -> 3;
            default -> throw new IllegalArgumentException(register.name());
        };
    }
}
