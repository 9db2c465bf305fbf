package splitvisor.benchmarks.lab;

import splitvisor.cpu.sysreg.IdValues;
import splitvisor.cpu.sysreg.RegisterName;
import splitvisor.cpu.sysreg.SaveClass;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;

/// A guest's MRS, MSR or SYS that trapped, and what is to come of it.
///
/// @param encoding op0:op1:CRn:CRm:op2
/// @param rt the general-purpose register, 31 for XZR
/// @param read whether it is an MRS
record TrappedAccess(int encoding, int rt, boolean read) {

    private static final int ID_SPACE = 3 << 14;
    private static final int ID_SPACE_MASK = 0xff80;
    private static final long DFR0_PMUVER_DEBUGVER = 0xf0f;
    private static final long DFR0_DEBUG_V8 = 6;

    /// What the guest is to see of it.
    enum Fate {
        /// A read gives [#value].
        VALUE,
        /// A write is done.
        WRITTEN,
        /// Nothing happens.
        IGNORED,
        UNDEFINED
    }

    /// Decodes the ISS of EC 0x18 (Arm ARM D17.2.37).
    static TrappedAccess of(long esr) {
        int iss = (int) esr;
        int encoding = (iss >>> 20 & 3) << 14 | (iss >>> 14 & 7) << 11 | (iss >>> 10 & 15) << 7
                | (iss >>> 1 & 15) << 3 | iss >>> 17 & 7;
        return new TrappedAccess(encoding, iss >>> 5 & 31, (iss & 1) != 0);
    }

    Fate fate() {
        if (isSetWay()) {
            return Fate.IGNORED;
        }
        boolean identification = isIdentification() && read;
        boolean known = reg() != null && (reg() == SysReg.ACTLR_EL1 || reg().saveClass() == SaveClass.EL1);
        if (!identification && !known) {
            return Fate.UNDEFINED;
        }
        return read ? Fate.VALUE : reg() == SysReg.ACTLR_EL1 ? Fate.IGNORED : Fate.WRITTEN;
    }

    /// What the guest is to read, when `system` is what the PE's registers held.
    long value(long[] system) {
        SysReg reg = reg();
        if (reg == null || reg == SysReg.ACTLR_EL1) {
            return 0;
        }
        return switch (reg) {
            case ID_AA64PFR0_EL1 -> IdValues.PFR0 | IdValues.PFR0_GIC;
            case ID_AA64DFR0_EL1 -> IdValues.DFR0 & ~DFR0_PMUVER_DEBUGVER | DFR0_DEBUG_V8;
            default -> system[reg.ordinal()];
        };
    }

    String rule() {
        if (isSetWay()) {
            return "Set/way maintenance traps so that KVM can see to its caches; to the guest it is done. "
                    + "KVM: access_dcsw().";
        } else if (isIdentification() && name().startsWith("S3_")) {
            return "Encodings that are kept for identification registers to come read as zero. "
                    + "KVM: ID_UNALLOCATED(), Arm ARM D17.1.3.";
        } else if (reg() == SysReg.ID_AA64DFR0_EL1) {
            return "A guest that has no PMU must not find one, and its debug architecture is Armv8.0's. "
                    + "KVM: read_id_reg().";
        } else if (isIdentification()) {
            return "HCR_EL2.TID3 traps the identification registers so that KVM can say what the guest's CPU has: "
                    + "what the host's has, with exceptions. KVM: read_id_reg().";
        } else if (reg() == SysReg.ACTLR_EL1) {
            return "ACTLR_EL1 reads as zero, and writes do nothing. KVM: access_actlr().";
        }
        return "A trapped access is done for the guest. KVM: access_vm_reg().";
    }

    /// As in assembly: `MRS X3, ID_AA64PFR0_EL1`.
    String text() {
        String register = rt == 31 ? "XZR" : "X" + rt;
        if (isSetWay()) {
            return "%s, %s".formatted(name(), register);
        }
        return read ? "MRS %s, %s".formatted(register, name()) : "MSR %s, %s".formatted(name(), register);
    }

    String name() {
        return SysReg.nameOf(encoding);
    }

    /// The register, or null when the encoding has no name or is an instruction's.
    SysReg reg() {
        RegisterName named = SysReg.named(name());
        return named instanceof SysReg reg ? reg : null;
    }

    private boolean isIdentification() {
        return (encoding & ID_SPACE_MASK) == ID_SPACE;
    }

    private boolean isSetWay() {
        SysOp op = SysOp.of(encoding);
        return op == SysOp.DC_ISW || op == SysOp.DC_CSW || op == SysOp.DC_CISW;
    }
}
