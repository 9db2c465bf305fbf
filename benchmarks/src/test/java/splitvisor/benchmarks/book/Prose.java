package splitvisor.benchmarks.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands between the code blocks of a page, and what it refers to.
record Prose(String page, String text) {

    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.,/#-])\\d[\\d.,]*\\d(?![\\w/])(?!\\*{0,2}<!--=)");

    static Prose of(String page) {
        return new Prose(page, FENCED.matcher(Book.text(page)).replaceAll(""));
    }

    /// The targets of its links and pictures.
    List<String> links() {
        return all(LINK, text);
    }

    /// What it sets in code type, whole.
    List<String> code() {
        return all(CODE, text);
    }

    private static final Pattern NAMED = Pattern.compile("Linux\\s\\d+\\.\\d+|(?m)^(# )?\\d+\\. "
            + "|([Ss]teps?|[Cc]hapters?|Labs?)\\s\\d+((,|\\s+and|\\s+to|\\s+before)\\s\\d+)*");

    /// Numbers of two digits or more that nothing derives: outside code, tables, links and facts, and no Linux version,
    /// step of the switch or chapter.
    List<String> looseNumbers() {
        String rest = LINK.matcher(CODE.matcher(text).replaceAll("")).replaceAll("");
        rest = NAMED.matcher(rest.replaceAll("(?m)^\\|.*$", "")).replaceAll("");
        return all(NUMBER, rest.replaceAll("<!-- .*? -->", ""));
    }

    /// The numbered points of the section called `heading`.
    List<String> numbered(String heading) {
        Matcher section = Pattern.compile("(?ms)^## %s$(.*?)(^## |\\z)".formatted(heading)).matcher(text);
        return section.find() ? all(Pattern.compile("(?m)^(\\d+)\\. "), section.group(1)) : List.of();
    }

    /// The anchors that the headings of a Markdown text make, as GitHub does.
    static List<String> anchors(String markdown) {
        return all(Pattern.compile("(?m)^#+ (.+)$"), FENCED.matcher(markdown).replaceAll("")).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
                .toList();
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(matcher.groupCount()));
        }
        return found;
    }
}
