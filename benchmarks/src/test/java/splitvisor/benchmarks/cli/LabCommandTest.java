package splitvisor.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import splitvisor.benchmarks.lab.Lab;

class LabCommandTest {

    private static final String FILE = "NvheWorldSwitch.java";
    private static final Path HOSTS_OWN =
            Path.of("..", "lowvisor", "src", "main", "java", "splitvisor", "lowvisor", FILE);

    @TempDir
    private Path directory;

    private StringWriter out;
    private StringWriter err;

    @BeforeEach
    void nothingSaidYet() {
        out = new StringWriter();
        err = new StringWriter();
    }

    private int splitvisor(String... args) {
        return new Shell(new PrintWriter(out), new PrintWriter(err), false, new LabCommand()).run(args);
    }

    private String folder(String name) {
        return directory.resolve(name).toString();
    }

    @Test
    void listNamesEveryLabInOrder() {
        assertEquals(0, splitvisor("lab", "list"));
        assertEquals(Lab.values().length, out.toString().lines().count());
        assertTrue(out.toString().contains(" 3  the lowvisor's world switch\n"));
        int before = 0;
        for (Lab lab : Lab.values()) {
            assertTrue(lab.number() > before);
            before = lab.number();
        }
    }

    @ParameterizedTest
    @EnumSource
    void startHandsOutHandoutStarterAndMarker(Lab lab) throws IOException {
        assertEquals(0, splitvisor("lab", "start", "" + lab.number(), folder("new/lab")), err::toString);
        Path docs = Path.of("..", "docs", "labs", lab.folder());
        Path made = directory.resolve("new/lab");
        assertEquals(Files.readString(docs.resolve("README.md")), Files.readString(made.resolve("README.md")));
        for (String file : lab.files()) {
            Path starter = docs.resolve("starter").resolve(file);
            assertEquals(Files.readString(starter), Files.readString(made.resolve(file)));
        }
        assertEquals("{\"lab\": %d}\n".formatted(lab.number()), Files.readString(made.resolve("lab.json")));
        assertTrue(out.toString().contains("splitvisor lab check"));
    }

    @Test
    void startOverwritesNothing() throws IOException {
        Files.writeString(directory.resolve("work"), "of hours");
        assertEquals(6, splitvisor("lab", "start", "3", directory.toString()));
        assertEquals(
                "splitvisor lab start: %s: it is there already; name a new folder\n".formatted(directory),
                err.toString());
        assertEquals(1, directory.toFile().list().length);
    }

    @Test
    void startSaysWhyItCannotWrite() throws IOException {
        Path folder = Files.writeString(directory.resolve("work"), "of hours").resolve("lab");
        assertEquals(6, splitvisor("lab", "start", "3", folder.toString()));
        assertEquals(
                "splitvisor lab start: %s: cannot be written: not a directory\n".formatted(folder), err.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "lab                     | 2 | splitvisor lab: say what to do: list, start, check, grade; see 'splitvisor lab",
        "lab begin               | 2 | see 'splitvisor lab --help'",
        "lab start 99 x          | 2 | splitvisor lab start: there is no lab 99; use one of: ",
        "lab start three x       | 2 | see 'splitvisor lab start --help'",
        "lab start 3             | 2 | see 'splitvisor lab start --help'",
        "lab check nowhere       | 3 | splitvisor lab check: nowhere: no such folder",
        "lab grade nowhere --jobs 0 | 2 | splitvisor lab grade: --jobs: 0 is not a positive number"
    })
    void wrongCommandLineIsOneLine(String line, int code, String message) {
        assertEquals(code, splitvisor(line.split(" ")));
        assertTrue(err.toString().contains(message), err::toString);
        assertEquals(1, err.toString().lines().count(), err::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"lab\": 99}    | there is no lab 99; a folder of a lab begins with 'splitvisor lab start'",
        "{\"lab\":        | not JSON; a folder of a lab begins with 'splitvisor lab start'",
        "{\"lab\": 3}     | missing, or not a file"
    })
    void folderThatIsNoSubmissionIsOneLine(String marker, String message) throws IOException {
        Files.writeString(directory.resolve("lab.json"), marker);
        assertEquals(3, splitvisor("lab", "check", directory.toString()));
        assertTrue(err.toString().contains(message), err::toString);
        assertEquals(1, err.toString().lines().count());
    }

    @Test
    void folderWithoutMarkerIsOneLine() {
        assertEquals(3, splitvisor("lab", "check", directory.toString()));
        assertTrue(err.toString().contains("it has no lab.json"), err::toString);
    }

    @Test
    void checkTellsRuleLineLevelAndTrace() throws IOException {
        start("mine", Files.readString(HOSTS_OWN).replace("        sysRegs.saveUser(guest);\n", ""));
        assertEquals(9, splitvisor("lab", "check", folder("mine")), err::toString);
        String said = out.toString();
        assertEquals("splitvisor lab check: 80 of 100 points\n", err.toString());
        assertTrue(said.startsWith("Lab 3, the lowvisor's world switch: "), said);
        for (String part : new String[] {
            "TPIDR_EL0: the guest had", "not read after the exit, so it is not saved", "__sysreg_save_user_state()",
            "where: NvheWorldSwitch.java:", "EL1, E2H 0, TGE 0", "msr  TPIDR_EL0"
        }) {
            assertTrue(said.replaceAll("\\s+", " ").contains(part.replaceAll("\\s+", " ")), () -> part + " in " + said);
        }
    }

