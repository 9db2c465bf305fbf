package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Arithmetic.add;
import static splitvisor.cpu.isa.Arithmetic.addSettingFlags;
import static splitvisor.cpu.isa.Arithmetic.extend;
import static splitvisor.cpu.isa.Arithmetic.holds;
import static splitvisor.cpu.isa.Arithmetic.logicalSettingFlags;
import static splitvisor.cpu.isa.Arithmetic.shift;
import static splitvisor.cpu.isa.Fields.field;
import static splitvisor.cpu.isa.Fields.is64;
import static splitvisor.cpu.isa.Fields.narrow;
import static splitvisor.cpu.isa.Fields.ra;
import static splitvisor.cpu.isa.Fields.rd;
import static splitvisor.cpu.isa.Fields.rm;
import static splitvisor.cpu.isa.Fields.rn;
import static splitvisor.cpu.isa.Fields.w;

import splitvisor.cpu.Cpu;

/// Data processing between registers (Arm ARM C4.1.95): the meaning of the rows of
/// [Chapter#DATA_PROCESSING_REGISTER].
public final class DataProcessingRegister {

    private DataProcessingRegister() {}

    // ---- Logical and arithmetic, shifted register

    public static void AND_SHIFT(Cpu cpu, int insn) {
        cpu.set(rd(insn), narrow(insn, cpu.x[rn(insn)] & shifted(cpu, insn)));
    }

    public static void BIC_SHIFT(Cpu cpu, int insn) {
        cpu.set(rd(insn), narrow(insn, cpu.x[rn(insn)] & ~shifted(cpu, insn)));
    }

    public static void ORR_SHIFT(Cpu cpu, int insn) {
        cpu.set(rd(insn), narrow(insn, cpu.x[rn(insn)] | shifted(cpu, insn)));
    }

    public static void ORN_SHIFT(Cpu cpu, int insn) {
        cpu.set(rd(insn), narrow(insn, cpu.x[rn(insn)] | ~shifted(cpu, insn)));
    }

    public static void EOR_SHIFT(Cpu cpu, int insn) {
        cpu.set(rd(insn), narrow(insn, cpu.x[rn(insn)] ^ shifted(cpu, insn)));
    }

    public static void EON_SHIFT(Cpu cpu, int insn) {
        cpu.set(rd(insn), narrow(insn, cpu.x[rn(insn)] ^ ~shifted(cpu, insn)));
    }

    public static void ANDS_SHIFT(Cpu cpu, int insn) {
        cpu.set(rd(insn), logicalSettingFlags(cpu, insn, cpu.x[rn(insn)] & shifted(cpu, insn)));
    }

    public static void BICS_SHIFT(Cpu cpu, int insn) {
        cpu.set(rd(insn), logicalSettingFlags(cpu, insn, cpu.x[rn(insn)] & ~shifted(cpu, insn)));
    }

    public static void ADD_SHIFT(Cpu cpu, int insn) {
        cpu.set(rd(insn), add(insn, cpu.x[rn(insn)], shifted(cpu, insn)));
    }

    public static void ADDS_SHIFT(Cpu cpu, int insn) {
        cpu.set(rd(insn), addSettingFlags(cpu, insn, cpu.x[rn(insn)], shifted(cpu, insn), 0));
    }

    public static void SUB_SHIFT(Cpu cpu, int insn) {
        cpu.set(rd(insn), add(insn, cpu.x[rn(insn)], -shifted(cpu, insn)));
    }

    public static void SUBS_SHIFT(Cpu cpu, int insn) {
        cpu.set(rd(insn), addSettingFlags(cpu, insn, cpu.x[rn(insn)], ~shifted(cpu, insn), 1));
    }

    private static long shifted(Cpu cpu, int insn) {
        int amount = field(insn, 10, 6);
        long value = cpu.x[rm(insn)];
        return amount == 0 ? value : shift(insn, value, field(insn, 22, 2), amount);
    }

    // ---- Arithmetic, extended register: only here may register 31 be SP

    public static void ADD_EXT(Cpu cpu, int insn) {
        cpu.setXsp(rd(insn), add(insn, cpu.xsp(rn(insn)), extended(cpu, insn)));
    }

    public static void ADDS_EXT(Cpu cpu, int insn) {
        cpu.set(rd(insn), addSettingFlags(cpu, insn, cpu.xsp(rn(insn)), extended(cpu, insn), 0));
    }

    public static void SUB_EXT(Cpu cpu, int insn) {
        cpu.setXsp(rd(insn), add(insn, cpu.xsp(rn(insn)), -extended(cpu, insn)));
    }

