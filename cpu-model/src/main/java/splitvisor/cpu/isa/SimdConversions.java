package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Fields.field;
import static splitvisor.cpu.isa.FloatFormat.HALF;
import static splitvisor.cpu.isa.FloatLanes.format;
import static splitvisor.cpu.isa.Floats.DOWN;
import static splitvisor.cpu.isa.Floats.NEAREST;
import static splitvisor.cpu.isa.Floats.TIES_AWAY;
import static splitvisor.cpu.isa.Floats.TO_ODD;
import static splitvisor.cpu.isa.Floats.TO_ZERO;
import static splitvisor.cpu.isa.Floats.UP;

import splitvisor.cpu.Cpu;

/// Conversions between floating point and integers, fixed point and other formats in vectors (Arm ARM
/// C4.1.96).
public final class SimdConversions {

    private static final FloatOperation NEAREST_SIGNED = FloatOperation.toFixed(false, NEAREST);
    private static final FloatOperation NEAREST_UNSIGNED = FloatOperation.toFixed(true, NEAREST);
    private static final FloatOperation AWAY_SIGNED = FloatOperation.toFixed(false, TIES_AWAY);
    private static final FloatOperation AWAY_UNSIGNED = FloatOperation.toFixed(true, TIES_AWAY);
    private static final FloatOperation UP_SIGNED = FloatOperation.toFixed(false, UP);
    private static final FloatOperation UP_UNSIGNED = FloatOperation.toFixed(true, UP);
    private static final FloatOperation DOWN_SIGNED = FloatOperation.toFixed(false, DOWN);
    private static final FloatOperation DOWN_UNSIGNED = FloatOperation.toFixed(true, DOWN);
    private static final FloatOperation TO_ZERO_SIGNED = FloatOperation.toFixed(false, TO_ZERO);
    private static final FloatOperation TO_ZERO_UNSIGNED = FloatOperation.toFixed(true, TO_ZERO);

    private SimdConversions() {}

    // ---- To an integer

    public static void FCVTNS_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), NEAREST_SIGNED);
    }

    public static void FCVTNS_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, NEAREST_SIGNED);
    }

    public static void FCVTNU_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), NEAREST_UNSIGNED);
    }

    public static void FCVTNU_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, NEAREST_UNSIGNED);
    }

    public static void FCVTAS_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), AWAY_SIGNED);
    }

    public static void FCVTAS_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, AWAY_SIGNED);
    }

    public static void FCVTAU_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), AWAY_UNSIGNED);
    }

    public static void FCVTAU_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, AWAY_UNSIGNED);
    }

    public static void FCVTPS_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), UP_SIGNED);
    }

    public static void FCVTPS_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, UP_SIGNED);
    }

    public static void FCVTPU_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), UP_UNSIGNED);
    }

    public static void FCVTPU_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, UP_UNSIGNED);
    }

    public static void FCVTMS_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), DOWN_SIGNED);
    }

    public static void FCVTMS_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, DOWN_SIGNED);
    }

    public static void FCVTMU_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), DOWN_UNSIGNED);
    }

    public static void FCVTMU_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, DOWN_UNSIGNED);
    }

    public static void FCVTZS_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), TO_ZERO_SIGNED);
    }

    public static void FCVTZS_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, TO_ZERO_SIGNED);
    }

    public static void FCVTZU_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), TO_ZERO_UNSIGNED);
    }

    public static void FCVTZU_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, TO_ZERO_UNSIGNED);
    }

    // ---- From an integer

    public static void SCVTF_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), FloatOperation.FROM_SIGNED);
    }

    public static void SCVTF_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, FloatOperation.FROM_SIGNED);
    }

    public static void UCVTF_VEC(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, format(insn), FloatOperation.FROM_UNSIGNED);
    }

    public static void UCVTF_VEC_HALF(Cpu cpu, int insn) {
        FloatLanes.two(cpu, insn, HALF, FloatOperation.FROM_UNSIGNED);
    }

    // ---- To and from fixed point: immh:immb (bits [22:16]) is twice the width less the fraction bits

    public static void FCVTZS_VEC_FIXED(Cpu cpu, int insn) {
        fixed(cpu, insn, TO_ZERO_SIGNED);
    }

    public static void FCVTZU_VEC_FIXED(Cpu cpu, int insn) {
        fixed(cpu, insn, TO_ZERO_UNSIGNED);
    }

    public static void SCVTF_VEC_FIXED(Cpu cpu, int insn) {
        fixed(cpu, insn, FloatOperation.FROM_SIGNED);
    }

    public static void UCVTF_VEC_FIXED(Cpu cpu, int insn) {
        fixed(cpu, insn, FloatOperation.FROM_UNSIGNED);
    }

    private static void fixed(Cpu cpu, int insn, FloatOperation op) {
        // immh:immb: the lane's width is the highest bit of immh, the fraction has 2 * width - immh:immb bits.
        int imm = field(insn, 16, 7);
        FloatFormat format = imm >= 64 ? FloatFormat.DOUBLE : imm >= 32 ? FloatFormat.SINGLE : HALF;
        FloatLanes.with(cpu, insn, format, op, 2L * format.bits - imm);
    }

    // ---- To another format: sz (bit 22) tells half and single from single and double

    public static void FCVTL(Cpu cpu, int insn) {
        FloatFormat wide = format(insn);
        FloatLanes.widen(cpu, insn, wide == FloatFormat.DOUBLE ? FloatFormat.SINGLE : HALF, wide);
    }

    public static void FCVTN(Cpu cpu, int insn) {
        FloatFormat wide = format(insn);
        FloatFormat narrow = wide == FloatFormat.DOUBLE ? FloatFormat.SINGLE : HALF;
        FloatLanes.narrow(cpu, insn, wide, narrow, Floats.rounding(cpu));
    }

    public static void FCVTXN(Cpu cpu, int insn) {
        FloatLanes.narrow(cpu, insn, FloatFormat.DOUBLE, FloatFormat.SINGLE, TO_ODD);
    }
}
