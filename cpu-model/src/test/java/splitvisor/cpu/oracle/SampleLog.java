package splitvisor.cpu.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A log of recorded outcomes among the test resources.
final class SampleLog {

    /// One line: which case, what happened, and the rule that the comment above it quotes, if any.
    record Line(String id, String outcome, String rule) {
        static Line of(String text, String rule) {
            int blank = text.indexOf(' ');
            return new Line(text.substring(0, blank), text.substring(blank + 1), rule);
        }
    }

    private SampleLog() {}

    /// The cases of a log; `#` starts a comment.
    static List<Line> read(String file) {
        try (InputStream in = SampleLog.class.getResourceAsStream(file)) {
            List<Line> lines = new ArrayList<>();
            String rule = "";
            boolean inComment = false;
            for (String text : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (text.startsWith("#")) {
                    rule = (inComment ? rule + " " : "") + text.substring(1).strip();
                    inComment = true;
                } else {
                    inComment = false;
                    if (!text.isBlank()) {
                        lines.add(Line.of(text, rule));
                    }
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
