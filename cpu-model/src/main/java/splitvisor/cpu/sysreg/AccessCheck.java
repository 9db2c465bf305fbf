package splitvisor.cpu.sysreg;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.SynchronousException;

/// Whether an access to a system register or a system instruction may proceed, and what it reaches: the slow
/// path of every MRS, MSR and SYS, in the order in which the Arm ARM's accessor pseudocode asks (D17.1.1,
/// and the pages of the registers).
///
/// 1. Does the encoding exist, in this direction, with this feature, at this EL? If not, UNDEFINED.
/// 2. At EL0: has the kernel that EL0 belongs to opened it? If not, a trap to that kernel.
/// 3. At EL0 and EL1: does the hypervisor want to know? If so, a trap to EL2.
/// 4. Which register does the name reach?
final class AccessCheck {

    private final Cpu cpu;
    private final long[] sys;

    AccessCheck(Cpu cpu) {
        this.cpu = cpu;
        this.sys = cpu.sys;
    }

    /// The register that the access reaches; raises what the access raises instead.
    SysReg reach(int encoding, int rt, boolean read) {
        int name = Views.NAMES[encoding];
        if (name == Views.UNKNOWN) {
            throw unallocated(encoding, rt, read);
        }
        boolean alias = name >= Views.ROWS;
        SysReg row = Views.REGISTERS[alias ? name - Views.ROWS : name];
        Spec spec = row.spec;
        boolean exists = (read ? spec.readable : spec.writable) && has(spec.feature);
        if (alias) {
            // _EL12 and _EL02 names exist at EL2 while it hosts, and nowhere else (without FEAT_NV).
            if (!exists || cpu.el < 2 || !cpu.e2h) {
                throw cpu.undefined();
            }
            return row;
        }
        int minimumEl = read ? spec.minimumEl() : Math.max(spec.minimumEl(), spec.writeFrom);
        if (!exists || cpu.el < minimumEl || spec.needsSpSel && !cpu.spSel) {
            throw cpu.undefined();
        }
        check(spec, encoding, rt, read);
        return redirected(row, read);
    }

    /// As [#reach] for a system instruction.
    void sys(SysOp op, int encoding, int rt) {
        if (op == null) {
            throw unallocated(encoding, rt, false);
        }
        if (cpu.el < op.spec.minimumEl() || !has(op.spec.feature)) {
            throw cpu.undefined();
        }
        check(op.spec, encoding, rt, false);
    }

    /// ISS of exception class 0x18 (Arm ARM D17.2.37): op0, op2, op1, CRn, Rt, CRm, direction.
    static int iss(int encoding, int rt, boolean read) {
        int op0 = encoding >>> 14 & 3;
        int op1 = encoding >>> 11 & 7;
        int crn = encoding >>> 7 & 15;
        int crm = encoding >>> 3 & 15;
        int op2 = encoding & 7;
        return op0 << 20 | op2 << 17 | op1 << 14 | crn << 10 | (rt & 31) << 5 | crm << 1 | (read ? 1 : 0);
    }

    private void check(Spec spec, int encoding, int rt, boolean read) {
        if (cpu.el == 2 && !spec.fp) {
            return;
        }
        if (cpu.el == 0) {
            for (Enable enable : spec.enables) {
                if ((read ? enable.reads() : enable.writes()) && !opened(cpu, enable)) {
                    throw cpu.trap(Ec.SYS64, iss(encoding, rt, read), 1);
                }
            }
        }
        if (cpu.el < 2) {
            for (Trap trap : spec.traps) {
                if ((read ? trap.reads() : trap.writes()) && armed(cpu, cpu.el, trap)) {
                    throw cpu.trap(Ec.SYS64, iss(encoding, rt, read), 2);
                }
            }
        }
        if (spec.fp && cpu.fpTrapped) {
            throw cpu.registers.fpTrap();
        }
    }

    /// Whether the kernel of EL0 lets it in. A host's kernel says so in the EL2 counterpart of the control.
    static boolean opened(Cpu cpu, Enable enable) {
        SysReg control = Views.redirect(enable.control(), 2, cpu.e2h && cpu.tge);
        boolean set = (cpu.sys[control.ordinal()] & enable.bits()) != 0;
        return set != enable.whenClear();
    }

    /// Whether EL2 traps an access from `el`. A host's EL0 has no hypervisor above it: only MDCR_EL2's traps reach
    /// it, and with HCR_EL2.TGE those of debug registers are always armed (Arm ARM D19.2.48, TGE).
    static boolean armed(Cpu cpu, int el, Trap trap) {
        long bits = cpu.e2h ? trap.bitsE2h() : trap.bits();
        long control = cpu.sys[trap.control().ordinal()];
        if (trap.control() == SysReg.MDCR_EL2) {
            return ((cpu.tge ? control | Mdcr.DEBUG_TRAPS : control) & bits) != 0;
        }
        return !(el == 0 && cpu.e2h && cpu.tge) && (control & bits) != 0 != trap.whenClear();
    }

    private SysReg redirected(SysReg row, boolean read) {
        Spec spec = row.spec;
        if (cpu.el == 1) {
            if (read && spec.el1Reads != null) {
                return spec.el1Reads;
            }
            boolean toGuest = (sys[SysReg.HCR_EL2.ordinal()] & spec.virtualBits) != 0;
            return toGuest ? spec.virtualRegister : row;
        }
        return Views.redirect(row, cpu.el, cpu.e2h && (cpu.el == 2 || cpu.tge));
    }

    private boolean has(Feature feature) {
        return feature != Feature.ERROR_RECORDS
                && (feature != Feature.GICV3 || cpu.units[Unit.GIC.ordinal()] != null);
    }

    /// Nobody has the encoding. HCR_EL2.TIDCP claims those that are left to implementations, CRn 11 and 15, also
    /// where, as here, there is nothing behind them (Arm ARM D19.2.48).
    private SynchronousException unallocated(int encoding, int rt, boolean read) {
        int crn = encoding >>> 7 & 15;
        boolean implementationDefined = (crn == 11 || crn == 15) && (encoding >>> 14 & 1) != 0;
        boolean guest = cpu.el == 1 || cpu.el == 0 && !(cpu.e2h && cpu.tge);
        if (implementationDefined && guest && (sys[SysReg.HCR_EL2.ordinal()] & Hcr.TIDCP) != 0) {
            return cpu.trap(Ec.SYS64, iss(encoding, rt, read), 2);
        }
        return cpu.undefined();
    }
}
