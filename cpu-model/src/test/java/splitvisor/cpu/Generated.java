package splitvisor.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A checked-in file that is derived from code. `mvn verify -Dregenerate` writes it instead of comparing; a source
/// that was written is compiled by the next run. It is written only if it differs, and replaced at once: others may
/// be reading it.
public final class Generated {

    private Generated() {}

    /// Fails when `file`, relative to the module's directory, is not `content`.
    public static void check(Path file, String content) throws IOException {
        if (System.getProperty("regenerate") != null && !content.equals(found(file))) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), content);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
        String found = found(file);
        assertEquals(content, found, () -> file + " is stale: run mvn verify -Dregenerate, and look at the difference");
    }

    private static String found(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
