package splitvisor.cpu.sysreg;

import splitvisor.cpu.cost.CostGroup;

/// Every system register the machine knows, one entry each (skeleton; see docs of the sysreg owner).
public enum SysReg implements RegisterName {
    HCR_EL2(3, 4, 1, 1, 0),
    SCTLR_EL2(3, 4, 1, 0, 0),
    SCTLR_EL1(3, 0, 1, 0, 0),
    VBAR_EL2(3, 4, 12, 0, 0),
    VBAR_EL1(3, 0, 12, 0, 0),
    ESR_EL2(3, 4, 5, 2, 0),
    ESR_EL1(3, 0, 5, 2, 0),
    FAR_EL2(3, 4, 6, 0, 0),
    FAR_EL1(3, 0, 6, 0, 0),
    HPFAR_EL2(3, 4, 6, 0, 4),
    ELR_EL2(3, 4, 4, 0, 1),
    ELR_EL1(3, 0, 4, 0, 1),
    SPSR_EL2(3, 4, 4, 0, 0),
    SPSR_EL1(3, 0, 4, 0, 0),
    SP_EL2(3, 6, 4, 1, 0),
    SP_EL1(3, 4, 4, 1, 0),
    SP_EL0(3, 0, 4, 1, 0),
    MDSCR_EL1(2, 0, 0, 2, 2),
    MDCR_EL2(3, 4, 1, 1, 1),
    VSESR_EL2(3, 4, 5, 2, 3),
    ;

    private final int encoding;

    SysReg(int op0, int op1, int crn, int crm, int op2) {
        this.encoding = encoding(op0, op1, crn, crm, op2);
    }

    static int encoding(int op0, int op1, int crn, int crm, int op2) {
        return op0 << 14 | op1 << 11 | crn << 7 | crm << 3 | op2;
    }

    @Override
    public int encoding() {
        return encoding;
    }

    @Override
    public String assemblyName() {
        return name();
    }

    /// The `_EL12` (or, for timers, `_EL02`) name of this register: the same encoding with op1 = 5.
    public RegisterName el12() {
        throw new IllegalStateException("skeleton");
    }

    /// What moving it costs and where a breakdown counts it.
    public CostGroup costGroup() {
        return CostGroup.OTHER;
    }
}
