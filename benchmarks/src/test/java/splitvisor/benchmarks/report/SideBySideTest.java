package splitvisor.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SideBySideTest {

    /// Each side is one letter per step; a line of the result is `a/a`, with `.` for a gap.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "abc abc, a/a b/b c/c",
        "abc b, a/. b/b c/.",
        "b abc, ./a b/b ./c",
        "ab cd, a/. b/. ./c ./d",
        "axb ayb, a/a x/. ./y b/b",
        "aab ab, a/a a/. b/b",
        "abc ac abd, a/a/a b/./b c/c/. ././d",
    })
    void equalStepsShareALineAndOrderIsKept(String sides, String lines) {
        List<List<String>> steps = Arrays.stream(sides.split(" ")).map(side -> List.of(side.split(""))).toList();
        String aligned = SideBySide.align(steps, Function.identity()).stream()
                .map(line -> line.stream().map(step -> step == null ? "." : step).collect(Collectors.joining("/")))
                .collect(Collectors.joining(" "));
        assertEquals(lines, aligned);
    }
}
