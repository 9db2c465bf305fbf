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
        if (row.chapter() == Chapter.LOADS_AND_STORES || row.chapter() == Chapter.ATOMICS) {
            input.address();
        }
        return input.state;
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
            return (long) field("imm12") << (insn >>> 30);
        }
        if (row.pattern().has("imm9")) {
            return field("imm9") << 23 >> 23;
        }
        if (row.pattern().has("imm7")) {
            return (field("imm7") << 25 >> 25) * (insn < 0 ? 8L : 4L);
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
        return index << field("s") * (insn >>> 30);
    }

    /// Every other time, what the comparison expects is what memory holds.
    private void sometimesEqual(int doubleword) {
        int rs = field("rs");
        if (random.nextBoolean() && rs < 30) {
            boolean words = row == A64.CASP && (insn & 1 << 30) == 0;
            state.x[rs] = state.memory[doubleword];
            state.x[rs + 1] = words ? state.memory[doubleword] >>> 32 : state.memory[doubleword + 1];
        }
    }

    private int field(String name) {
        return row.pattern().field(name).of(insn);
    }
}
