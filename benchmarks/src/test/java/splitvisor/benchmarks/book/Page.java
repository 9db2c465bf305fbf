package splitvisor.benchmarks.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of the book with everything in it that has a source written anew: quoted code after `<!-- code: ... -->`, two
/// methods side by side after `<!-- beside: A.b, C.d -->`, guests after `<!-- guest: FILE LABEL -->`, rows after
/// `<!-- table: PAGE: CELL, ... -->`, a paper's numbers after `<!-- paper: ID TABLE: COLUMN, ... -->`, what commands
/// print in blocks marked `console`, and numbers before `<!--= ... -->`.
final class Page {

    private static final Pattern MARKER = Pattern.compile("<!-- (code|beside|guest|table|paper): (.+) -->");
    private static final Pattern FACT = Pattern.compile("([\\d.,]*\\d)(\\*{0,2})<!--= (.+?) -->");
    private static final Map<String, String> LANGUAGES = Map.of("code", "java", "beside", "text", "guest", "asm");
    private static final Pattern FENCE = Pattern.compile("```(\\w*)");

    private final JavaSources sources;
    private final Console console;
    private final Facts facts;
    private final List<String> lines;
    private final List<String> written = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int at;

    Page(String text, JavaSources sources, Console console) {
        this.sources = sources;
        this.console = console;
        facts = new Facts(console, sources);
        lines = text.lines().toList();
        while (at < lines.size()) {
            next();
        }
    }

    /// The page as it should be.
    String written() {
        return String.join("\n", written) + "\n";
    }

    /// What is not as it should be, each with the marker or command that it belongs to.
    List<String> problems() {
        return problems;
    }

    private void next() {
        String line = lines.get(at++);
        Matcher marker = MARKER.matcher(line);
        Matcher fence = FENCE.matcher(line);
        if (marker.matches()) {
            written.add(line);
            quote(line, marker.group(1), marker.group(2));
        } else if (fence.matches()) {
            written.add(line);
            List<String> block = block();
            if (fence.group(1).equals("console")) {
                written.addAll(session(block));
            } else {
                if (!fence.group(1).equals("text")) {
                    problems.add("```%s without a marker: code is quoted, never typed".formatted(fence.group(1)));
                }
                written.addAll(block);
            }
            written.add("```");
        } else {
            written.add(withFacts(line));
        }
    }

    /// The lines up to the end of a fenced block.
    private List<String> block() {
        int from = at;
        while (at < lines.size() && !lines.get(at).equals("```")) {
            at++;
        }
        return lines.subList(from, Math.min(at++, lines.size()));
    }

    private void quote(String marker, String kind, String what) {
        boolean table = kind.equals("table") || kind.equals("paper");
        List<String> found;
        if (table) {
            int from = at;
            while (at < lines.size() && lines.get(at).startsWith("|")) {
                at++;
            }
            found = lines.subList(from, at);
        } else {
            boolean fenced = at < lines.size() && lines.get(at).startsWith("```");
            at += fenced ? 1 : 0;
            found = fenced ? block() : List.of();
        }
        List<String> wanted = found;
        try {
            wanted = quoted(kind, what).lines().toList();
            if (!wanted.equals(found)) {
                problems.add(marker + " is stale");
            }
        } catch (Unquotable e) {
            problems.add(marker + ": " + e.getMessage());
        }
        if (!table) {
            written.add("```" + LANGUAGES.get(kind));
        }
        written.addAll(wanted);
        if (!table) {
            written.add("```");
        }
    }

    private String quoted(String kind, String what) throws Unquotable {
        switch (kind) {
            case "code" -> {
                StringBuilder all = new StringBuilder();
                String[] members = what.split(", ");
                for (String member : members) {
                    String text = sources.quote(member);
                    boolean apart = !all.isEmpty() && text.lines().count() > 2;
                    all.append(apart ? "\n" : "").append(text);
                }
                return all.toString();
            }
            case "beside" -> {
                String[] methods = what.split(", ");
                return Beside.of(sources, methods[0], methods[1]);
            }
            case "guest" -> {
                String[] words = what.split(" ");
                return GuestListing.of(words[0], words[1]);
            }
            case "paper" -> {
                String[] words = what.split("[ :]+", 3);
                return PublishedNumbers.table(words[0], words[1], Arrays.asList(words[2].split(", ")));
            }
            default -> {
                String[] words = what.split(": ", 2);
                return DocTable.of(words[0]).rows(Arrays.asList(words[1].split(", ")));
            }
        }
    }

    /// A console block executed: `$ ` begins a command, the lines up to the next are what it prints.
    private List<String> session(List<String> block) {
        List<String> executed = new ArrayList<>();
        for (int i = 0; i < block.size(); ) {
            int from = i;
            StringBuilder command = new StringBuilder(block.get(i));
            executed.add(block.get(i++));
            while (command.toString().endsWith("\\") && i < block.size()) {
                command.setLength(command.length() - 1);
                command.append(block.get(i).strip());
                executed.add(block.get(i++));
            }
            int output = i;
            while (i < block.size() && !block.get(i).startsWith("$ ")) {
                i++;
            }
            List<String> found = block.subList(output, i);
            executed.addAll(executed(command.toString(), found, from));
        }
        return executed;
    }

    private List<String> executed(String command, List<String> found, int line) {
        if (!command.startsWith("$ ")) {
            problems.add("a console block begins with '%s' instead of a command".formatted(command));
            return found;
        }
        try {
            List<String> wanted = console.run(command.substring(2)).stripTrailing().lines()
                    .map(String::stripTrailing).toList();
            if (!wanted.equals(found)) {
                problems.add("'%s' prints something else".formatted(command));
            }
            return wanted;
        } catch (Unquotable e) {
            problems.add("'%s': %s".formatted(command, e.getMessage()));
            return found;
        }
    }

    private String withFacts(String line) {
        return FACT.matcher(line).replaceAll(fact -> {
            String value = fact.group(1);
            try {
                value = facts.value(fact.group(3));
                if (!value.equals(fact.group(1))) {
                    problems.add("%s is %s, not %s".formatted(fact.group(3), value, fact.group(1)));
                }
            } catch (Unquotable e) {
                problems.add(fact.group(3) + ": " + e.getMessage());
            }
            return Matcher.quoteReplacement(value + fact.group(2) + "<!--= " + fact.group(3) + " -->");
        });
    }
}
