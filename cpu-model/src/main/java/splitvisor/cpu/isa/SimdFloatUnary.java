package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Fields.field;
import static splitvisor.cpu.isa.Fields.rd;
import static splitvisor.cpu.isa.FloatFormat.HALF;
import static splitvisor.cpu.isa.FloatLanes.format;
import static splitvisor.cpu.isa.Floats.DOWN;
import static splitvisor.cpu.isa.Floats.NEAREST;
import static splitvisor.cpu.isa.Floats.TIES_AWAY;
import static splitvisor.cpu.isa.Floats.TO_ZERO;
import static splitvisor.cpu.isa.Floats.UP;

import splitvisor.cpu.Cpu;

/// Floating-point vector instructions with one operand (Arm ARM C4.1.96): two-register miscellaneous and its
/// half-precision form, but for conversions.
public final class SimdFloatUnary {

    private static final FloatOperation INTEGRAL_NEAREST = FloatOperation.integral(NEAREST);
    private static final FloatOperation INTEGRAL_AWAY = FloatOperation.integral(TIES_AWAY);
    private static final FloatOperation INTEGRAL_UP = FloatOperation.integral(UP);
    private static final FloatOperation INTEGRAL_DOWN = FloatOperation.integral(DOWN);
    private static final FloatOperation INTEGRAL_TO_ZERO = FloatOperation.integral(TO_ZERO);

    private SimdFloatUnary() {}

    // ---- One operand

    public static void FABS_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), FloatOperation.ABS);
    }

    public static void FABS_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, FloatOperation.ABS);
    }

    public static void FNEG_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), FloatOperation.NEG);
    }

    public static void FNEG_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, FloatOperation.NEG);
    }

    public static void FSQRT_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), FloatOperation.ROOT);
    }

    public static void FSQRT_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, FloatOperation.ROOT);
    }

    public static void FRECPE(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), FloatOperation.RECIPROCAL);
    }

    public static void FRECPE_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, FloatOperation.RECIPROCAL);
    }

    public static void FRECPX(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), FloatOperation.RECIPROCAL_EXPONENT);
    }

    public static void FRECPX_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, FloatOperation.RECIPROCAL_EXPONENT);
    }

    public static void FRSQRTE(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), FloatOperation.RECIPROCAL_ROOT);
    }

    public static void FRSQRTE_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, FloatOperation.RECIPROCAL_ROOT);
    }

    // ---- Comparison with zero

    public static void FCMEQ_ZERO(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), FloatOperation.COMPARE_EQUAL);
    }

    public static void FCMEQ_ZERO_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, FloatOperation.COMPARE_EQUAL);
    }

    public static void FCMGE_ZERO(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), FloatOperation.COMPARE_GREATER_EQUAL);
    }

    public static void FCMGE_ZERO_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, FloatOperation.COMPARE_GREATER_EQUAL);
    }

    public static void FCMGT_ZERO(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), FloatOperation.COMPARE_GREATER);
    }

    public static void FCMGT_ZERO_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, FloatOperation.COMPARE_GREATER);
    }

    public static void FCMLE_ZERO(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), FloatOperation.COMPARE_LESS_EQUAL);
    }

    public static void FCMLE_ZERO_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, FloatOperation.COMPARE_LESS_EQUAL);
    }

    public static void FCMLT_ZERO(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), FloatOperation.COMPARE_LESS);
    }

    public static void FCMLT_ZERO_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, FloatOperation.COMPARE_LESS);
    }

    // ---- To an integral value

    public static void FRINTN_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), INTEGRAL_NEAREST);
    }

    public static void FRINTN_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, INTEGRAL_NEAREST);
    }

    public static void FRINTA_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), INTEGRAL_AWAY);
    }

    public static void FRINTA_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, INTEGRAL_AWAY);
    }

    public static void FRINTP_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), INTEGRAL_UP);
    }

    public static void FRINTP_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, INTEGRAL_UP);
    }

    public static void FRINTM_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), INTEGRAL_DOWN);
    }

    public static void FRINTM_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, INTEGRAL_DOWN);
    }

    public static void FRINTZ_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), INTEGRAL_TO_ZERO);
    }

    public static void FRINTZ_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, INTEGRAL_TO_ZERO);
    }

    public static void FRINTX_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), FloatOperation.INTEGRAL_EXACT);
    }

    public static void FRINTX_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, FloatOperation.INTEGRAL_EXACT);
    }

    public static void FRINTI_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), FloatOperation.INTEGRAL_BY_FPCR);
    }

    public static void FRINTI_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, FloatOperation.INTEGRAL_BY_FPCR);
    }

    public static void FMOV_VEC_IMM(Cpu cpu, int insn) {
        fill(cpu, insn, (insn & 1 << 29) != 0 ? FloatFormat.DOUBLE : FloatFormat.SINGLE);
    }

    public static void FMOV_VEC_IMM_HALF(Cpu cpu, int insn) {
        fill(cpu, insn, FloatFormat.HALF);
    }

    private static void fill(Cpu cpu, int insn, FloatFormat format) {
        int imm8 = field(insn, 16, 3) << 5 | field(insn, 5, 5);
        long word = Lanes.replicate(FloatingPoint.expand(format, imm8), format.log2());
        Lanes.write(cpu, rd(insn), word, Lanes.isQ(insn) ? word : 0);
    }
}
