package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.engine.FlatMachine;

/// Replays what QEMU (user mode, Neoverse N1) made of random instructions in random states. A line of
/// the recording is a row, the instruction, the seed of [OracleInput], and all that changed.
class OracleTest {

    static final List<Chapter> CHAPTERS = List.of(
            Chapter.DATA_PROCESSING_IMMEDIATE,
            Chapter.DATA_PROCESSING_REGISTER,
            Chapter.LOADS_AND_STORES,
            Chapter.ATOMICS,
            Chapter.SIMD_LOADS_AND_STORES,
            Chapter.SIMD_STRUCTURES,
            Chapter.SIMD_INTEGER,
            Chapter.SIMD_UNARY,
            Chapter.SIMD_MULTIPLY,
            Chapter.SIMD_WIDENING,
            Chapter.SIMD_SHIFTS,
            Chapter.SIMD_MOVES,
            Chapter.FLOATING_POINT,
            Chapter.SIMD_FLOATS,
            Chapter.SIMD_FLOAT_UNARY,
            Chapter.SIMD_CONVERSIONS);

    private final Cpu cpu = FlatMachine.withMmuOn(OracleState.WINDOW, 0x10_0000);

    static String file(Chapter chapter) {
        return chapter.className() + ".oracle";
    }

    static List<Chapter> chapters() {
        return CHAPTERS;
    }

    static List<String> recording(Chapter chapter) throws Exception {
        try (var in = OracleTest.class.getResourceAsStream(file(chapter))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void instructionsDoWhatTheReferenceDid(Chapter chapter) throws Exception {
        replay(recording(chapter));
    }

    /// Executes what the reference did, and fails where they differ.
    void replay(List<String> expected) {
        List<String> actual = new ArrayList<>();
        for (String line : expected) {
            actual.add(replay(line));
        }
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                differences.add("\nreference " + expected.get(i) + "\nmachine   " + actual.get(i));
            }
        }
        assertEquals(
                List.of(), differences.subList(0, Math.min(20, differences.size())), differences.size() + " differ");
    }

    @Test
    void everyRowOfTheseChaptersIsRecorded() throws Exception {
        Set<String> recorded = new HashSet<>();
        for (Chapter chapter : CHAPTERS) {
            recording(chapter).forEach(line -> recorded.add(line.split(" ")[0]));
        }
        List<String> missing = Arrays.stream(A64.values())
                .filter(row -> CHAPTERS.contains(row.chapter()))
                .map(A64::name)
                .filter(name -> !recorded.contains(name))
                .toList();
        assertEquals(List.of(), missing);
    }

    private String replay(String line) {
        String[] parts = line.split(" ", 4);
        int insn = Integer.parseUnsignedInt(parts[1], 16);
        OracleState before = OracleInput.of(A64.valueOf(parts[0]), insn, Integer.parseInt(parts[2]));
        before.put(cpu);
        cpu.monitor.clear();
        cpu.memory.writeRam(OracleState.PC, 2, insn);
        cpu.memory.codeCache().invalidateAll();
        cpu.pc = OracleState.PC;
        cpu.interpreter.run(1);
        OracleState after = new OracleState();
        after.get(cpu);
        String result = cpu.pc == OracleState.PC + 4 ? after.changesSince(before) : "pc=%x".formatted(cpu.pc);
        return "%s %s %s %s".formatted(parts[0], parts[1], parts[2], result);
    }
}
