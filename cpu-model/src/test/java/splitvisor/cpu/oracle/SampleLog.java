package splitvisor.cpu.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A log of recorded outcomes among the test resources.
final class SampleLog {

    /// One line: which case, and what happened.
    record Line(String id, String outcome) {
        static Line of(String text) {
            int blank = text.indexOf(' ');
            return new Line(text.substring(0, blank), text.substring(blank + 1));
        }
    }

    private SampleLog() {}

    static List<Line> read(String name) {
        try (InputStream in = SampleLog.class.getResourceAsStream(name + ".sample.log")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(Line::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
