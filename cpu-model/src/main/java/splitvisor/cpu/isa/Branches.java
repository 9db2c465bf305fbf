package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Arithmetic.holds;
import static splitvisor.cpu.isa.Fields.field;
import static splitvisor.cpu.isa.Fields.narrow;
import static splitvisor.cpu.isa.Fields.rd;
import static splitvisor.cpu.isa.Fields.rn;
import static splitvisor.cpu.isa.Fields.signed;

import splitvisor.cpu.BranchAddress;
import splitvisor.cpu.Cpu;

/// Branches (Arm ARM C4.1.93): the meaning of the rows of [Chapter#BRANCHES]. A branch that is taken
/// sets [Cpu#next]; a misaligned target faults when it is fetched from, not here.
public final class Branches {

    private static final int LR = 30;

    private Branches() {}

    public static void B(Cpu cpu, int insn) {
        cpu.branch(cpu.pc + offset26(insn));
    }

    public static void BL(Cpu cpu, int insn) {
        cpu.x[LR] = cpu.pc + 4;
        cpu.branch(cpu.pc + offset26(insn));
    }

    private static long offset26(int insn) {
        return signed(insn, 0, 26) << 2;
    }

    public static void B_COND(Cpu cpu, int insn) {
        branchIf(cpu, insn, holds(insn & 15, cpu.nzcv));
    }

    public static void CBZ(Cpu cpu, int insn) {
        branchIf(cpu, insn, narrow(insn, cpu.x[rd(insn)]) == 0);
    }

    public static void CBNZ(Cpu cpu, int insn) {
        branchIf(cpu, insn, narrow(insn, cpu.x[rd(insn)]) != 0);
    }

    private static void branchIf(Cpu cpu, int insn, boolean taken) {
        if (taken) {
            cpu.branch(cpu.pc + (signed(insn, 5, 19) << 2));
        }
    }

    public static void TBZ(Cpu cpu, int insn) {
        testAndBranch(cpu, insn, 0);
    }

    public static void TBNZ(Cpu cpu, int insn) {
        testAndBranch(cpu, insn, 1);
    }

    /// The bit's number is b5:b40.
    private static void testAndBranch(Cpu cpu, int insn, int wanted) {
        int bit = insn >>> 26 & 32 | field(insn, 19, 5);
        if ((cpu.x[rd(insn)] >>> bit & 1) == wanted) {
            cpu.branch(cpu.pc + (signed(insn, 5, 14) << 2));
        }
    }

    public static void BR(Cpu cpu, int insn) {
        cpu.branch(BranchAddress.of(cpu, cpu.el, cpu.x[rn(insn)]));
    }

    /// The target is read before X30 is written: BLR X30 is a call through X30.
    public static void BLR(Cpu cpu, int insn) {
        long target = cpu.x[rn(insn)];
        cpu.x[LR] = cpu.pc + 4;
        cpu.branch(BranchAddress.of(cpu, cpu.el, target));
    }

    public static void RET(Cpu cpu, int insn) {
        cpu.branch(BranchAddress.of(cpu, cpu.el, cpu.x[rn(insn)]));
    }
}