    public static void SUBS_EXT(Cpu cpu, int insn) {
        cpu.set(rd(insn), addSettingFlags(cpu, insn, cpu.xsp(rn(insn)), ~extended(cpu, insn), 1));
    }

    private static long extended(Cpu cpu, int insn) {
        return extend(cpu.x[rm(insn)], field(insn, 13, 3), field(insn, 10, 3));
    }

    // ---- With carry

    public static void ADC(Cpu cpu, int insn) {
        cpu.set(rd(insn), add(insn, cpu.x[rn(insn)], cpu.x[rm(insn)] + carry(cpu)));
    }

    public static void ADCS(Cpu cpu, int insn) {
        cpu.set(rd(insn), addSettingFlags(cpu, insn, cpu.x[rn(insn)], cpu.x[rm(insn)], carry(cpu)));
    }

    public static void SBC(Cpu cpu, int insn) {
        cpu.set(rd(insn), add(insn, cpu.x[rn(insn)], ~cpu.x[rm(insn)] + carry(cpu)));
    }

    public static void SBCS(Cpu cpu, int insn) {
        cpu.set(rd(insn), addSettingFlags(cpu, insn, cpu.x[rn(insn)], ~cpu.x[rm(insn)], carry(cpu)));
    }

    private static int carry(Cpu cpu) {
        return cpu.nzcv >>> 1 & 1;
    }

    // ---- Conditional

    public static void CCMN_REG(Cpu cpu, int insn) {
        compareIf(cpu, insn, cpu.x[rm(insn)], 0);
    }

    public static void CCMN_IMM(Cpu cpu, int insn) {
        compareIf(cpu, insn, field(insn, 16, 5), 0);
    }

    public static void CCMP_REG(Cpu cpu, int insn) {
        compareIf(cpu, insn, ~cpu.x[rm(insn)], 1);
    }

    public static void CCMP_IMM(Cpu cpu, int insn) {
        compareIf(cpu, insn, ~(long) field(insn, 16, 5), 1);
    }

    private static void compareIf(Cpu cpu, int insn, long operand, int carry) {
        if (condition(cpu, insn)) {
            addSettingFlags(cpu, insn, cpu.x[rn(insn)], operand, carry);
        } else {
            cpu.nzcv = insn & 15;
        }
    }

    public static void CSEL(Cpu cpu, int insn) {
        cpu.set(rd(insn), narrow(insn, condition(cpu, insn) ? cpu.x[rn(insn)] : cpu.x[rm(insn)]));
    }

    public static void CSINC(Cpu cpu, int insn) {
        cpu.set(rd(insn), narrow(insn, condition(cpu, insn) ? cpu.x[rn(insn)] : cpu.x[rm(insn)] + 1));
    }

    public static void CSINV(Cpu cpu, int insn) {
        cpu.set(rd(insn), narrow(insn, condition(cpu, insn) ? cpu.x[rn(insn)] : ~cpu.x[rm(insn)]));
    }

    public static void CSNEG(Cpu cpu, int insn) {
        cpu.set(rd(insn), narrow(insn, condition(cpu, insn) ? cpu.x[rn(insn)] : -cpu.x[rm(insn)]));
    }

    private static boolean condition(Cpu cpu, int insn) {
        return holds(field(insn, 12, 4), cpu.nzcv);
    }

    // ---- Divide, variable shift, CRC

    /// Division by zero gives zero (Arm ARM C3.4.8).
    public static void UDIV(Cpu cpu, int insn) {
        long divisor = narrow(insn, cpu.x[rm(insn)]);
        long dividend = narrow(insn, cpu.x[rn(insn)]);
        cpu.set(rd(insn), divisor == 0 ? 0 : Long.divideUnsigned(dividend, divisor));
    }

    /// The most negative number divided by -1 gives itself, as in Java.
    public static void SDIV(Cpu cpu, int insn) {
        long divisor = is64(insn) ? cpu.x[rm(insn)] : (int) cpu.x[rm(insn)];
        long dividend = is64(insn) ? cpu.x[rn(insn)] : (int) cpu.x[rn(insn)];
        cpu.set(rd(insn), divisor == 0 ? 0 : narrow(insn, dividend / divisor));
    }

    public static void LSLV(Cpu cpu, int insn) {
        shiftVariable(cpu, insn, 0);
    }

    public static void LSRV(Cpu cpu, int insn) {
        shiftVariable(cpu, insn, 1);
    }

