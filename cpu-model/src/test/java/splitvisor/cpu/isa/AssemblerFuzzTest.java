package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Whatever the text, the answer is machine code or one line that says where it is wrong.
class AssemblerFuzzTest {

    private static final String ALPHABET = "x0w1,#[]{}()!.:=-+*/%<>&|~'\"\\\n\t ;abfegz_@9v\u00e9";

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void damagedProgramsGiveOneLine() throws Exception {
        String program = Files.readString(VectorRecorder.SOURCE);
        for (int i = 0; i < 400; i++) {
            assertAnswered(damaged(program));
        }
    }

    @Test
    void damagedInstructionsGiveOneLine() throws Exception {
        List<String> lines = Files.readAllLines(VectorRecorder.TEXTS);
        for (int i = 0; i < 8000; i++) {
            String line = lines.get(1 + random.nextInt(lines.size() - 1));
            assertAnswered(damaged(line.substring(line.indexOf('\t') + 1)));
        }
    }

    private String damaged(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            int at = random.nextInt(out.length() + 1);
            char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(3)) {
                case 0 -> out.insert(at, c);
                case 1 -> out.delete(at, Math.min(out.length(), at + 1 + random.nextInt(3)));
                default -> out.replace(at, Math.min(out.length(), at + 1), "" + c);
            }
        }
        return out.toString();
    }

    private static void assertAnswered(String source) {
        try {
            Assembler.assemble(source, 0x1000);
        } catch (AssemblyException e) {
            assertTrue(e.line() >= 1 && e.column() >= 1, e.getMessage());
            assertTrue(e.getMessage().matches("line \\d+, column \\d+: .+"), e.getMessage());
        } catch (RuntimeException e) {
            throw new AssertionError(source, e);
        }
    }
}
