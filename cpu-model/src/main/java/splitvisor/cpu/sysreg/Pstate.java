package splitvisor.cpu.sysreg;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;

/// PSTATE's fields as MRS, MSR (register) and MSR (immediate) know them (Arm ARM C5.2).
final class Pstate implements RegisterUnit {

    private static final int XZR = 31;

    private final Cpu cpu;

    Pstate(Cpu cpu) {
        this.cpu = cpu;
    }

    @Override
    public long read(SysReg register) {
        return switch (register) {
            case NZCV -> (long) cpu.nzcv << 28;
            case DAIF -> (long) cpu.daif << 6;
            case SPSel -> cpu.spSel ? 1 : 0;
            case CurrentEL -> (long) cpu.el << 2;
            case PAN -> cpu.pan ? 1L << 22 : 0;
            case UAO -> cpu.uao ? 1L << 23 : 0;
            default -> throw new IllegalStateException(register.name());
        };
    }

    @Override
    public void write(SysReg register, long value) {
        switch (register) {
            case NZCV -> cpu.nzcv = (int) (value >>> 28) & 15;
            case DAIF -> setDaif((int) (value >>> 6) & 15);
            case SPSel -> setSpSel((value & 1) != 0);
            case PAN -> setPan((value >>> 22 & 1) != 0);
            case UAO -> setUao((value >>> 23 & 1) != 0);
            default -> throw new IllegalStateException(register.name());
        }
    }

    /// MSR (immediate); returns the field it wrote.
    SysReg writeImmediate(int op1, int op2, int crm) {
        SysReg field = field(op1, op2);
        if (field == null || cpu.el < field.spec.minimumEl()) {
            throw cpu.undefined();
        }
        if (field == SysReg.DAIF && cpu.el == 0) {
            SysReg control = cpu.e2h && cpu.tge ? SysReg.SCTLR_EL2 : SysReg.SCTLR_EL1;
            if ((cpu.sys[control.ordinal()] & Sctlr.UMA) == 0) {
                throw cpu.trap(Ec.SYS64, AccessCheck.iss(Spec.encode(0, op1, 4, crm, op2), XZR, false), 1);
            }
        }
        switch (field) {
            case UAO -> setUao((crm & 1) != 0);
            case PAN -> setPan((crm & 1) != 0);
            case SPSel -> setSpSel((crm & 1) != 0);
            default -> setDaif(op2 == 6 ? cpu.daif | crm : cpu.daif & ~crm);
        }
        if (cpu.observer != null) {
            String name = field != SysReg.DAIF ? field.name().toLowerCase(java.util.Locale.ROOT)
                    : op2 == 6 ? "daifset" : "daifclr";
            cpu.observer.operation(cpu, "msr %s, #%d".formatted(name, crm));
        }
        return field;
    }

    /// The field that op1 and op2, read as two digits, select.
    private static SysReg field(int op1, int op2) {
        return switch (op1 * 10 + op2) {
            case 3 -> SysReg.UAO;
            case 4 -> SysReg.PAN;
            case 5 -> SysReg.SPSel;
            case 36, 37 -> SysReg.DAIF; // DAIFSet, DAIFClr
            default -> null;
        };
    }

    private void setDaif(int daif) {
        cpu.daif = daif;
        cpu.attention = true; // something may have become takeable
    }

    private void setSpSel(boolean spSel) {
        if (cpu.spSel != spSel) {
            cpu.spSel = spSel;
            cpu.regimeChanged();
        }
    }

    private void setPan(boolean pan) {
        if (cpu.pan != pan) {
            cpu.pan = pan;
            cpu.mmu.contextChanged();
        }
    }

    private void setUao(boolean uao) {
        if (cpu.uao != uao) {
            cpu.uao = uao;
            cpu.mmu.contextChanged();
        }
    }
}
