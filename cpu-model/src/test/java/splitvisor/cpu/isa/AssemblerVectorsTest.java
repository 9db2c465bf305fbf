package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssemblerVectorsTest {

    /// Texts that GNU as reads and we refuse, or the other way round, and why.
    private static final Map<String, String> DIFFERENCES = Map.of(
            "add x0, x1, x2, sxtw", "the register extended from 32 bits is a W register",
            "drps", "rows of chapter REFUSED are not assembled");

    @Test
    void wordsAreThoseOfGnuAs() throws Exception {
        List<String> differences = new ArrayList<>();
        for (String line : Files.readAllLines(VectorRecorder.TEXTS)) {
            String[] columns = line.split("\t", 2);
            if (!line.startsWith("#") && !DIFFERENCES.containsKey(columns[1])) {
                String ours = assembled(columns[1]);
                if (columns[0].equals("refused") != ours.startsWith("line") || !columns[0].equals(ours)
                        && !columns[0].equals("refused")) {
                    differences.add(columns[1] + ": GNU as " + columns[0] + ", ours " + ours);
                }
            }
        }
        assertEquals("", String.join("\n", differences));
    }

    @Test
    void bytesOfAProgramAreThoseOfGnuAs() throws Exception {
        List<String> recorded = Files.readAllLines(VectorRecorder.IMAGE);
        byte[] bytes = Assembler.assemble(Files.readString(VectorRecorder.SOURCE), 0).bytes();
        assertEquals(
                String.join("\n", recorded.subList(1, recorded.size())),
                HexFormat.of().formatHex(bytes).replaceAll("(.{64})", "$1\n").strip());
    }

    private static String assembled(String text) {
        try {
            return "%08x".formatted(Assembler.assembleInstruction(text, 0));
        } catch (AssemblyException e) {
            return e.getMessage();
        }
    }
}