    public static void ASRV(Cpu cpu, int insn) {
        shiftVariable(cpu, insn, 2);
    }

    public static void RORV(Cpu cpu, int insn) {
        shiftVariable(cpu, insn, 3);
    }

    /// Amounts count modulo the width, which is also what Java's shifts do.
    private static void shiftVariable(Cpu cpu, int insn, int type) {
        cpu.set(rd(insn), shift(insn, cpu.x[rn(insn)], type, (int) cpu.x[rm(insn)]));
    }

    public static void CRC32(Cpu cpu, int insn) {
        cpu.set(rd(insn), w(Crc.CRC32.update((int) cpu.x[rn(insn)], cpu.x[rm(insn)], field(insn, 10, 2))));
    }

    public static void CRC32C(Cpu cpu, int insn) {
        cpu.set(rd(insn), w(Crc.CRC32C.update((int) cpu.x[rn(insn)], cpu.x[rm(insn)], field(insn, 10, 2))));
    }

    // ---- One source

    public static void RBIT(Cpu cpu, int insn) {
        long value = cpu.x[rn(insn)];
        cpu.set(rd(insn), is64(insn) ? Long.reverse(value) : w(Integer.reverse((int) value)));
    }

    public static void REV16(Cpu cpu, int insn) {
        long value = cpu.x[rn(insn)];
        long swapped = (value & 0x00ff_00ff_00ff_00ffL) << 8 | value >>> 8 & 0x00ff_00ff_00ff_00ffL;
        cpu.set(rd(insn), narrow(insn, swapped));
    }

    public static void REV32(Cpu cpu, int insn) {
        cpu.set(rd(insn), Long.rotateLeft(Long.reverseBytes(cpu.x[rn(insn)]), 32));
    }

    public static void REV(Cpu cpu, int insn) {
        long value = cpu.x[rn(insn)];
        cpu.set(rd(insn), is64(insn) ? Long.reverseBytes(value) : w(Integer.reverseBytes((int) value)));
    }

    public static void CLZ(Cpu cpu, int insn) {
        long value = cpu.x[rn(insn)];
        cpu.set(rd(insn), is64(insn) ? Long.numberOfLeadingZeros(value) : Integer.numberOfLeadingZeros((int) value));
    }

    /// How many bits after the sign bit equal it: the leading zeros of what differs from its neighbour.
    public static void CLS(Cpu cpu, int insn) {
        long value = cpu.x[rn(insn)];
        int word = (int) value;
        cpu.set(rd(insn), is64(insn)
                ? Long.numberOfLeadingZeros(value ^ value >> 1) - 1
                : Integer.numberOfLeadingZeros(word ^ word >> 1) - 1);
    }

    // ---- Multiply

    public static void MADD(Cpu cpu, int insn) {
        cpu.set(rd(insn), narrow(insn, cpu.x[ra(insn)] + cpu.x[rn(insn)] * cpu.x[rm(insn)]));
    }

    public static void MSUB(Cpu cpu, int insn) {
        cpu.set(rd(insn), narrow(insn, cpu.x[ra(insn)] - cpu.x[rn(insn)] * cpu.x[rm(insn)]));
    }

    public static void SMADDL(Cpu cpu, int insn) {
        cpu.set(rd(insn), cpu.x[ra(insn)] + (long) (int) cpu.x[rn(insn)] * (int) cpu.x[rm(insn)]);
    }

    public static void SMSUBL(Cpu cpu, int insn) {
        cpu.set(rd(insn), cpu.x[ra(insn)] - (long) (int) cpu.x[rn(insn)] * (int) cpu.x[rm(insn)]);
    }

    public static void UMADDL(Cpu cpu, int insn) {
        cpu.set(rd(insn), cpu.x[ra(insn)] + w((int) cpu.x[rn(insn)]) * w((int) cpu.x[rm(insn)]));
    }

    public static void UMSUBL(Cpu cpu, int insn) {
        cpu.set(rd(insn), cpu.x[ra(insn)] - w((int) cpu.x[rn(insn)]) * w((int) cpu.x[rm(insn)]));
    }

    public static void SMULH(Cpu cpu, int insn) {
        cpu.set(rd(insn), Math.multiplyHigh(cpu.x[rn(insn)], cpu.x[rm(insn)]));
    }

    public static void UMULH(Cpu cpu, int insn) {
        cpu.set(rd(insn), Math.unsignedMultiplyHigh(cpu.x[rn(insn)], cpu.x[rm(insn)]));
    }
}
