package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Fields.field;
import static splitvisor.cpu.isa.Fields.is64;
import static splitvisor.cpu.isa.Fields.rd;
import static splitvisor.cpu.isa.Fields.rm;
import static splitvisor.cpu.isa.Fields.rn;
import static splitvisor.cpu.isa.Fields.w;
import static splitvisor.cpu.isa.Lanes.checkAccess;
import static splitvisor.cpu.isa.Lanes.get;
import static splitvisor.cpu.isa.Lanes.isQ;
import static splitvisor.cpu.isa.Lanes.isScalar;
import static splitvisor.cpu.isa.Lanes.lane;
import static splitvisor.cpu.isa.Lanes.mask;
import static splitvisor.cpu.isa.Lanes.replicate;
import static splitvisor.cpu.isa.Lanes.set;
import static splitvisor.cpu.isa.Lanes.write;

import splitvisor.cpu.Cpu;

/// Advanced SIMD instructions that move bits and compute nothing (Arm ARM C4.1.96: copy, permute, extract, table
/// lookup, modified immediate, and the logical ones of "three same"), and FMOV (general): the meaning of the rows of
/// [Chapter#SIMD_MOVES].
public final class SimdMoves {

    private static final Source EVEN = (i, _) -> 2 * i;
    private static final Source ODD = (i, _) -> 2 * i + 1;
    private static final Source LOWER = (i, lanes) -> i / 2 + (i & 1) * lanes;
    private static final Source UPPER = (i, lanes) -> lanes / 2 + i / 2 + (i & 1) * lanes;
    private static final Source TRANSPOSED_EVEN = (i, lanes) -> (i & ~1) + (i & 1) * lanes;
    private static final Source TRANSPOSED_ODD = (i, lanes) -> (i | 1) + (i & 1) * lanes;

    private SimdMoves() {}

    // ---- Bitwise

    public static void AND_VEC(Cpu cpu, int insn) {
        checkAccess(cpu);
        int n = 2 * rn(insn);
        int m = 2 * rm(insn);
        long low = cpu.v[n] & cpu.v[m];
        write(cpu, rd(insn), low, isQ(insn) ? cpu.v[n + 1] & cpu.v[m + 1] : 0);
    }

    public static void BIC_VEC(Cpu cpu, int insn) {
        checkAccess(cpu);
        int n = 2 * rn(insn);
        int m = 2 * rm(insn);
        long low = cpu.v[n] & ~cpu.v[m];
        write(cpu, rd(insn), low, isQ(insn) ? cpu.v[n + 1] & ~cpu.v[m + 1] : 0);
    }

    public static void ORR_VEC(Cpu cpu, int insn) {
        checkAccess(cpu);
        int n = 2 * rn(insn);
        int m = 2 * rm(insn);
        long low = cpu.v[n] | cpu.v[m];
        write(cpu, rd(insn), low, isQ(insn) ? cpu.v[n + 1] | cpu.v[m + 1] : 0);
    }

    public static void ORN_VEC(Cpu cpu, int insn) {
        checkAccess(cpu);
        int n = 2 * rn(insn);
        int m = 2 * rm(insn);
        long low = cpu.v[n] | ~cpu.v[m];
        write(cpu, rd(insn), low, isQ(insn) ? cpu.v[n + 1] | ~cpu.v[m + 1] : 0);
    }

    public static void EOR_VEC(Cpu cpu, int insn) {
        checkAccess(cpu);
        int n = 2 * rn(insn);
        int m = 2 * rm(insn);
        long low = cpu.v[n] ^ cpu.v[m];
        write(cpu, rd(insn), low, isQ(insn) ? cpu.v[n + 1] ^ cpu.v[m + 1] : 0);
    }

    public static void BSL(Cpu cpu, int insn) {
        checkAccess(cpu);
        int n = 2 * rn(insn);
        int m = 2 * rm(insn);
        int d = 2 * rd(insn);
        long low = cpu.v[m] ^ (cpu.v[m] ^ cpu.v[n]) & cpu.v[d];
        write(cpu, rd(insn), low, isQ(insn) ? cpu.v[m + 1] ^ (cpu.v[m + 1] ^ cpu.v[n + 1]) & cpu.v[d + 1] : 0);
    }

    public static void BIT(Cpu cpu, int insn) {
        checkAccess(cpu);
        int n = 2 * rn(insn);
        int m = 2 * rm(insn);
        int d = 2 * rd(insn);
        long low = cpu.v[d] ^ (cpu.v[d] ^ cpu.v[n]) & cpu.v[m];
        write(cpu, rd(insn), low, isQ(insn) ? cpu.v[d + 1] ^ (cpu.v[d + 1] ^ cpu.v[n + 1]) & cpu.v[m + 1] : 0);
    }

