package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Fields.field;
import static splitvisor.cpu.isa.Fields.is64;
import static splitvisor.cpu.isa.Fields.narrow;
import static splitvisor.cpu.isa.Fields.ra;
import static splitvisor.cpu.isa.Fields.rd;
import static splitvisor.cpu.isa.Fields.rm;
import static splitvisor.cpu.isa.Fields.rn;
import static splitvisor.cpu.isa.Floats.DOWN;
import static splitvisor.cpu.isa.Floats.NEAREST;
import static splitvisor.cpu.isa.Floats.TIES_AWAY;
import static splitvisor.cpu.isa.Floats.TO_ZERO;
import static splitvisor.cpu.isa.Floats.UP;
import static splitvisor.cpu.isa.Floats.rounding;

import splitvisor.cpu.Cpu;

/// Scalar floating point (Arm ARM C4.1.96): the meaning of the rows of [Chapter#FLOATING_POINT]. A scalar
/// is the low part of a V register; writing one clears the rest.
public final class FloatingPoint {

    private FloatingPoint() {}

    private static long n(Cpu cpu, int insn) {
        return low(cpu, rn(insn), insn);
    }

    private static long m(Cpu cpu, int insn) {
        return low(cpu, rm(insn), insn);
    }

    private static long low(Cpu cpu, int register, int insn) {
        return cpu.v[2 * register] & -1L >>> 64 - FloatFormat.ofType(insn).bits;
    }

    private static void set(Cpu cpu, int register, long value) {
        cpu.v[2 * register] = value;
        cpu.v[2 * register + 1] = 0;
    }

    // ---- Moves

    public static void FMOV_REG(Cpu cpu, int insn) {
        set(cpu, rd(insn), n(cpu, insn));
    }

    public static void FMOV_IMM(Cpu cpu, int insn) {
        set(cpu, rd(insn), expand(FloatFormat.ofType(insn), field(insn, 13, 8)));
    }

    /// VFPExpandImm: a sign, an exponent from −3 to 4, four bits of fraction.
    static long expand(FloatFormat format, int imm8) {
        int exponent = (imm8 >>> 4 & 7 ^ 4) - 3;
        long fraction = (long) (imm8 & 15) << format.fractionBits - 4;
        return format.power((imm8 & 128) != 0, exponent, false) | fraction;
    }

    public static void FCSEL(Cpu cpu, int insn) {
        boolean first = Arithmetic.holds(field(insn, 12, 4), cpu.nzcv);
        set(cpu, rd(insn), first ? n(cpu, insn) : m(cpu, insn));
    }

    // ---- One operand

    public static void FABS(Cpu cpu, int insn) {
        set(cpu, rd(insn), n(cpu, insn) & ~FloatFormat.ofType(insn).signBit);
    }

    public static void FNEG(Cpu cpu, int insn) {
        set(cpu, rd(insn), n(cpu, insn) ^ FloatFormat.ofType(insn).signBit);
    }

    public static void FSQRT(Cpu cpu, int insn) {
        set(cpu, rd(insn), FloatArithmetic.squareRoot(cpu, FloatFormat.ofType(insn), n(cpu, insn)));
    }

    public static void FRINTN(Cpu cpu, int insn) {
        roundToIntegral(cpu, insn, NEAREST, false);
    }

    public static void FRINTP(Cpu cpu, int insn) {
        roundToIntegral(cpu, insn, UP, false);
    }

    public static void FRINTM(Cpu cpu, int insn) {
        roundToIntegral(cpu, insn, DOWN, false);
    }

    public static void FRINTZ(Cpu cpu, int insn) {
        roundToIntegral(cpu, insn, TO_ZERO, false);
    }

    public static void FRINTA(Cpu cpu, int insn) {
        roundToIntegral(cpu, insn, TIES_AWAY, false);
    }

    public static void FRINTX(Cpu cpu, int insn) {
        roundToIntegral(cpu, insn, rounding(cpu), true);
    }

    public static void FRINTI(Cpu cpu, int insn) {
        roundToIntegral(cpu, insn, rounding(cpu), false);
    }

