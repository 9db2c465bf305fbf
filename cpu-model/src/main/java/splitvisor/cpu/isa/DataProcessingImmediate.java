package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Arithmetic.add;
import static splitvisor.cpu.isa.Arithmetic.addSettingFlags;
import static splitvisor.cpu.isa.Arithmetic.bitmask;
import static splitvisor.cpu.isa.Arithmetic.logicalSettingFlags;
import static splitvisor.cpu.isa.Fields.field;
import static splitvisor.cpu.isa.Fields.is64;
import static splitvisor.cpu.isa.Fields.narrow;
import static splitvisor.cpu.isa.Fields.rd;
import static splitvisor.cpu.isa.Fields.rm;
import static splitvisor.cpu.isa.Fields.rn;
import static splitvisor.cpu.isa.Fields.signed;
import static splitvisor.cpu.isa.Fields.w;

import splitvisor.cpu.Cpu;

/// Data processing with an immediate operand (Arm ARM C4.1.92): the meaning of the rows of
/// [Chapter#DATA_PROCESSING_IMMEDIATE].
public final class DataProcessingImmediate {

    private DataProcessingImmediate() {}

    public static void ADR(Cpu cpu, int insn) {
        cpu.set(rd(insn), cpu.pc + pageOrByteOffset(insn));
    }

    public static void ADRP(Cpu cpu, int insn) {
        cpu.set(rd(insn), (cpu.pc & -4096L) + (pageOrByteOffset(insn) << 12));
    }

    private static long pageOrByteOffset(int insn) {
        return signed(insn, 5, 19) << 2 | field(insn, 29, 2);
    }

    public static void ADD_IMM(Cpu cpu, int insn) {
        cpu.setXsp(rd(insn), add(insn, cpu.xsp(rn(insn)), immediate(insn)));
    }

    public static void ADDS_IMM(Cpu cpu, int insn) {
        cpu.set(rd(insn), addSettingFlags(cpu, insn, cpu.xsp(rn(insn)), immediate(insn), 0));
    }

    public static void SUB_IMM(Cpu cpu, int insn) {
        cpu.setXsp(rd(insn), add(insn, cpu.xsp(rn(insn)), -immediate(insn)));
    }

    public static void SUBS_IMM(Cpu cpu, int insn) {
        cpu.set(rd(insn), addSettingFlags(cpu, insn, cpu.xsp(rn(insn)), ~immediate(insn), 1));
    }

    /// imm12, shifted left by 12 when sh is 1.
    private static long immediate(int insn) {
        return (long) field(insn, 10, 12) << (insn >>> 20 & 4) * 3;
    }

    public static void AND_IMM(Cpu cpu, int insn) {
        cpu.setXsp(rd(insn), narrow(insn, cpu.x[rn(insn)] & bitmask(insn)));
    }

    public static void ORR_IMM(Cpu cpu, int insn) {
        cpu.setXsp(rd(insn), narrow(insn, cpu.x[rn(insn)] | bitmask(insn)));
    }

    public static void EOR_IMM(Cpu cpu, int insn) {
        cpu.setXsp(rd(insn), narrow(insn, cpu.x[rn(insn)] ^ bitmask(insn)));
    }

    public static void ANDS_IMM(Cpu cpu, int insn) {
        cpu.set(rd(insn), logicalSettingFlags(cpu, insn, cpu.x[rn(insn)] & bitmask(insn)));
    }

    public static void MOVN(Cpu cpu, int insn) {
        cpu.set(rd(insn), narrow(insn, ~wide(insn)));
    }

    public static void MOVZ(Cpu cpu, int insn) {
        cpu.set(rd(insn), wide(insn));
    }

    public static void MOVK(Cpu cpu, int insn) {
        long kept = cpu.x[rd(insn)] & ~(0xffffL << (insn >>> 17 & 0x30));
        cpu.set(rd(insn), narrow(insn, kept | wide(insn)));
    }

    /// imm16, shifted left by 16 times hw.
    private static long wide(int insn) {
        return (long) field(insn, 5, 16) << (insn >>> 17 & 0x30);
    }

    /// Bits [imms:immr] of Rn go to the bottom of Rd; with imms < immr, bits [imms:0] go up to bit
    /// width - immr. Either way bit imms is the last that is copied, and its copies fill what is above.
    public static void SBFM(Cpu cpu, int insn) {
        int up = 63 - field(insn, 10, 6);
        long atTop = cpu.x[rn(insn)] << up;
        cpu.set(rd(insn), narrow(insn, place(insn, up, atTop >> up, atTop >> (up + field(insn, 16, 6) & 63))));
    }

    public static void UBFM(Cpu cpu, int insn) {
        int up = 63 - field(insn, 10, 6);
        long atTop = cpu.x[rn(insn)] << up;
        cpu.set(rd(insn), narrow(insn, place(insn, up, atTop >>> up, atTop >>> (up + field(insn, 16, 6) & 63))));
    }

    public static void BFM(Cpu cpu, int insn) {
        int up = 63 - field(insn, 10, 6);
        int immr = field(insn, 16, 6);
        long atTop = cpu.x[rn(insn)] << up;
        long bits = place(insn, up, atTop >>> up, atTop >>> (up + immr & 63));
        long mask = place(insn, up, -1L >>> up, -1L << up >>> (up + immr & 63));
        cpu.set(rd(insn), narrow(insn, cpu.x[rd(insn)] & ~mask | bits));
    }

    /// The field moved up to bit width - immr when imms < immr, else moved down by immr.
    private static long place(int insn, int up, long atBottom, long extracted) {
        int immr = field(insn, 16, 6);
        return 63 - up < immr ? atBottom << (is64(insn) ? 64 : 32) - immr : extracted;
    }

    public static void EXTR(Cpu cpu, int insn) {
        int lsb = field(insn, 10, 6);
        long high = cpu.x[rn(insn)];
        long low = cpu.x[rm(insn)];
        if (is64(insn)) {
            cpu.set(rd(insn), lsb == 0 ? low : low >>> lsb | high << 64 - lsb);
        } else {
            cpu.set(rd(insn), w((int) ((high << 32 | w((int) low)) >>> lsb)));
        }
    }
}
