package splitvisor.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A page under `docs` that is derived from code. `mvn verify -Dregenerate` writes it instead of comparing,
/// only if it differs, and replaces it at once: other tests may be reading it.
public final class GeneratedPage {

    private static final Path DOCS = Path.of("..", "docs");

    private GeneratedPage() {}

    /// Fails when the page at `name` (relative to `docs`) is not `content`.
    public static void check(String name, String content) throws IOException {
        Path page = DOCS.resolve(name);
        if (System.getProperty("regenerate") != null && !content.equals(found(page))) {
            Files.createDirectories(page.getParent());
            Path written = Files.writeString(page.resolveSibling(page.getFileName() + ".new"), content);
            Files.move(written, page, StandardCopyOption.ATOMIC_MOVE);
        }
        String found = found(page);
        assertEquals(content, found, () -> page + " is stale: run mvn verify -Dregenerate, and look at the difference");
    }

    private static String found(Path page) throws IOException {
        return Files.exists(page) ? Files.readString(page) : "";
    }
}
