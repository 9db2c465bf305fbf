package splitvisor.benchmarks.book;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import splitvisor.benchmarks.report.SideBySide;

/// Two methods laid side by side, so that steps of the same number, and lines that are the same, share a line.
final class Beside {

    private static final Pattern STEP = Pattern.compile("(.*?;) //\\s+(\\d+)\\b.*");

    /// A line of a method, with the number of the step that it is, or an empty one.
    private record Line(String number, String code) {

        String key() {
            return number.isEmpty() ? code.strip() : number;
        }

        String text() {
            return "%2s  %s".formatted(number, code);
        }
    }

    private Beside() {}

    /// The bodies of two methods. The calls that tell the machine which function of Linux this is are left out.
    static String of(JavaSources sources, String left, String right) throws Unquotable {
        List<List<Line>> rows = SideBySide.align(List.of(body(sources, left), body(sources, right)), Line::key);
        int width = rows.stream().mapToInt(row -> row.get(0) == null ? 0 : row.get(0).text().length()).max().orElse(0);
        StringBuilder page = new StringBuilder();
        for (List<Line> row : rows) {
            String first = row.get(0) == null ? "" : row.get(0).text();
            String second = row.get(1) == null ? "" : row.get(1).text();
            page.append(("%-" + width + "s | %s").formatted(first, second).stripTrailing()).append('\n');
        }
        return page.toString();
    }

    private static List<Line> body(JavaSources sources, String method) throws Unquotable {
        List<String> lines = sources.quote(method).lines().filter(line -> line.startsWith("    ")).toList();
        List<Line> body = new ArrayList<>();
        for (String line : lines) {
            Matcher step = STEP.matcher(line.substring(4));
            if (step.matches()) {
                body.add(new Line(step.group(2), step.group(1)));
            } else if (!line.strip().startsWith("cpu.path(")) {
                body.add(new Line("", line.substring(4)));
            }
        }
        return body;
    }
}
