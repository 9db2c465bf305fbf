package splitvisor.benchmarks.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the book points at is there: pages, headings, pictures, classes, members, files. And what it states in figures
/// is derived, or has a row that says where it is from.
class ReferencesTest {

    private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*(\\.[A-Za-z_0-9]+)?");
    private static final Pattern OUR_FILE =
            Pattern.compile("(docs|cpu-model|highvisor|lowvisor|vhe-host|benchmarks)/[\\w./-]+");

    /// Names of the architecture that look like classes; those of pseudocode begin with AArch64.
    private static final Set<String> NOT_OURS = Set.of("CurrentEL", "AArch64");

    private static final JavaSources SOURCES = new JavaSources();

    static Stream<String> pages() {
        return Book.pages().stream();
    }

    static Stream<String> chapters() {
        return Book.chapters().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(String page) throws IOException {
        List<String> dead = new ArrayList<>();
        for (String link : Prose.of(page).links()) {
            String[] parts = link.split("#", 2);
            Path file = Book.FOLDER.resolve(parts[0].isEmpty() ? page : parts[0]);
            boolean there = Files.exists(file);
            if (there && parts.length == 2) {
                there = Prose.anchors(Files.readString(file)).contains(parts[1]);
            }
            if (!there) {
                dead.add(link);
            }
        }
        assertEquals(List.of(), dead, page);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void classesMembersAndFilesExist(String page) {
        List<String> unknown = new ArrayList<>();
        for (String code : Prose.of(page).code()) {
            String name = code.replace("()", "");
            boolean isClass = CLASS.matcher(name).matches() && !NOT_OURS.contains(name.split("\\.")[0]);
            boolean isFile = OUR_FILE.matcher(name).matches();
            if (isClass && !SOURCES.has(name) || isFile && !Files.exists(Book.ROOT.resolve(name))) {
                unknown.add(code);
            }
        }
        assertEquals(List.of(), unknown, page);
    }

    /// Functions of Linux are those that our own sources name as their model, or have a row in [Constants].
    @ParameterizedTest
    @MethodSource("pages")
    void functionsAreKnown(String page) {
        List<String> unknown = Prose.of(page).code().stream()
                .filter(code -> code.matches("[a-z_]\\w*\\(\\)"))
                .map(code -> code.replace("()", ""))
                .filter(name -> !SOURCES.mentions(name) && !Constants.FUNCTIONS.containsKey(name))
                .toList();
        assertEquals(List.of(), unknown, page);
    }

    @Test
    void everyPictureIsShown() throws IOException {
        Set<String> shown = Book.pages().stream()
                .flatMap(page -> Prose.of(page).links().stream())
                .filter(link -> link.startsWith("pictures/"))
                .map(link -> link.substring("pictures/".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(Book.FOLDER.resolve("pictures"))) {
            assertEquals(shown, files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void theTableOfContentsHasEveryChapter() {
        List<String> links = Prose.of("README.md").links();
        assertEquals(List.of(), Book.chapters().stream().filter(chapter -> !links.contains(chapter)).toList());
    }

    /// A number about our machine is a fact with a source; others (years, widths, the architecture's) have a row in
    /// [Constants].
    @ParameterizedTest
    @MethodSource("pages")
    void numbersAreDerivedOrHaveTheirRow(String page) {
        List<String> loose = Prose.of(page).looseNumbers();
        Map<String, String> known = Constants.ALL;
        assertEquals(List.of(), loose.stream().filter(number -> !known.containsKey(number)).toList(), page);
    }

    @Test
    void everyConstantIsUsed() {
        List<String> used = Book.pages().stream().flatMap(page -> Prose.of(page).looseNumbers().stream()).toList();
        assertEquals(List.of(), Constants.ALL.keySet().stream().filter(n -> !used.contains(n)).sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void aChapterHasExercisesWithAnswersAndSaysWhereToReadOn(String chapter) {
        Prose prose = Prose.of(chapter);
        List<String> exercises = prose.numbered("Exercises");
        assertTrue(exercises.size() >= 3 && exercises.size() <= 6, () -> chapter + " has exercises " + exercises);
        assertEquals(exercises, prose.numbered("For the lecturer"), chapter);
        assertTrue(prose.text().contains("\n## Where to read on\n"), chapter);
        assertTrue(prose.text().contains("Lab "), () -> chapter + " names no lab");
    }
}
