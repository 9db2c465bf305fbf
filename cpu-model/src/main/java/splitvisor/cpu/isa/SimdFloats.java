package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.FloatFormat.HALF;
import static splitvisor.cpu.isa.FloatLanes.format;

import splitvisor.cpu.Cpu;

/// Floating-point vector instructions with two operands (Arm ARM C4.1.96): three same, their half-precision
/// forms, pairwise, across lanes, by element.
public final class SimdFloats {

    private SimdFloats() {}

    // ---- Arithmetic

    public static void FADD_VEC(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.ADD);
    }

    public static void FADD_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.ADD);
    }

    public static void FSUB_VEC(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.SUB);
    }

    public static void FSUB_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.SUB);
    }

    public static void FMUL_VEC(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.MUL);
    }

    public static void FMUL_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.MUL);
    }

    public static void FMULX_VEC(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.MULX);
    }

    public static void FMULX_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.MULX);
    }

    public static void FDIV_VEC(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.DIV);
    }

    public static void FDIV_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.DIV);
    }

    public static void FMLA_VEC(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.MLA);
    }

    public static void FMLA_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.MLA);
    }

    public static void FMLS_VEC(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.MLS);
    }

    public static void FMLS_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.MLS);
    }

    public static void FABD(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.DIFFERENCE);
    }

    public static void FABD_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.DIFFERENCE);
    }

    public static void FMAX_VEC(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.MAX);
    }

    public static void FMAX_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.MAX);
    }

    public static void FMIN_VEC(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.MIN);
    }

    public static void FMIN_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.MIN);
    }

    public static void FMAXNM_VEC(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.MAX_NUMBER);
    }

    public static void FMAXNM_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.MAX_NUMBER);
    }

    public static void FMINNM_VEC(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.MIN_NUMBER);
    }

    public static void FMINNM_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.MIN_NUMBER);
    }

    public static void FRECPS(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.RECIPROCAL_STEP);
    }

    public static void FRECPS_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.RECIPROCAL_STEP);
    }

    public static void FRSQRTS(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.ROOT_STEP);
    }

    public static void FRSQRTS_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.ROOT_STEP);
    }

    // ---- Comparison

    public static void FCMEQ_REG(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.COMPARE_EQUAL);
    }

    public static void FCMEQ_REG_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.COMPARE_EQUAL);
    }

    public static void FCMGE_REG(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.COMPARE_GREATER_EQUAL);
    }

    public static void FCMGE_REG_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.COMPARE_GREATER_EQUAL);
    }

    public static void FCMGT_REG(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.COMPARE_GREATER);
    }

    public static void FCMGT_REG_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.COMPARE_GREATER);
    }

    public static void FACGE(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.COMPARE_GREATER_EQUAL_MAGNITUDE);
    }

    public static void FACGE_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.COMPARE_GREATER_EQUAL_MAGNITUDE);
    }

    public static void FACGT(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, format(insn), FloatOperation.COMPARE_GREATER_MAGNITUDE);
    }

    public static void FACGT_HALF(Cpu cpu, int insn) {
        FloatLanes.three(cpu, insn, HALF, FloatOperation.COMPARE_GREATER_MAGNITUDE);
    }

    // ---- Pairs of neighbours

    public static void FADDP_VEC(Cpu cpu, int insn) {
        FloatLanes.pairs(cpu, insn, format(insn), FloatOperation.ADD);
    }

    public static void FADDP_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.pairs(cpu, insn, HALF, FloatOperation.ADD);
    }

    public static void FADDP_SCALAR(Cpu cpu, int insn) {
        FloatLanes.pair(cpu, insn, format(insn), FloatOperation.ADD);
    }

    public static void FADDP_SCALAR_HALF(Cpu cpu, int insn) {
        FloatLanes.pair(cpu, insn, HALF, FloatOperation.ADD);
    }

    public static void FMAXP_VEC(Cpu cpu, int insn) {
        FloatLanes.pairs(cpu, insn, format(insn), FloatOperation.MAX);
    }

    public static void FMAXP_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.pairs(cpu, insn, HALF, FloatOperation.MAX);
    }

    public static void FMAXP_SCALAR(Cpu cpu, int insn) {
        FloatLanes.pair(cpu, insn, format(insn), FloatOperation.MAX);
    }

    public static void FMAXP_SCALAR_HALF(Cpu cpu, int insn) {
        FloatLanes.pair(cpu, insn, HALF, FloatOperation.MAX);
    }

    public static void FMINP_VEC(Cpu cpu, int insn) {
        FloatLanes.pairs(cpu, insn, format(insn), FloatOperation.MIN);
    }

    public static void FMINP_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.pairs(cpu, insn, HALF, FloatOperation.MIN);
    }

    public static void FMINP_SCALAR(Cpu cpu, int insn) {
        FloatLanes.pair(cpu, insn, format(insn), FloatOperation.MIN);
    }

    public static void FMINP_SCALAR_HALF(Cpu cpu, int insn) {
        FloatLanes.pair(cpu, insn, HALF, FloatOperation.MIN);
    }

    public static void FMAXNMP_VEC(Cpu cpu, int insn) {
        FloatLanes.pairs(cpu, insn, format(insn), FloatOperation.MAX_NUMBER);
    }

    public static void FMAXNMP_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.pairs(cpu, insn, HALF, FloatOperation.MAX_NUMBER);
    }

    public static void FMAXNMP_SCALAR(Cpu cpu, int insn) {
        FloatLanes.pair(cpu, insn, format(insn), FloatOperation.MAX_NUMBER);
    }

    public static void FMAXNMP_SCALAR_HALF(Cpu cpu, int insn) {
        FloatLanes.pair(cpu, insn, HALF, FloatOperation.MAX_NUMBER);
    }

    public static void FMINNMP_VEC(Cpu cpu, int insn) {
        FloatLanes.pairs(cpu, insn, format(insn), FloatOperation.MIN_NUMBER);
    }

    public static void FMINNMP_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.pairs(cpu, insn, HALF, FloatOperation.MIN_NUMBER);
    }

    public static void FMINNMP_SCALAR(Cpu cpu, int insn) {
        FloatLanes.pair(cpu, insn, format(insn), FloatOperation.MIN_NUMBER);
    }

    public static void FMINNMP_SCALAR_HALF(Cpu cpu, int insn) {
        FloatLanes.pair(cpu, insn, HALF, FloatOperation.MIN_NUMBER);
    }

    // ---- Across all lanes

    public static void FMAXV(Cpu cpu, int insn) {
        FloatLanes.across(cpu, insn, FloatFormat.SINGLE, FloatOperation.MAX);
    }

    public static void FMAXV_HALF(Cpu cpu, int insn) {
        FloatLanes.across(cpu, insn, HALF, FloatOperation.MAX);
    }

    public static void FMINV(Cpu cpu, int insn) {
        FloatLanes.across(cpu, insn, FloatFormat.SINGLE, FloatOperation.MIN);
    }

    public static void FMINV_HALF(Cpu cpu, int insn) {
        FloatLanes.across(cpu, insn, HALF, FloatOperation.MIN);
    }

    public static void FMAXNMV(Cpu cpu, int insn) {
        FloatLanes.across(cpu, insn, FloatFormat.SINGLE, FloatOperation.MAX_NUMBER);
    }

    public static void FMAXNMV_HALF(Cpu cpu, int insn) {
        FloatLanes.across(cpu, insn, HALF, FloatOperation.MAX_NUMBER);
    }

    public static void FMINNMV(Cpu cpu, int insn) {
        FloatLanes.across(cpu, insn, FloatFormat.SINGLE, FloatOperation.MIN_NUMBER);
    }

    public static void FMINNMV_HALF(Cpu cpu, int insn) {
        FloatLanes.across(cpu, insn, HALF, FloatOperation.MIN_NUMBER);
    }

    // ---- A vector and an element

    public static void FMLA_ELEM(Cpu cpu, int insn) {
        element(cpu, insn, format(insn), FloatOperation.MLA);
    }

    public static void FMLA_ELEM_HALF(Cpu cpu, int insn) {
        element(cpu, insn, HALF, FloatOperation.MLA);
    }

    public static void FMLS_ELEM(Cpu cpu, int insn) {
        element(cpu, insn, format(insn), FloatOperation.MLS);
    }

    public static void FMLS_ELEM_HALF(Cpu cpu, int insn) {
        element(cpu, insn, HALF, FloatOperation.MLS);
    }

    public static void FMUL_ELEM(Cpu cpu, int insn) {
        element(cpu, insn, format(insn), FloatOperation.MUL);
    }

    public static void FMUL_ELEM_HALF(Cpu cpu, int insn) {
        element(cpu, insn, HALF, FloatOperation.MUL);
    }

    public static void FMULX_ELEM(Cpu cpu, int insn) {
        element(cpu, insn, format(insn), FloatOperation.MULX);
    }

    public static void FMULX_ELEM_HALF(Cpu cpu, int insn) {
        element(cpu, insn, HALF, FloatOperation.MULX);
    }

    private static void element(Cpu cpu, int insn, FloatFormat format, FloatOperation op) {
        FloatLanes.with(cpu, insn, format, op, FloatLanes.element(cpu, insn, format));
    }
}
