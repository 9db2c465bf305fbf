package splitvisor.cpu.sysreg;

import splitvisor.cpu.Cpu;

/// One PE's system registers as MRS, MSR and SYS reach them: decode, traps, redirection, side effects.
/// Skeleton: the sysreg owner replaces the bodies and keeps the signatures.
public final class SystemRegisters {

    private final Cpu cpu;

    public SystemRegisters(Cpu cpu) {
        this.cpu = cpu;
    }

    /// Executes `MRS Xt, <encoding>` up to the value. `rt` only goes into the syndrome of a trap.
    public long read(int encoding, int rt) {
        throw cpu.undefined();
    }

    /// Executes `MSR <encoding>, Xt` with Xt's value.
    public void write(int encoding, int rt, long value) {
        throw cpu.undefined();
    }

    /// Executes MSR (immediate): DAIFSet, DAIFClr, SPSel, PAN, UAO, by op1, op2 and CRm.
    public void writeImmediate(int op1, int op2, int crm) {
        throw cpu.undefined();
    }

    /// Executes `SYS` (DC, IC, AT, TLBI): op0 = 1 in the encoding. `rt` as in [#read].
    public void sys(int encoding, int rt, long value) {
        throw cpu.undefined();
    }

    /// Called when PSTATE.EL, HCR_EL2 or anything else that selects a regime changed.
    public void regimeChanged() {}
}
