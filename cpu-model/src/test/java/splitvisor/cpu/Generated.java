package splitvisor.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A checked-in file that is derived from code. `mvn verify -Dregenerate` writes it instead of comparing; a source
/// that was written is compiled by the next run.
public final class Generated {

    private Generated() {}

    /// Fails when `file`, relative to the module's directory, is not `content`.
    public static void check(Path file, String content) throws IOException {
        if (System.getProperty("regenerate") != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, content);
        }
        String found = Files.exists(file) ? Files.readString(file) : "";
        assertEquals(content, found, () -> file + " is stale: run mvn verify -Dregenerate, and look at the difference");
    }
}
