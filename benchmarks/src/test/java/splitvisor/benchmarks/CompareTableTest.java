package splitvisor.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import splitvisor.benchmarks.cli.Main;

/// What `splitvisor compare` prints is a page of its own, and its first table stands in the README.
class CompareTableTest {

    private static final Pattern README_BLOCK = Pattern.compile("(?s)(```text\n\\$ ./splitvisor compare\n).*?(```\n)");

    private final String output = output();

    private static String output() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.shell(new PrintWriter(out), new PrintWriter(err), false).run("compare");
        assertEquals(0, code, err.toString());
        return out.toString();
    }

    @Test
    void thePageIsFresh() throws IOException {
        GeneratedPage.check("tables/compare.txt", output);
    }

    @Test
    void theReadmeShowsTheFirstTable() throws IOException {
        int end = output.indexOf("\n\n", output.indexOf("\n\n") + 2) + 1;
        Matcher block = README_BLOCK.matcher(Files.readString(Path.of("..", "README.md")));
        String table = Matcher.quoteReplacement(output.substring(0, end));
        GeneratedPage.check("../README.md", block.replaceFirst("$1" + table + "$2"));
    }
}