    private static void roundToIntegral(Cpu cpu, int insn, int mode, boolean exact) {
        FloatFormat format = FloatFormat.ofType(insn);
        set(cpu, rd(insn), FloatConversion.roundToIntegral(cpu, format, n(cpu, insn), mode, exact));
    }

    public static void FCVT(Cpu cpu, int insn) {
        FloatFormat to = FloatFormat.ofType(insn << 7);
        set(cpu, rd(insn), FloatConversion.convert(cpu, FloatFormat.ofType(insn), to, n(cpu, insn), rounding(cpu)));
    }

    // ---- Two and three operands

    public static void FADD(Cpu cpu, int insn) {
        set(cpu, rd(insn), FloatArithmetic.add(cpu, FloatFormat.ofType(insn), n(cpu, insn), m(cpu, insn)));
    }

    public static void FSUB(Cpu cpu, int insn) {
        set(cpu, rd(insn), FloatArithmetic.subtract(cpu, FloatFormat.ofType(insn), n(cpu, insn), m(cpu, insn)));
    }

    public static void FMUL(Cpu cpu, int insn) {
        set(cpu, rd(insn), FloatArithmetic.multiply(cpu, FloatFormat.ofType(insn), n(cpu, insn), m(cpu, insn)));
    }

    public static void FDIV(Cpu cpu, int insn) {
        set(cpu, rd(insn), FloatArithmetic.divide(cpu, FloatFormat.ofType(insn), n(cpu, insn), m(cpu, insn)));
    }

    public static void FMAX(Cpu cpu, int insn) {
        set(cpu, rd(insn), FloatArithmetic.maximum(cpu, FloatFormat.ofType(insn), n(cpu, insn), m(cpu, insn)));
    }

    public static void FMIN(Cpu cpu, int insn) {
        set(cpu, rd(insn), FloatArithmetic.minimum(cpu, FloatFormat.ofType(insn), n(cpu, insn), m(cpu, insn)));
    }

    public static void FMAXNM(Cpu cpu, int insn) {
        set(cpu, rd(insn), FloatArithmetic.maximumNumber(cpu, FloatFormat.ofType(insn), n(cpu, insn), m(cpu, insn)));
    }

    public static void FMINNM(Cpu cpu, int insn) {
        set(cpu, rd(insn), FloatArithmetic.minimumNumber(cpu, FloatFormat.ofType(insn), n(cpu, insn), m(cpu, insn)));
    }

    public static void FNMUL(Cpu cpu, int insn) {
        FloatFormat format = FloatFormat.ofType(insn);
        long product = FloatArithmetic.multiply(cpu, format, n(cpu, insn), m(cpu, insn));
        set(cpu, rd(insn), product ^ format.signBit);
    }

    public static void FMADD(Cpu cpu, int insn) {
        multiplyAdd(cpu, insn, false, false);
    }

    public static void FMSUB(Cpu cpu, int insn) {
        multiplyAdd(cpu, insn, false, true);
    }

    public static void FNMADD(Cpu cpu, int insn) {
        multiplyAdd(cpu, insn, true, true);
    }

    public static void FNMSUB(Cpu cpu, int insn) {
        multiplyAdd(cpu, insn, true, false);
    }

    /// ± Ra ± Rn × Rm. The signs of NaNs change too.
    private static void multiplyAdd(Cpu cpu, int insn, boolean negateA, boolean negateN) {
        FloatFormat format = FloatFormat.ofType(insn);
        long a = low(cpu, ra(insn), insn) ^ format.zero(negateA);
        long n = n(cpu, insn) ^ format.zero(negateN);
        set(cpu, rd(insn), FloatFusion.multiplyAdd(cpu, format, a, n, m(cpu, insn)));
    }

    // ---- Comparison

    public static void FCMP(Cpu cpu, int insn) {
        compare(cpu, insn, m(cpu, insn), false);
    }

    public static void FCMP_ZERO(Cpu cpu, int insn) {
        compare(cpu, insn, 0, false);
    }

    public static void FCMPE(Cpu cpu, int insn) {
        compare(cpu, insn, m(cpu, insn), true);
    }

    public static void FCMPE_ZERO(Cpu cpu, int insn) {
        compare(cpu, insn, 0, true);
    }

