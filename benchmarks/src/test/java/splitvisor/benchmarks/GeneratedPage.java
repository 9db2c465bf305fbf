package splitvisor.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A page under `docs` that is derived from code. `mvn verify -Dregenerate` writes it instead of comparing.
public final class GeneratedPage {

    private static final Path DOCS = Path.of("..", "docs");

    private GeneratedPage() {}

    /// Fails when the page at `name` (relative to `docs`) is not `content`.
    public static void check(String name, String content) throws IOException {
        Path page = DOCS.resolve(name);
        if (System.getProperty("regenerate") != null) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, content);
        }
        String found = Files.exists(page) ? Files.readString(page) : "";
        assertEquals(content, found, () -> page + " is stale: run mvn verify -Dregenerate, and look at the difference");
    }
}