    public static void BIF(Cpu cpu, int insn) {
        checkAccess(cpu);
        int n = 2 * rn(insn);
        int m = 2 * rm(insn);
        int d = 2 * rd(insn);
        long low = cpu.v[d] ^ (cpu.v[d] ^ cpu.v[n]) & ~cpu.v[m];
        write(cpu, rd(insn), low, isQ(insn) ? cpu.v[d + 1] ^ (cpu.v[d + 1] ^ cpu.v[n + 1]) & ~cpu.v[m + 1] : 0);
    }

    // ---- Immediates

    public static void MOVI(Cpu cpu, int insn) {
        checkAccess(cpu);
        long imm = immediate(insn);
        write(cpu, rd(insn), imm, isQ(insn) ? imm : 0);
    }

    public static void MVNI(Cpu cpu, int insn) {
        checkAccess(cpu);
        long imm = immediate(insn);
        write(cpu, rd(insn), ~imm, isQ(insn) ? ~imm : 0);
    }

    public static void ORR_VEC_IMM(Cpu cpu, int insn) {
        checkAccess(cpu);
        int d = 2 * rd(insn);
        long imm = immediate(insn);
        write(cpu, rd(insn), cpu.v[d] | imm, isQ(insn) ? cpu.v[d + 1] | imm : 0);
    }

    public static void BIC_VEC_IMM(Cpu cpu, int insn) {
        checkAccess(cpu);
        int d = 2 * rd(insn);
        long imm = immediate(insn);
        write(cpu, rd(insn), cpu.v[d] & ~imm, isQ(insn) ? cpu.v[d + 1] & ~imm : 0);
    }

    /// AdvSIMDExpandImm: abc:defgh, placed and replicated as cmode and op say.
    private static long immediate(int insn) {
        long imm8 = insn >>> 11 & 0xe0 | insn >>> 5 & 0x1f;
        int cmode = insn >>> 12 & 15;
        if (cmode < 8) {
            return replicate(imm8 << 4 * (cmode & 6), 2);
        }
        return switch (cmode) {
            case 8, 9, 10, 11 -> replicate(imm8 << 4 * (cmode & 2), 1);
            case 12 -> replicate(imm8 << 8 | 0xff, 2);
            case 13 -> replicate(imm8 << 16 | 0xffff, 2);
            default -> (insn & 1 << 29) == 0 ? replicate(imm8, 0) : bytes(imm8);
        };
    }

    /// A byte of ones for each bit that is set.
    private static long bytes(long bits) {
        long result = 0;
        for (int i = 0; i < 8; i++) {
            result |= (bits >>> i & 1) * 0xff << 8 * i;
        }
        return result;
    }

    // ---- Copies: imm5 is the index above the lowest one, which says the size

    public static void DUP_ELEM(Cpu cpu, int insn) {
        checkAccess(cpu);
        int log2 = log2(insn);
        long element = get(cpu, rn(insn), log2, index(insn));
        if (isScalar(insn)) {
            write(cpu, rd(insn), element, 0);
        } else {
            long lanes = replicate(element, log2);
            write(cpu, rd(insn), lanes, isQ(insn) ? lanes : 0);
        }
    }

    public static void DUP_GENERAL(Cpu cpu, int insn) {
        checkAccess(cpu);
        long lanes = replicate(cpu.x[rn(insn)], log2(insn));
        write(cpu, rd(insn), lanes, isQ(insn) ? lanes : 0);
    }

    public static void INS_GENERAL(Cpu cpu, int insn) {
        checkAccess(cpu);
        set(cpu, rd(insn), log2(insn), index(insn), cpu.x[rn(insn)]);
    }

    public static void INS_ELEM(Cpu cpu, int insn) {
        checkAccess(cpu);
        int log2 = log2(insn);
        set(cpu, rd(insn), log2, index(insn), get(cpu, rn(insn), log2, field(insn, 11, 4) >>> log2));
    }

    public static void UMOV(Cpu cpu, int insn) {
        checkAccess(cpu);
        cpu.set(rd(insn), get(cpu, rn(insn), log2(insn), index(insn)));
    }

    public static void SMOV(Cpu cpu, int insn) {
        checkAccess(cpu);
        int log2 = log2(insn);
        long element = lane(get(cpu, rn(insn), log2, index(insn)), 0, 8 << log2, true);
        cpu.set(rd(insn), isQ(insn) ? element : w((int) element));
    }

    private static int log2(int insn) {
        return Integer.numberOfTrailingZeros(field(insn, 16, 5));
    }

    private static int index(int insn) {
        return field(insn, 16, 5) >>> log2(insn) + 1;
    }

    // ---- Copies between general-purpose and SIMD&FP registers

