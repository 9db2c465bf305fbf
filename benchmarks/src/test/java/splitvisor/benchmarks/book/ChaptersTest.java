package splitvisor.benchmarks.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.GeneratedPage;

/// The book says what the code says and what the program prints: quotations, console blocks and numbers are made anew
/// from their sources and compared.
class ChaptersTest {

    @TempDir
    private static Path scratch;

    private static JavaSources sources;
    private static Console console;

    @BeforeAll
    static void open() {
        sources = new JavaSources();
        console = new Console(scratch);
    }

    static Stream<String> pages() {
        return Book.pages().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everythingQuotedIsFresh(String name) throws Exception {
        Page page = new Page(Book.text(name), sources, console);
        if (System.getProperty("regenerate") != null) {
            GeneratedPage.check("book/" + name, page.written());
            page = new Page(page.written(), sources, console);
        }
        String hint = "docs/book/" + name + ": mvn verify -Dregenerate rewrites what it can";
        assertEquals(List.of(), page.problems(), hint);
    }
}
