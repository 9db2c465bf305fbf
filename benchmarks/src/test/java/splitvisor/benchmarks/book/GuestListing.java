package splitvisor.benchmarks.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Excerpts of a guest in assembly: what stands at a label, with the comment above it.
final class GuestListing {

    private static final Path OURS =
            Path.of("..", "benchmarks", "src", "main", "resources", "splitvisor", "benchmarks", "guests");

    private GuestListing() {}

    /// From the comment above `label:` to the next empty line. `file` is a file of the program's guests, or else of
    /// `docs/book/guests`.
    static String of(String file, String label) throws Unquotable {
        Path path = Files.exists(OURS.resolve(file)) ? OURS.resolve(file) : Book.FOLDER.resolve("guests").resolve(file);
        List<String> lines;
        try {
            lines = Files.readAllLines(path);
        } catch (IOException e) {
            throw new Unquotable("there is no guest " + file);
        }
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith(label + ":")) {
                int from = at;
                while (from > 0 && !lines.get(from - 1).isBlank()) {
                    from--;
                }
                int to = at;
                while (to < lines.size() && !lines.get(to).isBlank()) {
                    to++;
                }
                return String.join("\n", lines.subList(from, to)) + "\n";
            }
        }
        throw new Unquotable("guest %s has no label %s".formatted(file, label));
    }
}
