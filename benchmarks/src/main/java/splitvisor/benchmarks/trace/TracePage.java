package splitvisor.benchmarks.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Recordings as one HTML page that needs nothing else: template, style, script and data in one file.
public final class TracePage {

    private static final String DATA = "{{data}}";

    private TracePage() {}

    /// Writes the page.
    public static void write(String title, List<Recording> recordings, Writer out) throws IOException {
        String page = resource("page.html")
                .replace("{{style}}", resource("page.css"))
                .replace("{{script}}", resource("state.js") + resource("timeline.js") + resource("page.js"));
        int data = page.indexOf(DATA);
        out.write(page, 0, data);
        PageData.write(title, recordings, out);
        out.write(page.substring(data + DATA.length()));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = TracePage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
