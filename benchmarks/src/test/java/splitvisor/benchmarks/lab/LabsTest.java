package splitvisor.benchmarks.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.GeneratedPage;

/// Every lab: its solution has all points, its starter none and says what to do first, and planted mistakes are
/// caught by a message that names the rule.
@Execution(ExecutionMode.CONCURRENT)
class LabsTest {

    private static final int LEAST_MISTAKES = 10;

    @TempDir
    private Path classes;

    @ParameterizedTest
    @EnumSource
    void solutionHasAllPoints(Lab lab) throws IOException {
        Result result = examine(lab, LabSources.solution(lab));
        assertEquals(100, result.of());
        assertEquals(100, result.points(), () -> Feedback.of(result));
    }

    @ParameterizedTest
    @EnumSource
    void starterCompilesHasNoPointsAndIsToldWhatToDoFirst(Lab lab) throws IOException {
        Result result = examine(lab, LabSources.starter(lab));
        assertEquals(List.of(), result.obstacles());
        assertEquals(0, result.points(), () -> Feedback.of(result));
        assertNotNull(result.first());
        assertTrue(result.tasks().stream().noneMatch(task -> task.findings().isEmpty()), () -> Feedback.of(result));
        assertTrue(result.first().what().contains("first"), () -> Feedback.of(result));
    }

    @ParameterizedTest
    @EnumSource
    void starterHasEveryMethodThatTheHostMayCall(Lab lab) throws IOException {
        assertEquals(List.of(), Compilation.compile(
                lab, LabSources.starter(lab), System.getProperty("java.class.path"), classes));
        for (String name : lab.replaced()) {
            String file = name.replace('.', '/') + ".class";
            try (InputStream host = Lab.class.getResourceAsStream("/" + file)) {
                Set<String> missing = methods(host.readAllBytes());
                missing.removeAll(methods(Files.readAllBytes(classes.resolve(file))));
                assertEquals(Set.of(), missing, name);
            }
        }
    }

    /// Names and types of the methods that are not private.
    private static Set<String> methods(byte[] classFile) {
        return ClassFile.of().parse(classFile).methods().stream()
                .filter(method -> !method.flags().has(AccessFlag.PRIVATE) && !method.flags().has(AccessFlag.SYNTHETIC))
                .map(method -> method.methodName().stringValue() + method.methodType().stringValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theOpenLabBeginsWithTheHostsOwnSources() throws IOException {
        for (String name : Lab.CHEAPER_SWITCH.replaced()) {
            GeneratedPage.check(
                    "labs/%s/starter/%s".formatted(Lab.CHEAPER_SWITCH.folder(), Lab.file(name)),
                    Files.readString(LabSources.ofTheHost(name)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void handoutSaysWhatEachTaskIsWorth(Lab lab) throws IOException {
        String handout = Files.readString(LabSources.folder(lab).resolve("README.md"));
        assertTrue(handout.startsWith("# Lab %d: ".formatted(lab.number())));
        String table = lab.exercise().tasks().stream()
                .map(task -> "| %s | %d |\n".formatted(task.name(), task.points()))
                .collect(Collectors.joining("", "| | points |\n|---|---:|\n", "\n"));
        assertTrue(handout.contains(table), () -> "the handout of " + lab + " lacks:\n" + table);
    }

    @ParameterizedTest
    @EnumSource
    void thereAreEnoughMistakesToLearnFrom(Lab lab) throws IOException {
        List<Mistake> mistakes = Mistake.of(lab);
        assertTrue(mistakes.size() >= LEAST_MISTAKES, () -> lab + " has " + mistakes.size());
        assertEquals(mistakes.size(), mistakes.stream().map(Mistake::expected).distinct().count());
    }

    static Stream<Arguments> mistakes() throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (Lab lab : Lab.values()) {
            Mistake.of(lab).forEach(mistake -> all.add(Arguments.of(lab, mistake)));
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("mistakes")
    void mistakeIsCaughtByItsRule(Lab lab, Mistake mistake) throws IOException {
        ResultReader reader = new ResultReader(lab);
        Submission submission = new Submission(lab, mistake.in(LabSources.solution(lab)));
        try {
            Examination.examine(submission, classes, line -> {
                reader.take(line);
                if (isTold(reader, mistake)) {
                    throw new Told();
                }
            });
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof Told)) {
                throw e;
            }
        }
        Result result = reader.result(null);
        assertEquals(List.of(), result.obstacles());
        assertTrue(
                isTold(reader, mistake),
                () -> "not told '%s':\n%s".formatted(mistake.expected(), Feedback.of(result)));
    }

    /// What is to be seen was seen: the rest of the examination need not be waited for.
    private static final class Told extends RuntimeException {}

    private static boolean isTold(ResultReader reader, Mistake mistake) {
        return reader.result(null).tasks().stream()
                .flatMap(task -> task.findings().stream())
                .anyMatch(finding -> (finding.what() + " " + finding.rule()).contains(mistake.expected()));
    }

    private Result examine(Lab lab, Map<String, String> files) {
        ResultReader reader = new ResultReader(lab);
        Examination.examine(new Submission(lab, files), classes, reader::take);
        return reader.result(null);
    }
}
