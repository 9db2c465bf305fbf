package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Fields.rm;
import static splitvisor.cpu.isa.Lanes.get;
import static splitvisor.cpu.isa.Lanes.lane;
import static splitvisor.cpu.isa.Lanes.lengthen;
import static splitvisor.cpu.isa.Lanes.mask;
import static splitvisor.cpu.isa.Lanes.replicate;
import static splitvisor.cpu.isa.Lanes.same;
import static splitvisor.cpu.isa.Lanes.size;

import splitvisor.cpu.Cpu;

/// Advanced SIMD integer multiplication, by vector and by element (Arm ARM C4.1.96): the meaning of the rows of
/// [Chapter#SIMD_MULTIPLY].
public final class SimdMultiply {

    private static final LaneOperation PRODUCT = (_, _, n, m, _) -> n * m;
    private static final LaneOperation ADD = (_, d, n, m, _) -> d + n * m;
    private static final LaneOperation SUBTRACT = (_, d, n, m, _) -> d - n * m;
    private static final LaneOperation POLYNOMIAL = (_, _, n, m, _) -> carryless(n, m);
    private static final LaneOperation DOUBLED = (cpu, _, n, m, bits) -> doubled(cpu, n, m, bits);
    private static final LaneOperation DOUBLED_ADD = (cpu, d, n, m, bits) ->
            Saturation.addSigned(cpu, d, doubled(cpu, n, m, bits), 2 * bits);
    private static final LaneOperation DOUBLED_SUBTRACT = (cpu, d, n, m, bits) ->
            Saturation.subtractSigned(cpu, d, doubled(cpu, n, m, bits), 2 * bits);
    private static final LaneOperation HIGH_HALF = (cpu, _, n, m, bits) ->
            Saturation.signed(cpu, n * m >> bits - 1, bits);
    private static final LaneOperation ROUNDED_HIGH_HALF = (cpu, _, n, m, bits) -> roundedHighHalf(cpu, 0, n * m, bits);
    private static final LaneOperation ROUNDED_HIGH_HALF_ADD = (cpu, d, n, m, bits) ->
            roundedHighHalf(cpu, d, n * m, bits);
    private static final LaneOperation ROUNDED_HIGH_HALF_SUBTRACT = (cpu, d, n, m, bits) ->
            roundedHighHalf(cpu, d, -n * m, bits);
    private static final LaneOperation DOT_PRODUCT = (_, d, n, m, _) -> d + dotProduct(n, m, true);
    private static final LaneOperation DOT_PRODUCT_UNSIGNED = (_, d, n, m, _) -> d + dotProduct(n, m, false);

    private SimdMultiply() {}

    // ---- Lanes of one width

    public static void MUL_VEC(Cpu cpu, int insn) {
        same(cpu, insn, false, PRODUCT);
    }

    public static void MUL_ELEM(Cpu cpu, int insn) {
        byElement(cpu, insn, false, PRODUCT);
    }

    public static void MLA_VEC(Cpu cpu, int insn) {
        same(cpu, insn, false, ADD);
    }

    public static void MLA_ELEM(Cpu cpu, int insn) {
        byElement(cpu, insn, false, ADD);
    }

    public static void MLS_VEC(Cpu cpu, int insn) {
        same(cpu, insn, false, SUBTRACT);
    }

    public static void MLS_ELEM(Cpu cpu, int insn) {
        byElement(cpu, insn, false, SUBTRACT);
    }

    public static void PMUL(Cpu cpu, int insn) {
        same(cpu, insn, false, POLYNOMIAL);
    }

    public static void SQDMULH_VEC(Cpu cpu, int insn) {
        same(cpu, insn, true, HIGH_HALF);
    }

    public static void SQDMULH_ELEM(Cpu cpu, int insn) {
        byElement(cpu, insn, true, HIGH_HALF);
    }

    public static void SQRDMULH_VEC(Cpu cpu, int insn) {
        same(cpu, insn, true, ROUNDED_HIGH_HALF);
    }

    public static void SQRDMULH_ELEM(Cpu cpu, int insn) {
        byElement(cpu, insn, true, ROUNDED_HIGH_HALF);
    }

    public static void SQRDMLAH_VEC(Cpu cpu, int insn) {
        same(cpu, insn, true, ROUNDED_HIGH_HALF_ADD);
    }

    public static void SQRDMLAH_ELEM(Cpu cpu, int insn) {
        byElement(cpu, insn, true, ROUNDED_HIGH_HALF_ADD);
    }

    public static void SQRDMLSH_VEC(Cpu cpu, int insn) {
        same(cpu, insn, true, ROUNDED_HIGH_HALF_SUBTRACT);
    }

    public static void SQRDMLSH_ELEM(Cpu cpu, int insn) {
        byElement(cpu, insn, true, ROUNDED_HIGH_HALF_SUBTRACT);
    }

    /// The upper half of d:0 + 2 × product, rounded, computed with half of everything, which fits.
    private static long roundedHighHalf(Cpu cpu, long d, long product, int bits) {
        return Saturation.signed(cpu, (d << bits - 1) + product + (1L << bits - 2) >> bits - 1, bits);
    }

    // ---- Lanes of the product twice as wide

    public static void SMULL_VEC(Cpu cpu, int insn) {
        lengthen(cpu, insn, true, PRODUCT);
    }

