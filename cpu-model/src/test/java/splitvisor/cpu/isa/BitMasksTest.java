package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BitMasksTest {

    @Test
    void everyLogicalImmediateIsFoundAgain() {
        Set<Long> masks = new HashSet<>();
        for (int bits = 0; bits < 1 << 13; bits++) {
            long mask = Arithmetic.bitmask(bits << 10);
            if (mask != 0) {
                masks.add(mask);
                assertEquals(mask, Arithmetic.bitmask(BitMasks.encode(mask) << 10));
            }
        }
        // 64-bit elements make 63 lengths times 64 rotations, 32-bit elements 31 times 32, and so on.
        assertEquals(63 * 64 + 31 * 32 + 15 * 16 + 7 * 8 + 3 * 4 + 2, masks.size());
    }

    @Test
    void otherValuesAreNot() {
        assertEquals(-1, BitMasks.encode(0));
        assertEquals(-1, BitMasks.encode(-1));
        assertEquals(-1, BitMasks.encode(5));
        assertEquals(-1, BitMasks.encode(0x0000_00ff_0000_00feL));
    }
}
