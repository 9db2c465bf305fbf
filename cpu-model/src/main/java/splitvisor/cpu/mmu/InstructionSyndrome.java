package splitvisor.cpu.mmu;

/// ISS[24:14] of a stage 2 data abort, ISV to AR, from the instruction that made the access (Arm ARM
/// D19.2.37, ISS encoding for an exception from a Data Abort). It is what a hypervisor emulates MMIO
/// with, so it exists for loads and stores of one general-purpose register without write-back only;
/// not for pairs, exclusives, atomics or vectors.
final class InstructionSyndrome {

    private static final int ISV = 1 << 24;
    private static final int SAS_SHIFT = 22;
    private static final int SSE = 1 << 21;
    private static final int SRT_SHIFT = 16;
    private static final int SF = 1 << 15;
    private static final int AR = 1 << 14;

    private InstructionSyndrome() {}

    /// The bits in their place, 0 (so ISV 0) for any instruction that has none.
    static int of(int word) {
        int size = word >>> 30;
        if ((word & 0x3f00_0000) == 0x3900_0000) { // LDR, STR and kin, unsigned offset
            return plain(word, size);
        }
        if ((word & 0x3f00_0000) == 0x3800_0000) {
            int form = word >>> 10 & 3;
            boolean register = (word & 1 << 21) != 0;
            // Unscaled (00) and unprivileged (10) with an immediate; register offset (10). The others
            // write back (01, 11) or are atomics (00 with bit 21).
            boolean simple = register ? form == 2 : form == 0 || form == 2;
            return simple ? plain(word, size) : isLdapr(word) ? acquireRelease(word, size) : 0;
        }
        if ((word & 0xbf00_0000) == 0x1800_0000) { // LDR (literal), W or X
            return plain(word & ~0x00c0_0000 | 1 << 22, 2 + (word >>> 30 & 1));
        }
        if ((word & 0xff00_0000) == 0x9800_0000) { // LDRSW (literal)
            return plain(word & ~0x00c0_0000 | 2 << 22, 2);
        }
        // LDAR, STLR, LDLAR, STLLR, whatever their Rs and Rt2, which should be 31, are.
        return (word & 0x3fa0_0000) == 0x0880_0000 ? acquireRelease(word, size) : 0;
    }

    /// opc, bits [23:22]: store, load, load signed to 64 bits, load signed to 32 bits.
    private static int plain(int word, int size) {
        int opc = word >>> 22 & 3;
        boolean signed = opc >= 2;
        boolean wide = signed ? opc == 2 : size == 3;
        return ISV | size << SAS_SHIFT | (signed ? SSE : 0) | (word & 31) << SRT_SHIFT | (wide ? SF : 0);
    }

    private static int acquireRelease(int word, int size) {
        return ISV | size << SAS_SHIFT | (word & 31) << SRT_SHIFT | (size == 3 ? SF : 0) | AR;
    }

    private static boolean isLdapr(int word) {
        return (word & 0x3fe0_fc00) == 0x38a0_c000;
    }
}