    public static void SMULL_ELEM(Cpu cpu, int insn) {
        lengthenByElement(cpu, insn, true, PRODUCT);
    }

    public static void SMLAL_VEC(Cpu cpu, int insn) {
        lengthen(cpu, insn, true, ADD);
    }

    public static void SMLAL_ELEM(Cpu cpu, int insn) {
        lengthenByElement(cpu, insn, true, ADD);
    }

    public static void SMLSL_VEC(Cpu cpu, int insn) {
        lengthen(cpu, insn, true, SUBTRACT);
    }

    public static void SMLSL_ELEM(Cpu cpu, int insn) {
        lengthenByElement(cpu, insn, true, SUBTRACT);
    }

    public static void UMULL_VEC(Cpu cpu, int insn) {
        lengthen(cpu, insn, false, PRODUCT);
    }

    public static void UMULL_ELEM(Cpu cpu, int insn) {
        lengthenByElement(cpu, insn, false, PRODUCT);
    }

    public static void UMLAL_VEC(Cpu cpu, int insn) {
        lengthen(cpu, insn, false, ADD);
    }

    public static void UMLAL_ELEM(Cpu cpu, int insn) {
        lengthenByElement(cpu, insn, false, ADD);
    }

    public static void UMLSL_VEC(Cpu cpu, int insn) {
        lengthen(cpu, insn, false, SUBTRACT);
    }

    public static void UMLSL_ELEM(Cpu cpu, int insn) {
        lengthenByElement(cpu, insn, false, SUBTRACT);
    }

    public static void PMULL(Cpu cpu, int insn) {
        lengthen(cpu, insn, false, POLYNOMIAL);
    }

    public static void SQDMULL_VEC(Cpu cpu, int insn) {
        lengthen(cpu, insn, true, DOUBLED);
    }

    public static void SQDMULL_ELEM(Cpu cpu, int insn) {
        lengthenByElement(cpu, insn, true, DOUBLED);
    }

    public static void SQDMLAL_VEC(Cpu cpu, int insn) {
        lengthen(cpu, insn, true, DOUBLED_ADD);
    }

    public static void SQDMLAL_ELEM(Cpu cpu, int insn) {
        lengthenByElement(cpu, insn, true, DOUBLED_ADD);
    }

    public static void SQDMLSL_VEC(Cpu cpu, int insn) {
        lengthen(cpu, insn, true, DOUBLED_SUBTRACT);
    }

    public static void SQDMLSL_ELEM(Cpu cpu, int insn) {
        lengthenByElement(cpu, insn, true, DOUBLED_SUBTRACT);
    }

    /// Twice the product, in twice the width: only the square of the smallest number does not fit.
    private static long doubled(Cpu cpu, long n, long m, int bits) {
        long product = n * m;
        return product == 1L << 2 * bits - 2 ? Saturation.saturated(cpu, mask(2 * bits) >>> 1) : 2 * product;
    }

    /// The product of two polynomials over {0, 1} with coefficients in 8 bits.
    private static long carryless(long n, long m) {
        long product = 0;
        for (int i = 0; i < 8; i++) {
            product ^= (m >>> i & 1) * (n << i);
        }
        return product;
    }

    // ---- Dot products of four bytes

    public static void SDOT_VEC(Cpu cpu, int insn) {
        same(cpu, insn, 2, true, DOT_PRODUCT);
    }

    public static void SDOT_ELEM(Cpu cpu, int insn) {
        long element = replicate(get(cpu, rm(insn), 2, wordIndex(insn)), 2);
        same(cpu, insn, 2, true, element, element, DOT_PRODUCT);
    }

    public static void UDOT_VEC(Cpu cpu, int insn) {
        same(cpu, insn, 2, true, DOT_PRODUCT_UNSIGNED);
    }

    public static void UDOT_ELEM(Cpu cpu, int insn) {
        long element = replicate(get(cpu, rm(insn), 2, wordIndex(insn)), 2);
        same(cpu, insn, 2, true, element, element, DOT_PRODUCT_UNSIGNED);
    }

    private static long dotProduct(long n, long m, boolean signed) {
        long sum = 0;
        for (int at = 0; at < 32; at += 8) {
            sum += lane(n, at, 8, signed) * lane(m, at, 8, signed);
        }
        return sum;
    }

    // ---- Elements

    private static void byElement(Cpu cpu, int insn, boolean signed, LaneOperation operation) {
        long element = element(cpu, insn);
        same(cpu, insn, size(insn), signed, element, element, operation);
    }

    private static void lengthenByElement(Cpu cpu, int insn, boolean signed, LaneOperation operation) {
        lengthen(cpu, insn, size(insn), signed, element(cpu, insn), operation);
    }

    /// The element of Vm that the index H:L:M (halfwords, of V0 to V15) or H:L (words) selects, in every lane.
    private static long element(Cpu cpu, int insn) {
        if (size(insn) == 1) {
            return replicate(get(cpu, rm(insn) & 15, 1, wordIndex(insn) << 1 | insn >>> 20 & 1), 1);
        }
        return replicate(get(cpu, rm(insn), 2, wordIndex(insn)), 2);
    }

    /// H:L, bits 11 and 21.
    private static int wordIndex(int insn) {
        return insn >>> 10 & 2 | insn >>> 21 & 1;
    }
}
