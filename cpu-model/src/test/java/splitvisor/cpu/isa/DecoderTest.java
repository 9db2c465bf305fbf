package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Generated;
import splitvisor.cpu.isa.Pattern.Cube;

class DecoderTest {

    private final SplittableRandom random = new SplittableRandom(64);

    @Test
    void decoderIsWhatTheTableGenerates() throws Exception {
        Generated.check(DecoderGenerator.DECODER, new DecoderGenerator().source());
    }

    @Test
    void noWordBelongsToTwoRows() {
        A64[] rows = A64.values();
        List<String> overlaps = new ArrayList<>();
        for (int i = 1; i < rows.length; i++) {
            for (int j = i + 1; j < rows.length; j++) {
                Cube a = rows[i].pattern().cube();
                Cube b = rows[j].pattern().cube();
                if (((a.value() ^ b.value()) & a.mask() & b.mask()) == 0) {
                    List<Cube> holes = new ArrayList<>(rows[i].pattern().holes());
                    holes.addAll(rows[j].pattern().holes());
                    Cube both = new Cube(a.mask() | b.mask(), a.value() | b.value());
                    if (!covered(both, holes)) {
                        overlaps.add(rows[i] + " " + rows[j]);
                    }
                }
            }
        }
        assertEquals(List.of(), overlaps);
    }

    /// Whether every word of `cube` is in one of `holes`: splits on a bit that a hole still asks about.
    private static boolean covered(Cube cube, List<Cube> holes) {
        for (Cube hole : holes) {
            if (((cube.value() ^ hole.value()) & cube.mask() & hole.mask()) == 0) {
                int open = hole.mask() & ~cube.mask();
                if (open == 0) {
                    return true;
                }
                int bit = Integer.lowestOneBit(open);
                return covered(new Cube(cube.mask() | bit, cube.value()), holes)
                        && covered(new Cube(cube.mask() | bit, cube.value() | bit), holes);
            }
        }
        return false;
    }

    @Test
    void randomWordsDecodeAsTheTableSays() {
        for (int i = 0; i < 100_000; i++) {
            assertDecodesAsTheTableSays(random.nextInt());
        }
    }

    @Test
    void randomWordsOfEachRowDecodeToIt() {
        for (A64 row : A64.values()) {
            for (int i = 0; i < 300 && row.pattern() != null; i++) {
                Cube cube = row.pattern().cube();
                int insn = random.nextInt() & ~cube.mask() | cube.value();
                assertDecodesAsTheTableSays(insn);
                assertDecodesAsTheTableSays(insn ^ 1 << random.nextInt(32));
            }
        }
    }

    @Test
    void fieldsOfEachRowAreDisjointAndInsideItsFreeBits() {
        for (A64 row : A64.values()) {
            if (row.pattern() != null) {
                int taken = row.pattern().cube().mask();
                for (Pattern.Field field : row.pattern().fields()) {
                    int bits = field.mask() << field.lsb();
                    assertEquals(0, taken & bits, row + " " + field);
                    taken |= bits;
                }
            }
        }
    }

    @Test
    void everyRowHasAWord() {
        for (A64 row : A64.values()) {
            assertTrue(
                    row.pattern() == null || !covered(row.pattern().cube(), row.pattern().holes()), row.name());
        }
    }

    private static void assertDecodesAsTheTableSays(int insn) {
        A64 expected = A64.UNALLOCATED;
        for (A64 row : A64.values()) {
            if (row.pattern() != null && row.pattern().matches(insn)) {
                expected = row;
                break;
            }
        }
        assertEquals(expected, A64.of(insn), () -> "%08x".formatted(insn));
    }
}
