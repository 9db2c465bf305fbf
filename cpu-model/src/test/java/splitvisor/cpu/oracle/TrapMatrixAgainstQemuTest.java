package splitvisor.cpu.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Records [TrapMatrix] anew.
@Tag("qemu")
class TrapMatrixAgainstQemuTest {

    @Test
    void theCommittedMatrixIsWhatQemuAnswers() throws Exception {
        Path file = Path.of("src/test/resources/splitvisor/cpu/oracle", TrapMatrix.FILE);
        List<String> committed = Files.readAllLines(file);
        List<String> recorded = TrapMatrixRecorder.recorded();
        for (int i = 0; i < committed.size(); i++) {
            assertEquals(committed.get(i), recorded.get(i), "line " + (i + 1));
        }
        assertEquals(committed.size(), recorded.size());
    }
}
