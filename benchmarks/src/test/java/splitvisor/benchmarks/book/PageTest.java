package splitvisor.benchmarks.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What keeps the book fresh notices what is not.
class PageTest {

    private static final JavaSources SOURCES = new JavaSources();

    @TempDir
    private Path scratch;

    private Page page(String text) {
        return new Page(text, SOURCES, new Console(scratch));
    }

    /// Stale at first; made anew, fresh.
    private void assertStaleOnce(String text, String complaint) {
        Page stale = page(text);
        assertEquals(List.of(complaint), stale.problems());
        assertEquals(List.of(), page(stale.written()).problems());
    }

    @Test
    void codeThatIsNotTheSourcesIsStale() {
        String marker = "<!-- code: WorldSwitch.run -->";
        assertStaleOnce(marker + "\n```java\nvoid run();\n```\n", marker + " is stale");
        String fresh = page(marker + "\n").written();
        assertTrue(fresh.contains("/// Enters the guest and returns why it was left.\nExitCode run(VcpuArea vcpu);\n"));
    }

    @Test
    void aRowOfAnEnumIsAMember() {
        String marker = "<!-- code: El.EL2, hyp/ExitCode.IRQ -->";
        assertStaleOnce(marker + "\n", marker + " is stale");
    }

    @Test
    void stepsOfTheSameNumberShareALine() {
        String marker = "<!-- beside: NvheWorldSwitch.run, VheWorldSwitch.run -->";
        assertStaleOnce(marker + "\n", marker + " is stale");
        String written = page(marker + "\n").written();
        assertTrue(written.matches("(?s).* 5  stage2.load\\(vcpu\\); +\\|  5  stage2.load\\(vcpu\\);\n.*"), written);
        assertTrue(written.matches("(?s).* 8  timer.enableTraps\\(\\); +\\|\n.*"), written);
    }

    @Test
    void guestsAndTablesAreQuotedToo() {
        String guest = "<!-- guest: operations.s id_register -->";
        assertStaleOnce(guest + "\n```asm\nmrs x0, midr_el1\n```\n", guest + " is stale");
        String table = "<!-- table: exit-codes.md: 2 -->";
        assertStaleOnce(table + "\n| code | meaning |\n", table + " is stale");
    }

    @Test
    void whatACommandPrintsIsCompared() {
        String block = "```console\n$ ./splitvisor --version | grep -c splitvisor\n7\n```\n";
        assertStaleOnce(block, "'$ ./splitvisor --version | grep -c splitvisor' prints something else");
    }

    @Test
    void aNumberInASentenceIsCompared() {
        assertStaleOnce("The class has 7<!--= class EL1 --> registers.\n", "class EL1 is 20, not 7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "<!-- code: NoSuchClass.run -->; there is no class NoSuchClass",
        "<!-- code: ExitCode.IRQ -->; there are several classes ExitCode",
        "<!-- code: WorldSwitch.walk -->; class WorldSwitch has no member walk",
        "<!-- guest: nobody.s start -->; there is no guest nobody.s",
        "<!-- guest: operations.s nowhere -->; guest operations.s has no label nowhere",
        "<!-- table: exit-codes.md: 99 -->; docs/tables/exit-codes.md has no row '99' in that table"
    })
    void whatIsNotThereIsNamed(String marker, String complaint) {
        assertEquals(List.of(marker + ": " + complaint), page(marker + "\n").problems());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "compare hyp_call split beats; splitvisor compare has no figure hyp_call split beats",
        "step vhe cycles host stage 2; there is no step 'host stage 2' in host vhe",
        "moves Vector Regs split save moves; there are no registers called Vector Regs",
        "count eoi.split.txt hvc; no line of docs/traces/eoi.split.txt matches hvc",
        "cell exit-codes.md, 99, meaning; docs/tables/exit-codes.md has no row [99] with a column 'meaning'",
        "paper isca16, table3, GP Regs, Swap; table3 has no number at GP Regs, Swap",
        "weather today; there is no kind of fact called weather"
    })
    void aFactThatIsNoneIsNamed(String fact, String complaint) {
        assertEquals(List.of(fact + ": " + complaint), page("It is 7<!--= %s -->.\n".formatted(fact)).problems());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        "$ rm -rf docs; 'rm -rf docs': the book's console knows ./splitvisor only",
        "$ ./splitvisor --version | sh x; the book's console knows no sh x"
    })
    void theConsoleRunsNothingElse(String command, String complaint) {
        List<String> problems = page("```console\n%s\n```\n".formatted(command)).problems();
        assertEquals(List.of("'%s': %s".formatted(command, complaint)), problems);
    }

    @Test
    void aCommandThatFailsIsAProblem() {
        List<String> problems = page("```console\n$ ./splitvisor compare --bench none\n```\n").problems();
        assertTrue(problems.getFirst().contains("ends with exit code 2"), problems::toString);
    }

    @Test
    void codeIsNeverTyped() {
        assertEquals(1, page("```java\nint x;\n```\n").problems().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "head -n 1; one", "tail -n 1; three", "grep t; two,three", "grep -v t; one", "grep -c o; 2",
        "cut -c 2-2; n,w,h", "sed -n '2,3p'; two,three", "sed -n '/tw/,/r/p'; two,three"
    })
    void filtersDoWhatTheShellsDo(String filter, String output) throws Exception {
        String printed = Filter.of(List.of(filter.replace("'", "").split(" "))).apply("one\ntwo\nthree\n");
        assertEquals(output, String.join(",", printed.lines().toList()));
    }
}
