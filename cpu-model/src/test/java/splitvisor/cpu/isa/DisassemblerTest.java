package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisassemblerTest {

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
    void whatObjdumpPrintsAssemblesToTheSameWord() throws Exception {
        List<String> differences = new ArrayList<>();
        for (Vector vector : vectors()) {
            String ours;
            try {
                ours = "%08x".formatted(Assembler.assembleInstruction(vector.text(), vector.pc()));
            } catch (AssemblyException e) {
                ours = e.getMessage();
            }
            if (!ours.equals("%08x".formatted(canonical(vector.word())))) {
                differences.add("%08x %s: %s".formatted(vector.word(), vector.text(), ours));
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

    /// Of the rotations that make the same logical immediate, the one that an assembler chooses.
    private static int canonical(int word) {
        Pattern pattern = A64.of(word).pattern();
        if (!pattern.has("immr") || pattern.field("n").of(word) == 1 || A64.of(word).name().endsWith("BFM")) {
            return word;
        }
        int size = Integer.highestOneBit(~pattern.field("imms").of(word) & 0x3f);
        return word & ~(0x3f << 16) | (pattern.field("immr").of(word) & size - 1) << 16;
    }
}
