package splitvisor.cpu.isa;

import java.util.ArrayList;
import java.util.List;

/// One statement of a source and where it starts.
record Statement(String text, int line, int column) {

    /// Splits a source at line ends and semicolons, comments blanked out: `//` and `/* */` anywhere,
    /// `#` at the start of a line.
    static List<Statement> split(String source, int firstLine) {
        List<Statement> statements = new ArrayList<>();
        int line = firstLine;
        for (String text : withoutComments(source).split("\n", -1)) {
            splitLine(text, line++, statements);
        }
        return statements;
    }

    private static void splitLine(String text, int line, List<Statement> statements) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ';';
            if (c == '"' || c == '\'') {
                i = endOfQuote(text, i);
            } else if (c == ';') {
                add(text.substring(start, Math.min(i, text.length())), line, start + 1, statements);
                start = i + 1;
            }
        }
    }

    /// A label is a statement of its own, whatever follows it.
    private static void add(String piece, int line, int column, List<Statement> statements) {
        String text = piece.stripLeading();
        int at = column + piece.length() - text.length();
        int colon = text.indexOf(':');
        if (colon > 0 && text.substring(0, colon).chars().allMatch(c -> Source.isWordPart((char) c))) {
            statements.add(new Statement(text.substring(0, colon + 1), line, at));
            add(text.substring(colon + 1), line, at + colon + 1, statements);
        } else if (!text.isBlank()) {
            statements.add(new Statement(text.stripTrailing(), line, at));
        }
    }

    /// The index of the last character of what is quoted from `at` on, within the line.
    private static int endOfQuote(String text, int at) {
        if (text.charAt(at) == '\'') {
            return Math.min(text.length() - 1, at + (text.startsWith("\\", at + 1) ? 2 : 1));
        }
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != '"' && text.charAt(i) != '\n') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length() - 1);
    }

    private static String withoutComments(String source) {
        StringBuilder out = new StringBuilder(source);
        int i = 0;
        while (i < out.length()) {
            char c = out.charAt(i);
            if (c == '"' || c == '\'') {
                i = endOfQuote(source, i) + 1;
            } else if (source.startsWith("//", i) || c == '#' && isFirstOfLine(source, i)) {
                i = blank(out, i, end(source, "\n", i));
            } else if (source.startsWith("/*", i)) {
                i = blank(out, i, end(source, "*/", i + 2) + 2);
            } else {
                i++;
            }
        }
        return out.toString();
    }

    private static boolean isFirstOfLine(String source, int at) {
        return source.substring(source.lastIndexOf('\n', at) + 1, at).isBlank();
    }

    private static int end(String source, String mark, int from) {
        int end = source.indexOf(mark, from);
        return end < 0 ? source.length() : end;
    }

    private static int blank(StringBuilder out, int from, int to) {
        for (int i = from; i < Math.min(to, out.length()); i++) {
            if (out.charAt(i) != '\n') {
                out.setCharAt(i, ' ');
            }
        }
        return to;
    }
}
