package splitvisor.cpu.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Generated;

/// Keeps `docs/tables/qemu-differences.md` equal to the vectors that are written from the Arm ARM.
class QemuDifferencesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "tables", "qemu-differences.md");

    private static final String HEAD =
            """
            # Where QEMU 7.2 and the Arm ARM differ

            Generated from the vectors `*.arm.log` and `mmu.deviations.log` among the tests of `cpu-model`, which
            replay each case; a test keeps the page fresh. The machine does what the Arm ARM says; the outcomes are
            the machine's. The notation is that of the recorded logs beside the vectors.
            """;

    private static final Map<String, String> LOGS = new LinkedHashMap<>();

    static {
        LOGS.put("System registers and instructions", "sysreg-traps.arm.log");
        LOGS.put("Exceptions", "exceptions.arm.log");
        LOGS.put("Translation", "/oracle/mmu.deviations.log");
    }

    @Test
    void pageListsEveryVectorWithItsRule() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        LOGS.forEach((title, log) -> {
            page.append("\n## ").append(title).append("\n\n| rule | case | outcome |\n|---|---|---|\n");
            String rule = "";
            for (SampleLog.Line line : SampleLog.read(log)) {
                String shown = line.rule().equals(rule) ? "" : line.rule();
                page.append("| %s | `%s` | `%s` |\n".formatted(shown, line.id(), line.outcome()));
                rule = line.rule();
            }
        });
        Generated.check(PAGE, page.toString());
    }
}
