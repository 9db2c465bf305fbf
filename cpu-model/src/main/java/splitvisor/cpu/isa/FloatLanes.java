package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Fields.field;
import static splitvisor.cpu.isa.Fields.rd;
import static splitvisor.cpu.isa.Fields.rm;
import static splitvisor.cpu.isa.Fields.rn;

import splitvisor.cpu.Cpu;

/// The ways in which floating-point vector instructions go through the lanes of their operands: as
/// [Lanes] has it for integers.
final class FloatLanes {

    private FloatLanes() {}

    /// By `sz`, bit 22.
    static FloatFormat format(int insn) {
        return (insn & 1 << 22) != 0 ? FloatFormat.DOUBLE : FloatFormat.SINGLE;
    }

    /// Lane by lane of Vn and Vm.
    static void three(Cpu cpu, int insn, FloatFormat format, FloatOperation op) {
        int m = 2 * rm(insn);
        apply(cpu, insn, format, op, cpu.v[m], cpu.v[m + 1]);
    }

    /// Lane by lane of Vn.
    static void two(Cpu cpu, int insn, FloatFormat format, FloatOperation op) {
        apply(cpu, insn, format, op, 0, 0);
    }

    /// Lane by lane of Vn, with the same second operand for each.
    static void with(Cpu cpu, int insn, FloatFormat format, FloatOperation op, long operand) {
        long word = Lanes.replicate(operand, format.log2());
        apply(cpu, insn, format, op, word, word);
    }

    private static void apply(Cpu cpu, int insn, FloatFormat format, FloatOperation op, long low, long high) {
        int n = 2 * rn(insn);
        int d = 2 * rd(insn);
        boolean scalar = Lanes.isScalar(insn);
        long lower = word(cpu, format, op, scalar ? format.bits : 64, cpu.v[n], low, cpu.v[d]);
        boolean both = Lanes.isQ(insn) && !scalar;
        long upper = both ? word(cpu, format, op, 64, cpu.v[n + 1], high, cpu.v[d + 1]) : 0;
        Lanes.write(cpu, rd(insn), lower, upper);
    }

    private static long word(
            Cpu cpu, FloatFormat format, FloatOperation op, int width, long a, long b, long d) {
        int bits = format.bits;
        long result = 0;
        for (int at = 0; at < width; at += bits) {
            long value = op.of(cpu, format, lane(a, at, bits), lane(b, at, bits), lane(d, at, bits));
            result |= (value & Lanes.mask(bits)) << at;
        }
        return result;
    }

    /// Lane `i` of a register.
    private static long get(Cpu cpu, int register, FloatFormat format, int i) {
        return Lanes.get(cpu, register, format.log2(), i);
    }

    private static long lane(long word, int at, int bits) {
        return Lanes.lane(word, at, bits, false);
    }

    /// Neighbours in Vm:Vn, pair by pair.
    static void pairs(Cpu cpu, int insn, FloatFormat format, FloatOperation op) {
        int bits = format.bits;
        int lanes = (Lanes.isQ(insn) ? 128 : 64) / bits;
        long low = 0;
        long high = 0;
        for (int i = 0; i < lanes; i++) {
            int register = i < lanes / 2 ? rn(insn) : rm(insn);
            int from = 2 * i % lanes;
            long value = op.of(
                    cpu, format, get(cpu, register, format, from), get(cpu, register, format, from + 1), 0);
            int at = i * bits;
            if (at < 64) {
                low |= value << at;
            } else {
                high |= value << at - 64;
            }
        }
        Lanes.write(cpu, rd(insn), low, high);
    }

    /// The lowest two lanes of Vn.
    static void pair(Cpu cpu, int insn, FloatFormat format, FloatOperation op) {
        long value = op.of(cpu, format, get(cpu, rn(insn), format, 0), get(cpu, rn(insn), format, 1), 0);
        Lanes.write(cpu, rd(insn), value, 0);
    }

    /// All lanes of Vn into one, halves first: the order decides which NaN comes out.
    static void across(Cpu cpu, int insn, FloatFormat format, FloatOperation op) {
        int lanes = (Lanes.isQ(insn) ? 128 : 64) / format.bits;
        Lanes.write(cpu, rd(insn), reduce(cpu, rn(insn), format, op, 0, lanes), 0);
    }

    private static long reduce(Cpu cpu, int register, FloatFormat format, FloatOperation op, int first, int lanes) {
        if (lanes == 1) {
            return get(cpu, register, format, first);
        }
        int half = lanes / 2;
        long low = reduce(cpu, register, format, op, first, half);
        long high = reduce(cpu, register, format, op, first + half, half);
        return op.of(cpu, format, low, high, 0);
    }

    /// FCVTL: the lower or upper half of Vn to lanes twice as wide.
    static void widen(Cpu cpu, int insn, FloatFormat from, FloatFormat to) {
        long source = cpu.v[2 * rn(insn) + (Lanes.isQ(insn) ? 1 : 0)];
        int mode = Floats.rounding(cpu);
        int lanes = 64 / to.bits;
        long low = 0;
        long high = 0;
        for (int i = 0; i < lanes; i++) {
            int at = i * from.bits;
            low |= FloatConversion.convert(cpu, from, to, lane(source, at, from.bits), mode) << i * to.bits;
            long second = lane(source, at + 32, from.bits);
            high |= FloatConversion.convert(cpu, from, to, second, mode) << i * to.bits;
        }
        Lanes.write(cpu, rd(insn), low, high);
    }

    /// FCVTN, FCVTXN: all of Vn to lanes half as wide, in the lower half of Vd or, keeping it, the upper.
    static void narrow(Cpu cpu, int insn, FloatFormat from, FloatFormat to, int mode) {
        boolean scalar = Lanes.isScalar(insn);
        int lanes = scalar ? 1 : 128 / from.bits;
        long result = 0;
        for (int i = 0; i < lanes; i++) {
            long lane = get(cpu, rn(insn), from, i);
            result |= FloatConversion.convert(cpu, from, to, lane, mode) << i * to.bits;
        }
        boolean upper = Lanes.isQ(insn) && !scalar;
        Lanes.write(cpu, rd(insn), upper ? cpu.v[2 * rd(insn)] : result, upper ? result : 0);
    }

    /// The element of Vm that instructions by element use. L, M and H (bits 21, 20, 11) are its index, as far
    /// as the width needs them; for halfwords M is part of the index, and Vm one of V0 to V15.
    static long element(Cpu cpu, int insn, FloatFormat format) {
        int h = field(insn, 11, 1);
        int l = field(insn, 21, 1);
        int m = field(insn, 20, 1);
        int low = field(insn, 16, 4);
        return switch (format) {
            case HALF -> get(cpu, low, format, h << 2 | l << 1 | m);
            case SINGLE -> get(cpu, m << 4 | low, format, h << 1 | l);
            case DOUBLE -> get(cpu, m << 4 | low, format, h);
        };
    }
}
