package splitvisor.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

    @Test
    void thePageIsFresh() throws IOException {
        GeneratedPage.check("tables/exit-codes.md", ExitCode.page());
    }

    @Test
    void noTwoMeaningsShareACode() {
        long distinct = Arrays.stream(ExitCode.values()).mapToInt(ExitCode::code).distinct().count();
        assertEquals(ExitCode.values().length, distinct);
    }

    @Test
    void theLauncherUsesTheCodeForUnavailable() throws IOException {
        String launcher = Files.readString(Path.of("..", "splitvisor"));
        assertTrue(launcher.contains("exit " + ExitCode.UNAVAILABLE.code()), launcher);
    }
}
