package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Fields.field;
import static splitvisor.cpu.isa.Fields.rm;
import static splitvisor.cpu.isa.Fields.rn;
import static splitvisor.cpu.isa.Fields.signed;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.sysreg.SysReg;

/// The addressing modes of loads and stores (Arm ARM C1.3.3).
final class Addressing {

    private static final long SCTLR_SA = 1L << 3;
    private static final long SCTLR_SA0 = 1L << 4;

    private Addressing() {}

    /// The base register, with the check of a stack pointer's alignment.
    static long base(Cpu cpu, int insn) {
        int n = rn(insn);
        return n == 31 ? stackPointer(cpu) : cpu.x[n];
    }

    private static long stackPointer(Cpu cpu) {
        long sp = cpu.sp();
        if ((sp & 15) != 0 && checksStackPointer(cpu)) {
            throw cpu.exception(Ec.SP_ALIGN, 0);
        }
        return sp;
    }

    /// CheckSPAlignment: SA0 of the register that controls EL0, SA for the other levels.
    private static boolean checksStackPointer(Cpu cpu) {
        boolean byEl2 = cpu.el == 2 || cpu.el == 0 && cpu.e2h && cpu.tge;
        long sctlr = cpu.sys[(byEl2 ? SysReg.SCTLR_EL2 : SysReg.SCTLR_EL1).ordinal()];
        return (sctlr & (cpu.el == 0 ? SCTLR_SA0 : SCTLR_SA)) != 0;
    }

    /// The base register plus imm12 times the access size.
    static long scaled(Cpu cpu, int insn, int log2) {
        return base(cpu, insn) + ((long) field(insn, 10, 12) << log2);
    }

    /// The base register plus imm9.
    static long unscaled(Cpu cpu, int insn) {
        return base(cpu, insn) + imm9(insn);
    }

    static int imm9(int insn) {
        return signed(insn, 12, 9);
    }

    /// The base register plus Rm, extended by `option` and, with S, shifted by the access size.
    static long register(Cpu cpu, int insn, int log2) {
        int shift = (insn >>> 12 & 1) * log2;
        return base(cpu, insn) + Arithmetic.extend(cpu.x[rm(insn)], field(insn, 13, 3), shift);
    }

    /// A literal's address.
    static long literal(Cpu cpu, int insn) {
        return cpu.pc + (signed(insn, 5, 19) << 2);
    }

    /// The offset of a pair: imm7 times the size of one register.
    static long imm7(int insn, int log2) {
        return (long) signed(insn, 15, 7) << log2;
    }
}
