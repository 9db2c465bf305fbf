package splitvisor.cpu.sysreg;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Generated;

class SystemRegistersPageTest {

    private static final Path PAGE = Path.of("..", "docs", "tables", "system-registers.md");

    @Test
    void pageSaysWhatTheMachineDoes() throws IOException {
        Generated.check(PAGE, new SystemRegistersPage().text());
    }
}
