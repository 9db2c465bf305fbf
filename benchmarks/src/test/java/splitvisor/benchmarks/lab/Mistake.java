package splitvisor.benchmarks.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A wrong solution, as a change of the right one, and what its author must be told: a section of a lab's
/// `mistakes.txt`.
///
/// Under a title come `file NAME` (if it is not the lab's first), the change as a patch has it — lines that stay
/// begin with a space, lines that go with `-`, lines that come with `+`, `@` separates places, and `…` in a line that
/// goes stands for anything — and `expect TEXT`. White space at the ends of lines does not count.
record Mistake(String title, String file, List<List<String>> hunks, String expected) {

    /// All of a lab's.
    static List<Mistake> of(Lab lab) throws IOException {
        List<Mistake> mistakes = new ArrayList<>();
        String text = Files.readString(LabSources.folder(lab).resolve("mistakes.txt"));
        for (String section : text.split("(?m)^## ")) {
            if (!section.isBlank() && !section.startsWith("#")) {
                mistakes.add(parse(lab, section.lines().toList()));
            }
        }
        return mistakes;
    }

    private static Mistake parse(Lab lab, List<String> lines) {
        String file = lab.files().getFirst();
        String expected = null;
        List<List<String>> hunks = new ArrayList<>();
        hunks.add(new ArrayList<>());
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("file ")) {
                file = line.substring("file ".length()).strip();
            } else if (line.startsWith("expect ")) {
                expected = line.substring("expect ".length()).strip();
            } else if (line.startsWith("@")) {
                hunks.add(new ArrayList<>());
            } else if (!line.isBlank()) {
                hunks.getLast().add(line);
            }
        }
        if (expected == null) {
            throw new IllegalStateException("%s: '%s' expects nothing".formatted(lab, lines.getFirst()));
        }
        return new Mistake(lines.getFirst().strip(), file, hunks, expected);
    }

    /// The right solution with the mistake in it.
    Map<String, String> in(Map<String, String> solution) {
        Map<String, String> files = new TreeMap<>(solution);
        List<String> lines = new ArrayList<>(files.get(file).lines().toList());
        hunks.forEach(hunk -> apply(hunk, lines));
        files.put(file, String.join("\n", lines) + "\n");
        return files;
    }

    private void apply(List<String> hunk, List<String> lines) {
        List<String> old = hunk.stream().filter(line -> !line.startsWith("+")).map(Mistake::body).toList();
        int found = -1;
        for (int at = 0; at + old.size() <= lines.size(); at++) {
            if (fits(old, lines.subList(at, at + old.size()))) {
                if (found >= 0) {
                    throw new IllegalStateException("'%s' fits more than one place".formatted(title));
                }
                found = at;
            }
        }
        if (found < 0) {
            throw new IllegalStateException("'%s' does not fit the solution any more".formatted(title));
        }
        lines.subList(found, found + old.size()).clear();
        List<String> now = hunk.stream().filter(line -> !line.startsWith("-")).map(line -> line.substring(1)).toList();
        lines.addAll(found, now);
    }

    /// `…` in a line stands for anything.
    private static boolean fits(List<String> old, List<String> lines) {
        for (int i = 0; i < old.size(); i++) {
            String pattern = Stream.of(old.get(i).split("…", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*"));
            if (!lines.get(i).strip().matches(pattern)) {
                return false;
            }
        }
        return true;
    }

    private static String body(String line) {
        return line.substring(1).strip();
    }

    @Override
    public String toString() {
        return title;
    }
}
