package splitvisor.benchmarks.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import splitvisor.benchmarks.GeneratedPage;

/// Both world switches fit on one screen and share their steps; the page that prints them is the code.
class WorldSwitchPageTest {

    private static final int SCREEN = 30;
    private static final Pattern STEP = Pattern.compile("(?:=\\s*)?(\\w+(?:\\.\\w+)?)\\(.*?; //\\s+(\\d+)\\s*(.*)");

    private static final Path NVHE =
            Path.of("..", "lowvisor", "src", "main", "java", "splitvisor", "lowvisor", "NvheWorldSwitch.java");
    private static final Path VHE =
            Path.of("..", "vhe-host", "src", "main", "java", "splitvisor", "vhe", "VheWorldSwitch.java");
    private static final Path NVHE_EARLY = NVHE.resolveSibling("NvheEarlySwitch.java");
    private static final Path VHE_EARLY = VHE.resolveSibling("VheEarlySwitch.java");

    private static final String PAGE = """
            # The two world switches

            Generated from the code. The numbers at the right are the steps, the same in both: what is missing under
            VHE is what VHE saves. Step 3 comes after step 6 there, because the guest's EL1 registers are live and
            not in memory. [hyp_call.split.txt](../traces/hyp_call.split.txt) and
            [hyp_call.vhe.txt](../traces/hyp_call.vhe.txt) show what each step does to the machine.

            ## Split: everything of EL1 goes out and comes back

            ```java
            %s
            ```

            ## VHE: EL1 stays the guest's from load to put

            ```java
            %s
            ```

            ## Linux 4.0, split: FP registers and virtual CPU interface too, used or not

            `--generation linux-4.0`, see [kvm-generations.md](kvm-generations.md). The steps have the numbers of
            today's.

            ```java
            %s
            ```

            ## Linux 4.5, VHE: the guest's EL1 still moves on every exit

            ```java
            %s
            ```
            """;

    private record Step(int number, String call) {}

    private static List<String> run(Path source) throws IOException {
        List<String> lines = Files.readAllLines(source);
        int start = lines.indexOf("    public ExitCode run(VcpuArea vcpu) {");
        int end = start + lines.subList(start, lines.size()).indexOf("    }");
        return lines.subList(start, end + 1);
    }

    private static List<Step> steps(Path source) throws IOException {
        return run(source).stream()
                .map(STEP::matcher)
                .filter(Matcher::find)
                .map(found -> new Step(Integer.parseInt(found.group(2)), found.group(1)))
                .toList();
    }

    @Test
    void eachSwitchFitsOnOneScreen() throws IOException {
        assertTrue(run(NVHE).size() <= SCREEN, "split: " + run(NVHE).size());
        assertTrue(run(VHE).size() <= SCREEN, "vhe: " + run(VHE).size());
        assertTrue(run(NVHE_EARLY).size() <= SCREEN, "split, early: " + run(NVHE_EARLY).size());
        assertTrue(run(VHE_EARLY).size() <= SCREEN, "vhe, early: " + run(VHE_EARLY).size());
    }

    @Test
    void splitModeHasEveryStepInOrder() throws IOException {
        List<Integer> numbers = steps(NVHE).stream().map(Step::number).toList();
        assertEquals(java.util.stream.IntStream.rangeClosed(1, 18).boxed().toList(), numbers);
    }

    @Test
    void vheHasASubsetOfTheSteps() throws IOException {
        List<Integer> split = steps(NVHE).stream().map(Step::number).toList();
        List<Integer> vhe = steps(VHE).stream().map(Step::number).toList();
        assertEquals(List.of(1, 5, 6, 3, 4, 9, 10, 11, 14, 16, 17), vhe);
        assertTrue(split.containsAll(vhe));
    }

    /// Linux 4.0 had no steps 2 and 18, and moved 3, 4 and 5 to other places.
    @Test
    void earlyGenerationsHaveTheSameStepsInTheirOrder() throws IOException {
        List<Integer> split = steps(NVHE_EARLY).stream().map(Step::number).distinct().toList();
        assertEquals(List.of(1, 6, 5, 7, 8, 3, 4, 9, 10, 11, 12, 13, 14, 15, 16, 17), split);
        assertEquals(split, steps(VHE_EARLY).stream().map(Step::number).distinct().toList());
    }

    @Test
    void thePageIsFresh() throws IOException {
        GeneratedPage.check(
                "tables/world-switches.md",
                PAGE.formatted(
                        String.join("\n", run(NVHE)),
                        String.join("\n", run(VHE)),
                        String.join("\n", run(NVHE_EARLY)),
                        String.join("\n", run(VHE_EARLY))));
    }
}
