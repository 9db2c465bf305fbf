package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BranchesTest {

    private static final String EXAMPLES =
            """
            b . + 0x7fffffc | | pc=134217724
            b . - 0x8000000 | | pc=-134217728
            bl . + 8 | | x30=10008404 pc=8
            b.eq . - 0x100000 | nzcv=4 | pc=-1048576
            b.eq . + 8 | nzcv=b | -
            b.nv . + 8 | nzcv=0 | pc=8
            cbz w1, . + 0xffffc | x1=ffffffff00000000 | pc=1048572
            cbz x1, . + 8 | x1=ffffffff00000000 | -
            cbnz w1, . + 8 | x1=ffffffff00000000 | -
            cbnz x1, . - 4 | x1=1 | pc=-4
            tbz x1, #63, . + 0x7ffc | x1=7fffffffffffffff | pc=32764
            tbz w1, #31, . + 8 | x1=80000000 | -
            tbnz x1, #32, . - 0x8000 | x1=100000000 | pc=-32768
            tbnz w1, #0, . + 8 | x1=fffffffffffffffe | -
            br x1 | x1=W+8500 | pc=256
            blr x1 | x1=W+8500 | x30=10008404 pc=256
            blr x30 | x30=W+8500 | x30=10008404 pc=256
            ret | x30=W+8500 | pc=256
            ret x1 | x1=W+8402 x30=W+8500 | pc=2
            """;

    static Stream<Example> examples() {
        return Example.table(EXAMPLES);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void goesWhereItShould(Example example) {
        assertEquals(example.expected(), example.effect());
    }

    /// ConditionHolds as Arm ARM C1.2.4 tells it in words, NZCV = 0 to f, one character each.
    @Test
    void everyConditionHoldsForItsFlags() {
        String[] holds = {
            "eq 0000111100001111", "ne 1111000011110000", "cs 0011001100110011", "cc 1100110011001100",
            "mi 0000000011111111", "pl 1111111100000000", "vs 0101010101010101", "vc 1010101010101010",
            "hi 0011000000110000", "ls 1100111111001111", "ge 1010101001010101", "lt 0101010110101010",
            "gt 1010000001010000", "le 0101111110101111", "al 1111111111111111", "nv 1111111111111111",
        };
        for (int condition = 0; condition < 16; condition++) {
            StringBuilder actual = new StringBuilder(holds[condition].substring(0, 3));
            for (int nzcv = 0; nzcv < 16; nzcv++) {
                actual.append(Arithmetic.holds(condition, nzcv) ? '1' : '0');
            }
            assertEquals(holds[condition], actual.toString());
        }
    }
}
