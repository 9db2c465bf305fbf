package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DisassemblerTest {

    /// Rotations of the same element, index bits below the element.
    private static final Set<A64> SEVERAL_WORDS = EnumSet.of(
            A64.AND_IMM, A64.ORR_IMM, A64.EOR_IMM, A64.ANDS_IMM, A64.DUP_GENERAL, A64.INS_ELEM);

    private record Vector(int word, long pc, String text) {}

    @Test
    void textIsWhatObjdumpPrints() throws Exception {
        List<String> differences = new ArrayList<>();
        for (Vector vector : vectors()) {
            String text = Disassembler.disassemble(vector.word(), vector.pc());
            if (!text.equals(vector.text())) {
                differences.add("%08x %-20s objdump: %s, ours: %s"
                        .formatted(vector.word(), A64.of(vector.word()), vector.text(), text));
            }
        }
        assertEquals("", String.join("\n", differences));
    }

    @Test
    void everyRowIsAmongTheRecordedWords() throws Exception {
        Set<A64> missing = EnumSet.allOf(A64.class);
        missing.removeIf(row -> row.refusal() != null);
        vectors().forEach(vector -> missing.remove(A64.of(vector.word())));
        assertEquals(Set.of(), missing);
    }

    @Test
    void whatObjdumpPrintsAssemblesToTheSameWord() throws Exception {
        List<String> differences = new ArrayList<>();
        for (Vector vector : vectors()) {
            String ours;
            try {
                ours = "%08x".formatted(Assembler.assembleInstruction(vector.text(), vector.pc()));
            } catch (AssemblyException e) {
                ours = e.getMessage();
            }
            if (!ours.equals("%08x".formatted(vector.word())) && !isRedundant(vector, ours)) {
                differences.add("%08x %s: %s".formatted(vector.word(), vector.text(), ours));
            }
        }
        assertEquals("", String.join("\n", differences));
    }

    /// Whether `ours` is another word for the same thing: some rows have bits that do not matter.
    private static boolean isRedundant(Vector vector, String ours) {
        return SEVERAL_WORDS.contains(A64.of(vector.word()))
                && !ours.startsWith("line")
                && vector.text().equals(Disassembler.disassemble(Integer.parseUnsignedInt(ours, 16), vector.pc()));
    }

    /// Every row, random fields: what is printed can be read, and means the same.
    @Test
    void everyRowSurvivesPrintingAndReading() {
        SplittableRandom random = new SplittableRandom(3);
        List<String> differences = new ArrayList<>();
        for (A64 row : A64.values()) {
            int words = 0;
            for (int i = 0; i < 200 && words < 10 && row.refusal() == null; i++) {
                Pattern.Cube cube = row.pattern().cube();
                int word = random.nextInt() & ~cube.mask() | cube.value();
                if (row.pattern().matches(word)) {
                    words++;
                    String text = Disassembler.disassemble(word, 0x8000);
                    int again = Assembler.assembleInstruction(text, 0x8000);
                    if (A64.of(again) != row || !Disassembler.disassemble(again, 0x8000).equals(text)) {
                        differences.add("%s %08x %s %08x".formatted(row, word, text, again));
                    }
                }
            }
            if (words == 0 && row.refusal() == null) {
                differences.add(row + " has no word among the first 200");
            }
        }
        assertEquals("", String.join("\n", differences));
    }

    private static List<Vector> vectors() throws Exception {
        List<Vector> vectors = new ArrayList<>();
        for (String line : Files.readAllLines(VectorRecorder.WORDS)) {
            if (!line.startsWith("#")) {
                String[] columns = line.split("\t", 2);
                vectors.add(new Vector(Integer.parseUnsignedInt(columns[0], 16), 4L * vectors.size(), columns[1]));
            }
        }
        // Transfers to one register twice, which objdump declines to name.
        vectors.removeIf(vector -> vector.text().endsWith("undefined"));
        return vectors;
    }
}