    public static void FMOV_TO_GENERAL(Cpu cpu, int insn) {
        checkAccess(cpu);
        long value = cpu.v[2 * rn(insn)];
        cpu.set(rd(insn), value & mask(Math.min(bits(insn), is64(insn) ? 64 : 32)));
    }

    public static void FMOV_FROM_GENERAL(Cpu cpu, int insn) {
        checkAccess(cpu);
        write(cpu, rd(insn), cpu.x[rn(insn)] & mask(bits(insn)), 0);
    }

    public static void FMOV_TOP_TO_GENERAL(Cpu cpu, int insn) {
        checkAccess(cpu);
        cpu.set(rd(insn), cpu.v[2 * rn(insn) + 1]);
    }

    public static void FMOV_TOP_FROM_GENERAL(Cpu cpu, int insn) {
        checkAccess(cpu);
        cpu.v[2 * rd(insn) + 1] = cpu.x[rn(insn)];
    }

    /// The width by ftype: single, double, half precision.
    private static int bits(int insn) {
        return switch (field(insn, 22, 2)) {
            case 0 -> 32;
            case 1 -> 64;
            default -> 16;
        };
    }

    // ---- Permutations: for each lane, its place in Vn followed by Vm

    public static void UZP1(Cpu cpu, int insn) {
        permute(cpu, insn, EVEN);
    }

    public static void UZP2(Cpu cpu, int insn) {
        permute(cpu, insn, ODD);
    }

    public static void ZIP1(Cpu cpu, int insn) {
        permute(cpu, insn, LOWER);
    }

    public static void ZIP2(Cpu cpu, int insn) {
        permute(cpu, insn, UPPER);
    }

    public static void TRN1(Cpu cpu, int insn) {
        permute(cpu, insn, TRANSPOSED_EVEN);
    }

    public static void TRN2(Cpu cpu, int insn) {
        permute(cpu, insn, TRANSPOSED_ODD);
    }

    /// Where lane `i` of `lanes` comes from.
    private interface Source {
        int of(int i, int lanes);
    }

    private static void permute(Cpu cpu, int insn, Source source) {
        checkAccess(cpu);
        int log2 = field(insn, 22, 2);
        int lanes = (isQ(insn) ? 16 : 8) >> log2;
        long low = 0;
        long high = 0;
        for (int i = 0; i < lanes; i++) {
            int from = source.of(i, lanes);
            long lane = get(cpu, from < lanes ? rn(insn) : rm(insn), log2, from % lanes);
            int at = i * (8 << log2);
            low |= at < 64 ? lane << at : 0;
            high |= at < 64 ? 0 : lane << at;
        }
        write(cpu, rd(insn), low, high);
    }

    public static void EXT(Cpu cpu, int insn) {
        checkAccess(cpu);
        long[] v = cpu.v;
        int n = 2 * rn(insn);
        int m = 2 * rm(insn);
        int at = field(insn, 11, 4);
        if (!isQ(insn)) {
            write(cpu, rd(insn), joined(v[n], v[m], at), 0);
        } else if (at < 8) {
            write(cpu, rd(insn), joined(v[n], v[n + 1], at), joined(v[n + 1], v[m], at));
        } else {
            write(cpu, rd(insn), joined(v[n + 1], v[m], at - 8), joined(v[m], v[m + 1], at - 8));
        }
    }

    /// Eight bytes from byte `at` of two doublewords.
    private static long joined(long low, long high, int at) {
        return at == 0 ? low : low >>> 8 * at | high << 64 - 8 * at;
    }

    public static void TBL(Cpu cpu, int insn) {
        lookUp(cpu, insn, 0, 0);
    }

    public static void TBX(Cpu cpu, int insn) {
        lookUp(cpu, insn, cpu.v[2 * rd(insn)], cpu.v[2 * rd(insn) + 1]);
    }

    /// Bytes of a table of one to four registers; those of `low` and `high` where an index is beyond it.
    private static void lookUp(Cpu cpu, int insn, long low, long high) {
        checkAccess(cpu);
        int m = 2 * rm(insn);
        long first = bytes(cpu, insn, cpu.v[m], low);
        long second = isQ(insn) ? bytes(cpu, insn, cpu.v[m + 1], high) : 0;
        write(cpu, rd(insn), first, second);
    }

    private static long bytes(Cpu cpu, int insn, long indices, long otherwise) {
        int size = 16 * (field(insn, 13, 2) + 1);
        long result = 0;
        for (int at = 0; at < 64; at += 8) {
            int index = (int) (indices >>> at) & 0xff;
            long value = index < size
                    ? get(cpu, rn(insn) + (index >>> 4) & 31, 0, index & 15)
                    : otherwise >>> at & 0xff;
            result |= value << at;
        }
        return result;
    }
}
