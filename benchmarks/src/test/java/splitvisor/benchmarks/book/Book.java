package splitvisor.benchmarks.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The pages of `docs/book`: the table of contents and the chapters.
final class Book {

    static final Path ROOT = Path.of("..");
    static final Path FOLDER = Path.of("..", "docs", "book");

    private Book() {}

    /// The file names of all pages.
    static List<String> pages() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).filter(f -> f.endsWith(".md")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The chapters, in order.
    static List<String> chapters() {
        return pages().stream().filter(name -> !name.equals("README.md")).toList();
    }

    static String text(String page) {
        try {
            return Files.readString(FOLDER.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
