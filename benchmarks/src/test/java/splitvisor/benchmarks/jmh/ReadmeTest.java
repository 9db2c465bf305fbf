package splitvisor.benchmarks.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/// The table of `benchmarks/README.md` beside the benchmarks that there are.
class ReadmeTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /// A class of several methods is listed by these; a class of one by the values of the parameter that it is about.
    private static Stream<String> benchmarks() throws NoSuchFieldException {
        String[] traps = TrapCheckBenchmark.class.getDeclaredField("traps").getAnnotation(Param.class).value();
        return Stream.of(
                        Arrays.stream(Kernel.values()).map(k -> "InterpreterBenchmark " + k),
                        Arrays.stream(traps).map(t -> "TrapCheckBenchmark " + t),
                        Arrays.stream(OperationBenchmark.class.getDeclaredMethods())
                                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                                .map(method -> "OperationBenchmark " + method.getName()))
                .flatMap(s -> s);
    }

    private static List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            if (line.startsWith("| `")) {
                assertEquals(4, line.split(" \\| ").length, line);
                String cell = line.substring(0, line.indexOf(" | "));
                List<String> names = CODE.matcher(cell).results().map(found -> found.group(1)).toList();
                names.stream().skip(1).forEach(name -> rows.add(names.getFirst() + " " + name));
            }
        }
        return rows;
    }

    @Test
    void theTableHasEveryBenchmarkOnceAndNoOther() throws Exception {
        assertEquals(benchmarks().sorted().toList(), rows().stream().sorted().toList());
    }

    @Test
    void noClassOfBenchmarksIsForgotten() throws Exception {
        TreeSet<String> classes = new TreeSet<>();
        Pattern name = Pattern.compile("\\.jmh\\.(\\w+) S ");
        try (var in = ReadmeTest.class.getResourceAsStream("/META-INF/BenchmarkList")) {
            String list = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            name.matcher(list).results().forEach(found -> classes.add(found.group(1)));
        }
        TreeSet<String> listed = new TreeSet<>();
        rows().forEach(row -> listed.add(row.substring(0, row.indexOf(' '))));
        assertEquals(classes, listed);
    }
}
