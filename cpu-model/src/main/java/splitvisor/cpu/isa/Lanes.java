package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Fields.rd;
import static splitvisor.cpu.isa.Fields.rm;
import static splitvisor.cpu.isa.Fields.rn;

import splitvisor.cpu.Cpu;

/// How Advanced SIMD instructions go through the lanes of their registers (Arm ARM A1.4.1): each shape begins with
/// the check of access, reads its sources, and writes the destination last, because it may be a source too.
///
/// A shape is a short loop that takes the operation as a constant, so that the compiler makes one loop of the two.
/// Vector and scalar forms differ in bit 28, 64 and 128 bits in bit 30 (Q); scalars have Q set.
final class Lanes {

    /// The lowest bit of each lane, by log2 of a lane's bytes.
    private static final long[] LOWEST = {0x0101_0101_0101_0101L, 0x0001_0001_0001_0001L, 0x0000_0001_0000_0001L, 1};

    private Lanes() {}

    /// CheckFPAdvSIMDEnabled64.
    static void checkAccess(Cpu cpu) {
        if (cpu.fpTrapped) {
            throw cpu.registers.fpTrap();
        }
    }

    /// Bit 30: the instruction works on 128 bits.
    static boolean isQ(int insn) {
        return (insn & 1 << 30) != 0;
    }

    /// Bit 28: the instruction works on one lane.
    static boolean isScalar(int insn) {
        return (insn & 1 << 28) != 0;
    }

    /// Bits [23:22]: log2 of a lane's bytes.
    static int size(int insn) {
        return insn >>> 22 & 3;
    }

    /// Whether the upper doubleword is in use.
    private static boolean hasHigh(int insn) {
        return isQ(insn) && !isScalar(insn);
    }

    /// The bits of the low doubleword that are in use.
    private static int width(int insn, int bits) {
        return isScalar(insn) ? bits : 64;
    }

    /// A mask of the low `bits` bits, 1 to 64.
    static long mask(int bits) {
        return -1L >>> 64 - bits;
    }

    /// The lane of `bits` bits from bit `at` of a doubleword.
    static long lane(long word, int at, int bits, boolean signed) {
        long up = word << 64 - bits - at;
        return signed ? up >> 64 - bits : up >>> 64 - bits;
    }

    /// Lane `index` of a register, zero-extended.
    static long get(Cpu cpu, int register, int log2, int index) {
        int at = index << log2;
        return cpu.v[2 * register + (at >>> 3)] >>> 8 * (at & 7) & mask(8 << log2);
    }

    /// Writes lane `index` of a register and leaves the others.
    static void set(Cpu cpu, int register, int log2, int index, long value) {
        int at = index << log2;
        int shift = 8 * (at & 7);
        long mask = mask(8 << log2) << shift;
        int i = 2 * register + (at >>> 3);
        cpu.v[i] = cpu.v[i] & ~mask | value << shift & mask;
    }

    /// Writes a register.
    static void write(Cpu cpu, int register, long low, long high) {
        cpu.v[2 * register] = low;
        cpu.v[2 * register + 1] = high;
    }

    /// A doubleword each of whose lanes is `value`.
    static long replicate(long value, int log2) {
        return (value & mask(8 << log2)) * LOWEST[log2];
    }

    /// Lanes of one width: Vd.T, Vn.T, Vm.T, with the size in bits [23:22].
    static void same(Cpu cpu, int insn, boolean signed, LaneOperation operation) {
        same(cpu, insn, size(insn), signed, operation);
    }

    static void same(Cpu cpu, int insn, int log2, boolean signed, LaneOperation operation) {
        int m = 2 * rm(insn);
        same(cpu, insn, log2, signed, cpu.v[m], cpu.v[m + 1], operation);
    }

    /// Lanes of one width, with the second source given: an element or an immediate in every lane.
    static void same(Cpu cpu, int insn, int log2, boolean signed, long mLow, long mHigh, LaneOperation operation) {
        checkAccess(cpu);
        int n = 2 * rn(insn);
        int d = 2 * rd(insn);
        int bits = 8 << log2;
        long low = half(cpu, cpu.v[d], cpu.v[n], mLow, bits, width(insn, bits), signed, operation);
        long high = hasHigh(insn) ? half(cpu, cpu.v[d + 1], cpu.v[n + 1], mHigh, bits, 64, signed, operation) : 0;
        cpu.v[d] = low;
        cpu.v[d + 1] = high;
    }

    private static long half(
            Cpu cpu, long d, long n, long m, int bits, int width, boolean signed, LaneOperation operation) {
        long result = 0;
        long mask = mask(bits);
        for (int at = 0; at < width; at += bits) {
            long lane = operation.of(
                    cpu, lane(d, at, bits, signed), lane(n, at, bits, signed), lane(m, at, bits, signed), bits);
            result |= (lane & mask) << at;
        }
        return result;
    }

    /// Each lane from two neighbours of Vn followed by Vm.
    static void pairwise(Cpu cpu, int insn, boolean signed, LaneOperation operation) {
        checkAccess(cpu);
        int n = 2 * rn(insn);
        int m = 2 * rm(insn);
        int d = 2 * rd(insn);
        int bits = 8 << size(insn);
        long[] v = cpu.v;
        boolean q = isQ(insn);
        long low = pairs(cpu, v[n], q ? v[n + 1] : v[m], bits, signed, operation);
        long high = q ? pairs(cpu, v[m], v[m + 1], bits, signed, operation) : 0;
        v[d] = low;
        v[d + 1] = high;
    }

