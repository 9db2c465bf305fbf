package splitvisor.benchmarks.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The assembly source of a guest program, and the name to call it by in messages.
public record GuestSource(String name, String text) {

    private static final String OPERATIONS = "guests/operations.s";

    /// The guest that comes with Splitvisor.
    public static GuestSource builtIn() {
        try (InputStream in = GuestSource.class.getResourceAsStream("/splitvisor/benchmarks/" + OPERATIONS)) {
            return new GuestSource(OPERATIONS, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
