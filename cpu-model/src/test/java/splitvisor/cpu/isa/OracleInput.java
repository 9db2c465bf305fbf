package splitvisor.cpu.isa;

import java.util.SplittableRandom;

/// The state in which an oracle vector executes its instruction: a function of the instruction and a
/// seed, so that the recording needs to hold results only. Values are a mixture of edge cases and
/// random bits; the address of a load or store lies in the window.
final class OracleInput {

    private static final long[] EDGES = {
        0, 1, -1, 2, 0x7f, 0x80, 0xff, 0x8000, 0xffff, 0x7fff_ffffL, 0x8000_0000L, 0xffff_ffffL, 0x1_0000_0000L,
        Long.MAX_VALUE, Long.MIN_VALUE, -2, 0xffff_ffff_8000_0000L, 31, 32, 63, 64, 0x5555_5555_5555_5555L,
    };

    private final A64 row;
    private final int insn;
    private final SplittableRandom random;
    private final OracleState state = new OracleState();

    private OracleInput(A64 row, int insn, int seed) {
        this.row = row;
        this.insn = insn;
        this.random = new SplittableRandom((long) insn << 32 ^ seed);
    }

    static OracleState of(A64 row, int insn, int seed) {
        OracleInput input = new OracleInput(row, insn, seed);
        input.fill();
        if (isFloat(row.chapter())) {
            OracleFloats.fill(row, insn, input.random, input.state);
        } else if (row.chapter().name().startsWith("SIMD_")) {
            input.fillVectors();
        }
        if (accessesMemory(row.chapter())) {
            input.address();
        }
        return input.state;
    }

    private static boolean isFloat(Chapter chapter) {
        return switch (chapter) {
            case FLOATING_POINT, SIMD_FLOATS, SIMD_FLOAT_UNARY, SIMD_CONVERSIONS -> true;
            default -> false;
        };
    }

    static boolean accessesMemory(Chapter chapter) {
        return switch (chapter) {
            case LOADS_AND_STORES, ATOMICS, SIMD_LOADS_AND_STORES, SIMD_STRUCTURES -> true;
            default -> false;
        };
    }

    private void fill() {
        for (int i = 0; i < 31; i++) {
            state.x[i] = value();
        }
        for (int i = 0; i < 32; i++) {
            state.memory[i] = random.nextInt(4) == 0 ? value() : random.nextLong();
        }
        state.sp = OracleState.WINDOW + 0x80;
        state.nzcv = (long) random.nextInt(16) << 28;
    }

    /// Every register in lanes of a random width: numbers at the edges of that width, counts of shifts around it,
    /// and random bits.
    private void fillVectors() {
        for (int register = 0; register < 32; register++) {
            int bits = 8 << random.nextInt(4);
            for (int at = 0; at < 128; at += bits) {
                state.v[2 * register + at / 64] |= (lane(bits) & -1L >>> 64 - bits) << (at & 63);
            }
        }
    }

    private long lane(int bits) {
        long minimum = -1L << bits - 1;
        return switch (random.nextInt(8)) {
            case 0 -> minimum;
            case 1 -> ~minimum;
            case 2 -> random.nextInt(3) - 1;
            case 3 -> bits + random.nextInt(3) - 1;
            case 4 -> -bits + random.nextInt(3) - 1;
            case 5 -> random.nextInt(2 * bits) - bits;
            default -> random.nextLong();
        };
    }

    private long value() {
        return switch (random.nextInt(4)) {
            case 0 -> EDGES[random.nextInt(EDGES.length)];
            case 1 -> random.nextLong() >>> random.nextInt(64);
            case 2 -> EDGES[random.nextInt(EDGES.length)] << 32 | random.nextLong() >>> 32;
            default -> random.nextLong();
        };
    }

    /// Sets the base register to what makes the access fall into the window.
    private void address() {
        if (!row.pattern().has("rn")) {
            return; // a literal
        }
        boolean atomic = row.chapter() == Chapter.ATOMICS;
        long target = OracleState.WINDOW + 0x40 + (atomic ? random.nextInt(6) * 16 : random.nextInt(0x70));
        long base = target - offset();
        int rn = field("rn");
        if (rn == 31) {
            state.sp = base;
        } else {
            state.x[rn] = base;
        }
        if (row == A64.CAS || row == A64.CASP) {
            sometimesEqual((int) (target - OracleState.WINDOW) / 8);
        }
    }

    private long offset() {
        String name = row.name();
        if (name.endsWith("_POST")) {
            return 0;
        }
        if (row.pattern().has("imm12")) {
            return (long) field("imm12") << log2();
        }
        if (row.pattern().has("imm9")) {
            return field("imm9") << 23 >> 23;
        }
        if (row.pattern().has("imm7")) {
            long registerSize = row.pattern().has("opc") ? 4L << field("opc") : insn < 0 ? 8 : 4;
            return (field("imm7") << 25 >> 25) * registerSize;
        }
        return row.pattern().has("option") ? registerOffset() : 0;
    }

    /// A small index, positive or (where the extension keeps it so) negative, under bits that the
    /// extension drops.
    private long registerOffset() {
        int rm = field("rm");
        if (rm == 31) {
            return 0;
        }
        boolean wide = (field("option") & 1) != 0;
        boolean signed = (field("option") & 4) != 0 || wide;
        long index = random.nextInt(8) - (signed ? 4 : 0);
        state.x[rm] = wide ? index : index & 0xffff_ffffL | random.nextLong() << 32;
        return index << field("s") * log2();
    }

    /// Of the bytes of one register: SIMD&FP registers have the field x above the size.
    private int log2() {
        return insn >>> 30 | (row.pattern().has("x") ? field("x") << 2 : 0);
    }

    /// Every other time, what the comparison expects is what memory holds.
    private void sometimesEqual(int doubleword) {
        int rs = field("rs");
        if (random.nextBoolean() && rs < 30) {
            boolean words = row == A64.CASP && (insn & 1 << 30) == 0;
            state.x[rs] = state.memory[doubleword];
            if (row == A64.CAS) {
                return;
            }
            state.x[rs + 1] = words ? state.memory[doubleword] >>> 32 : state.memory[doubleword + 1];
        }
    }

    private int field(String name) {
        return row.pattern().field(name).of(insn);
    }
}