    @Test
    void gradeGoesOnBehindAFolderThatCannotBeRead() throws IOException {
        start("complete", Files.readString(HOSTS_OWN));
        start("broken", "class {");
        String json = folder("grades.json");
        int code = splitvisor("lab", "grade", folder("broken"), folder("none"), folder("complete"), "--json", json);
        assertEquals(3, code);
        String[] lines = out.toString().split("\n");
        assertEquals(3, lines.length, out::toString);
        assertTrue(lines[0].matches(".*broken +lab +3 +0/100 +NvheWorldSwitch.java:1: it does not compile: .*"));
        assertTrue(lines[1].matches(".*none +- +0/0 +.*: no such folder"), lines[1]);
        assertTrue(lines[2].matches(".*complete +lab +3 +100/100"), lines[2]);
        JsonNode grades = JsonMapper.builder().build().readTree(Path.of(json).toFile()).path("submissions");
        assertEquals(3, grades.size());
        assertEquals(100, grades.get(2).path("points").asInt());
        assertEquals(6, grades.get(2).path("tasks").size());
        assertEquals(
                "splitvisor lab grade: 1 of 3 folders could not be graded; their lines say why\n", err.toString());
    }

    @Test
    void gradesHaveTheExitCodeOfEachSubmissionAndOfItsProcess() throws IOException {
        start("complete", Files.readString(HOSTS_OWN));
        start("broken", "class {");
        String json = folder("grades.json");
        splitvisor("lab", "grade", folder("broken"), folder("none"), folder("complete"), "--json", json);
        JsonNode grades = JsonMapper.builder().build().readTree(Path.of(json).toFile()).path("submissions");
        for (int i = 0; i < grades.size(); i++) {
            String folder = grades.get(i).path("folder").asText();
            assertEquals(splitvisor("lab", "check", folder), grades.get(i).path("exitCode").asInt(-1), folder);
        }
        assertEquals(9, grades.get(0).path("exitCode").asInt());
        assertEquals(0, grades.get(0).path("processExitCode").asInt(-1));
        assertTrue(grades.get(1).path("processExitCode").isMissingNode());
    }

    @Test
    void aRowOfGradesIsALineWhateverTheFolderIsCalled() throws IOException {
        start("two\nlines", "class {");
        start("lines", "class {");
        assertEquals(0, splitvisor("lab", "grade", folder("two\nlines"), folder("lines")), err::toString);
        String[] lines = out.toString().split("\n");
        assertEquals(2, lines.length, out::toString);
        assertTrue(lines[0].contains("two\\u000alines  lab   3"), lines[0]);
        assertEquals(lines[0].indexOf("  lab   3"), lines[1].indexOf("  lab   3"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        start("mine", "\ufeff" + Files.readString(HOSTS_OWN));
        Files.writeString(directory.resolve("mine/lab.json"), "\ufeff{\"lab\": 3}");
        assertEquals(0, splitvisor("lab", "check", folder("mine")), out::toString);
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Files.writeString(directory.resolve("mine.zip"), "");
        assertEquals(3, splitvisor("lab", "check", folder("mine.zip")));
        assertTrue(err.toString().contains("mine.zip: not a folder"), err::toString);
    }

    @Test
    void aHelperClassCountsAndOneThatDoesNotCompileIsNamed() throws IOException {
        start("mine", Files.readString(HOSTS_OWN).replace(
                "        return exit;\n", "        return Helper.same(exit);\n"));
        Path helper = directory.resolve("mine/Helper.java");
        Files.writeString(helper, """
                package splitvisor.lowvisor;

                import splitvisor.highvisor.hyp.ExitCode;

                final class Helper {
                    static ExitCode same(ExitCode exit) {
                        return exit;
                    }
                }
                """);
        assertEquals(0, splitvisor("lab", "check", folder("mine")), out::toString);
        Files.writeString(directory.resolve("mine/Stray.java"), "an old try");
        assertEquals(9, splitvisor("lab", "check", folder("mine")));
        assertTrue(out.toString().contains("Stray.java is no file of the lab's, and does not compile:"), out::toString);
    }

    @Test
    void gradesThatCannotBeWrittenAreOneLine() throws IOException {
        start("broken", "class {");
        assertEquals(6, splitvisor("lab", "grade", folder("broken"), "--json", folder("no/such/folder")));
        assertTrue(err.toString().contains("--json: cannot write"), err::toString);
    }

    private void start(String name, String source) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(name));
        Files.writeString(folder.resolve("lab.json"), "{\"lab\": 3}");
        Files.writeString(folder.resolve(FILE), source);
    }
}