    public static void FCCMP(Cpu cpu, int insn) {
        compareIf(cpu, insn, false);
    }

    public static void FCCMPE(Cpu cpu, int insn) {
        compareIf(cpu, insn, true);
    }

    private static void compareIf(Cpu cpu, int insn, boolean signals) {
        if (Arithmetic.holds(field(insn, 12, 4), cpu.nzcv)) {
            compare(cpu, insn, m(cpu, insn), signals);
        } else {
            cpu.nzcv = insn & 15;
        }
    }

    private static void compare(Cpu cpu, int insn, long operand, boolean signals) {
        cpu.nzcv = FloatArithmetic.compare(cpu, FloatFormat.ofType(insn), n(cpu, insn), operand, signals);
    }

    // ---- Conversion to and from general-purpose registers

    public static void FCVTNS_GENERAL(Cpu cpu, int insn) {
        toGeneral(cpu, insn, 0, false, NEAREST);
    }

    public static void FCVTNU_GENERAL(Cpu cpu, int insn) {
        toGeneral(cpu, insn, 0, true, NEAREST);
    }

    public static void FCVTAS_GENERAL(Cpu cpu, int insn) {
        toGeneral(cpu, insn, 0, false, TIES_AWAY);
    }

    public static void FCVTAU_GENERAL(Cpu cpu, int insn) {
        toGeneral(cpu, insn, 0, true, TIES_AWAY);
    }

    public static void FCVTPS_GENERAL(Cpu cpu, int insn) {
        toGeneral(cpu, insn, 0, false, UP);
    }

    public static void FCVTPU_GENERAL(Cpu cpu, int insn) {
        toGeneral(cpu, insn, 0, true, UP);
    }

    public static void FCVTMS_GENERAL(Cpu cpu, int insn) {
        toGeneral(cpu, insn, 0, false, DOWN);
    }

    public static void FCVTMU_GENERAL(Cpu cpu, int insn) {
        toGeneral(cpu, insn, 0, true, DOWN);
    }

    public static void FCVTZS_GENERAL(Cpu cpu, int insn) {
        toGeneral(cpu, insn, 0, false, TO_ZERO);
    }

    public static void FCVTZU_GENERAL(Cpu cpu, int insn) {
        toGeneral(cpu, insn, 0, true, TO_ZERO);
    }

    public static void FCVTZS_FIXED(Cpu cpu, int insn) {
        toGeneral(cpu, insn, 64 - field(insn, 10, 6), false, TO_ZERO);
    }

    public static void FCVTZU_FIXED(Cpu cpu, int insn) {
        toGeneral(cpu, insn, 64 - field(insn, 10, 6), true, TO_ZERO);
    }

    public static void SCVTF_GENERAL(Cpu cpu, int insn) {
        fromGeneral(cpu, insn, 0, false);
    }

    public static void UCVTF_GENERAL(Cpu cpu, int insn) {
        fromGeneral(cpu, insn, 0, true);
    }

    public static void SCVTF_FIXED(Cpu cpu, int insn) {
        fromGeneral(cpu, insn, 64 - field(insn, 10, 6), false);
    }

    public static void UCVTF_FIXED(Cpu cpu, int insn) {
        fromGeneral(cpu, insn, 64 - field(insn, 10, 6), true);
    }

    private static void toGeneral(Cpu cpu, int insn, int fractionBits, boolean unsigned, int mode) {
        int width = is64(insn) ? 64 : 32;
        FloatFormat format = FloatFormat.ofType(insn);
        long value = n(cpu, insn);
        cpu.set(rd(insn), FloatConversion.toFixed(cpu, format, value, width, fractionBits, unsigned, mode));
    }

    private static void fromGeneral(Cpu cpu, int insn, int fractionBits, boolean unsigned) {
        long x = cpu.x[rn(insn)];
        long value = unsigned ? narrow(insn, x) : is64(insn) ? x : (int) x;
        FloatFormat format = FloatFormat.ofType(insn);
        set(cpu, rd(insn), FloatConversion.fromFixed(cpu, format, value, fractionBits, unsigned, rounding(cpu)));
    }
}
