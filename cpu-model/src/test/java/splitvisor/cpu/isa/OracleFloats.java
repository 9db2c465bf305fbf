package splitvisor.cpu.isa;

import java.util.SplittableRandom;

/// V registers, FPCR and FPSR of an oracle vector: lanes of the width that the instruction works on, with
/// the values that its corner cases are made of.
final class OracleFloats {

    private static final int IXC = 1 << 4;

    private final SplittableRandom random;
    private final int bits;

    private OracleFloats(SplittableRandom random, int bits) {
        this.random = random;
        this.bits = bits;
    }

    static void fill(A64 row, int insn, SplittableRandom random, OracleState state) {
        boolean isFloat = row.name().startsWith("F") || row.name().contains("CVTF");
        OracleFloats lanes = new OracleFloats(random, isFloat ? bits(row, insn) : 0);
        for (int i = 0; i < 64; i++) {
            state.v[i] = i > 1 && random.nextInt(8) == 0 ? state.v[i - 2] ^ random.nextInt(2) : lanes.word();
        }
        int mode = random.nextInt(4);
        state.fpcr = mode < 2 ? 0 : mode == 2 ? (long) random.nextInt(4) << 22 : random.nextLong() & 0x07c8_0000;
        state.fpsr = random.nextBoolean() ? IXC : 0;
    }

    private static int bits(A64 row, int insn) {
        if (row.name().endsWith("_HALF")) {
            return 16;
        }
        if (row.pattern().has("ftype")) {
            return FloatFormat.ofType(insn).bits;
        }
        if (row.pattern().has("sz") && row != A64.FCVTN && row != A64.FCVTL) {
            return row.pattern().field("sz").of(insn) == 1 ? 64 : 32;
        }
        return 16 << (insn >>> 7 & 0x7fff) % 3;
    }

    private long word() {
        if (bits == 0) {
            return integer();
        }
        long word = 0;
        for (int at = 0; at < 64; at += bits) {
            word |= lane() << at;
        }
        return word;
    }

    /// Two words of random bits, two whose bytes are near the ends of their ranges.
    private long integer() {
        long word = random.nextLong();
        if (random.nextBoolean()) {
            return word;
        }
        long bytes = 0;
        int[] edges = {0, 0x7f, 0x80, 0xff, 1, 0xfe};
        for (int at = 0; at < 64; at += 8) {
            bytes |= (long) edges[random.nextInt(edges.length)] << at;
        }
        return bytes;
    }

    private long lane() {
        FloatFormat format = FloatFormat.of(bits / 32 + 1);
        long sign = random.nextBoolean() ? format.signBit : 0;
        long fraction = random.nextLong() & format.fractionMask;
        long few = random.nextBoolean() ? fraction : fraction & ~(format.fractionMask >>> random.nextInt(6));
        long magnitude =
                switch (random.nextInt(12)) {
                    case 0 -> 0;
                    case 1 -> random.nextInt(3);
                    case 2 -> fraction;
                    case 3 -> format.fractionMask + random.nextInt(3);
                    case 4 -> format.infinity - random.nextInt(3);
                    case 5 -> random.nextInt(3) == 0 ? format.infinity : format.infinity | fraction;
                    case 6 -> (long) format.bias << format.fractionBits;
                    case 7 -> random.nextLong() & format.signBit - 1;
                    default -> (long) (format.bias + random.nextInt(13) - 5) << format.fractionBits | few;
                };
        return sign | magnitude;
    }
}