    private static long pairs(Cpu cpu, long low, long high, int bits, boolean signed, LaneOperation operation) {
        if (bits == 64) {
            return operation.of(cpu, 0, low, high, bits);
        }
        return pairs(cpu, low, bits, signed, operation) | pairs(cpu, high, bits, signed, operation) << 32;
    }

    private static long pairs(Cpu cpu, long word, int bits, boolean signed, LaneOperation operation) {
        long result = 0;
        for (int at = 0; at < 64; at += 2 * bits) {
            long lane = operation.of(
                    cpu, 0, lane(word, at, bits, signed), lane(word, at + bits, bits, signed), bits);
            result |= (lane & mask(bits)) << at / 2;
        }
        return result;
    }

    /// Lanes of Vd twice as wide as those of Vn and Vm, which are taken from the upper half where Q is set ("2" in
    /// the mnemonic).
    static void lengthen(Cpu cpu, int insn, boolean signed, LaneOperation operation) {
        lengthen(cpu, insn, size(insn), signed, narrowSource(cpu, insn, rm(insn)), operation);
    }

    static void lengthen(Cpu cpu, int insn, int log2, boolean signed, long m, LaneOperation operation) {
        checkAccess(cpu);
        int d = 2 * rd(insn);
        int bits = 8 << log2;
        long n = narrowSource(cpu, insn, rn(insn));
        int width = isScalar(insn) ? bits : 32;
        long low = wide(cpu, cpu.v[d], n, m, bits, width, signed, operation);
        long high = isScalar(insn) ? 0 : wide(cpu, cpu.v[d + 1], n >>> 32, m >>> 32, bits, 32, signed, operation);
        cpu.v[d] = low;
        cpu.v[d + 1] = high;
    }

    private static long narrowSource(Cpu cpu, int insn, int register) {
        return cpu.v[2 * register + (hasHigh(insn) ? 1 : 0)];
    }

    private static long wide(
            Cpu cpu, long d, long n, long m, int bits, int width, boolean signed, LaneOperation operation) {
        long result = 0;
        for (int at = 0; at < width; at += bits) {
            long lane = operation.of(
                    cpu,
                    lane(d, 2 * at, 2 * bits, signed),
                    lane(n, at, bits, signed),
                    lane(m, at, bits, signed),
                    bits);
            result |= (lane & mask(2 * bits)) << 2 * at;
        }
        return result;
    }

    /// Lanes of Vd and Vn twice as wide as those of Vm, which are taken as [#lengthen] takes them.
    static void widen(Cpu cpu, int insn, boolean signed, LaneOperation operation) {
        checkAccess(cpu);
        int d = 2 * rd(insn);
        int n = 2 * rn(insn);
        int bits = 8 << size(insn);
        long m = narrowSource(cpu, insn, rm(insn));
        long low = wideAndNarrow(cpu, cpu.v[n], m, bits, signed, operation);
        long high = wideAndNarrow(cpu, cpu.v[n + 1], m >>> 32, bits, signed, operation);
        cpu.v[d] = low;
        cpu.v[d + 1] = high;
    }

    private static long wideAndNarrow(Cpu cpu, long n, long m, int bits, boolean signed, LaneOperation operation) {
        long result = 0;
        for (int at = 0; at < 32; at += bits) {
            long lane = operation.of(
                    cpu, 0, lane(n, 2 * at, 2 * bits, signed), lane(m, at, bits, signed), bits);
            result |= (lane & mask(2 * bits)) << 2 * at;
        }
        return result;
    }

    /// Lanes of Vd half as wide as those of Vn and Vm. With Q they go to the upper half of Vd, the lower half stays
    /// as it is ("2" in the mnemonic).
    static void narrow(Cpu cpu, int insn, boolean signed, LaneOperation operation) {
        int m = 2 * rm(insn);
        narrow(cpu, insn, size(insn), signed, cpu.v[m], cpu.v[m + 1], operation);
    }

    static void narrow(Cpu cpu, int insn, int log2, boolean signed, long mLow, long mHigh, LaneOperation operation) {
        checkAccess(cpu);
        int d = 2 * rd(insn);
        int n = 2 * rn(insn);
        int bits = 8 << log2;
        long low = narrowed(cpu, cpu.v[n], mLow, bits, isScalar(insn) ? 2 * bits : 64, signed, operation);
        if (isScalar(insn)) {
            write(cpu, rd(insn), low, 0);
            return;
        }
        long result = low | narrowed(cpu, cpu.v[n + 1], mHigh, bits, 64, signed, operation) << 32;
        if (isQ(insn)) {
            cpu.v[d + 1] = result;
        } else {
            write(cpu, rd(insn), result, 0);
        }
    }

    private static long narrowed(
            Cpu cpu, long n, long m, int bits, int width, boolean signed, LaneOperation operation) {
        long result = 0;
        for (int at = 0; at < width; at += 2 * bits) {
            long lane = operation.of(cpu, 0, lane(n, at, 2 * bits, signed), lane(m, at, 2 * bits, signed), bits);
            result |= (lane & mask(bits)) << at / 2;
        }
        return result;
    }

    /// One number from all lanes of Vn: `start` combined with one after the other, in `n`, as `m`.
    static long across(Cpu cpu, int insn, boolean signed, LaneOperation operation) {
        checkAccess(cpu);
        int bits = 8 << size(insn);
        int n = 2 * rn(insn);
        long result = lane(cpu.v[n], 0, bits, signed);
        for (int at = bits; at < (isQ(insn) ? 128 : 64); at += bits) {
            result = operation.of(cpu, 0, result, lane(cpu.v[n + at / 64], at & 63, bits, signed), bits);
        }
        return result;
    }
}
