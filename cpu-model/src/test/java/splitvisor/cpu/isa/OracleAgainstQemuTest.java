package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.cpu.Qemu;

/// What QEMU makes of single instructions, asked now: that the committed vectors are its answers, and that
/// it agrees on ten times as many others. `-Doracle.seed=N` chooses yet others.
@Tag("qemu")
class OracleAgainstQemuTest {

    private static final Path HARNESS = Path.of("target/qemu/oracle");

    private final OracleRecorder recorder =
            new OracleRecorder("qemu-aarch64", "-cpu", "neoverse-n1", HARNESS.toString());

    @BeforeAll
    static void buildHarness() throws Exception {
        Files.createDirectories(HARNESS.getParent());
        Qemu.run(List.of("aarch64-linux-gnu-gcc", "-O1", "-static", "-o", HARNESS.toString(),
                "src/test/oracle/harness.c", "src/test/oracle/template.S"));
    }

    private static List<Chapter> chapters() {
        return OracleTest.CHAPTERS;
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void theCommittedVectorsAreWhatQemuAnswers(Chapter chapter) throws Exception {
        assertEquals(OracleTest.recording(chapter), recorder.record(chapter, OracleRecorder.RECORDED));
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void instructionsDoWhatQemuDoesInFurtherStates(Chapter chapter) throws Exception {
        int seed = Integer.getInteger("oracle.seed", 1);
        new OracleTest().replay(recorder.record(chapter, new OracleRecorder.Amount(240, seed)));
    }
}
