package splitvisor.cpu.sysreg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SystemRegistersPageTest {

    private static final Path PAGE = Path.of("..", "docs", "tables", "system-registers.md");

    @Test
    void pageSaysWhatTheMachineDoes() throws IOException {
        String content = new SystemRegistersPage().text();
        if (System.getProperty("regenerate") != null) {
            Files.writeString(PAGE, content);
        }
        assertEquals(
                content,
                Files.exists(PAGE) ? Files.readString(PAGE) : "",
                () -> PAGE + " is stale: run mvn verify -Dregenerate, and look at the difference");
    }
}
