package splitvisor.cpu.isa;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Records what a reference executes for random instructions of every row: run its `main` in the
/// module's directory with the command that starts oracle/harness as arguments (oracle/record does).
/// [OracleTest] replays the recording, and [OracleAgainstQemuTest] records more.
final class OracleRecorder {

    static final Path RESOURCES = Path.of("src/test/resources/splitvisor/cpu/isa");

    /// Vectors of each row, and where their random numbers start.
    record Amount(int perRow, int seed) {}

    static final Amount RECORDED = new Amount(24, 0);

    private record Vector(A64 row, int insn, int seed) {}

    private final String[] command;

    OracleRecorder(String... command) {
        this.command = command;
    }

    public static void main(String[] args) throws Exception {
        OracleRecorder recorder = new OracleRecorder(args);
        for (Chapter chapter : OracleTest.CHAPTERS) {
            Files.write(RESOURCES.resolve(OracleTest.file(chapter)), recorder.record(chapter, RECORDED));
        }
    }

    /// The lines of a recording of the chapter's rows.
    List<String> record(Chapter chapter, Amount amount) throws IOException {
        return record(Arrays.stream(A64.values())
                .filter(row -> row.chapter() == chapter)
                .flatMap(row -> vectors(row, amount).stream())
                .toList());
    }

    private static List<Vector> vectors(A64 row, Amount amount) {
        SplittableRandom random = new SplittableRandom(row.name().hashCode() + amount.seed);
        return Stream.generate(() -> encoding(row, random))
                .filter(insn -> row.pattern().matches(insn) && isPredictable(row, insn) && !deviates(row, insn))
                .limit(amount.perRow)
                .map(insn -> new Vector(row, insn, random.nextInt(1000)))
                .toList();
    }

    private static int encoding(A64 row, SplittableRandom random) {
        int insn = row.pattern().template();
        for (Pattern.Field field : row.pattern().fields()) {
            insn |= (random.nextInt() & field.mask()) << field.lsb();
        }
        if (row.name().endsWith("_LIT")) {
            long distance = OracleState.WINDOW + 4L * random.nextInt(60) - OracleState.PC;
            insn = insn & ~(0x7ffff << 5) | ((int) (distance >> 2) & 0x7ffff) << 5;
        }
        return insn;
    }

    /// Where QEMU 7.2 is known not to do what the Arm ARM says: a scalar FCVTZS of a half-precision number to
    /// fixed point leaves the sign in bits [31:16] of the destination, which shall be zero.
    private static boolean deviates(A64 row, int insn) {
        return row == A64.FCVTZS_VEC_FIXED && (insn >>> 20 & 7) == 1 && Lanes.isScalar(insn);
    }

    /// Not CONSTRAINED UNPREDICTABLE: where more than one register is written, or one is kept for later,
    /// they differ.
    private static boolean isPredictable(A64 row, int insn) {
        if (!OracleInput.accessesMemory(row.chapter())) {
            return true;
        }
        if (row.chapter() == Chapter.SIMD_LOADS_AND_STORES || row.chapter() == Chapter.SIMD_STRUCTURES) {
            return differ(row, insn, "rt", "rt2") && differ(row, insn, "rn", "rm");
        }
        List<Integer> registers = new ArrayList<>();
        for (String name : List.of("rt", "rt2", "rs", "rn", "rm")) {
            if (row.pattern().has(name) && (!name.equals("rn") || row.pattern().field(name).of(insn) != 31)) {
                registers.add(row.pattern().field(name).of(insn));
            }
        }
        boolean pairOfPairs = row == A64.CASP
                && Math.abs(row.pattern().field("rs").of(insn) - row.pattern().field("rt").of(insn)) < 2;
        boolean overlapsBase = row == A64.CASP
                && Stream.of("rs", "rt").anyMatch(n ->
                        (row.pattern().field(n).of(insn) | 1) == row.pattern().field("rn").of(insn));
        return registers.stream().distinct().count() == registers.size() && !pairOfPairs && !overlapsBase;
    }

    private static boolean differ(A64 row, int insn, String one, String other) {
        Pattern pattern = row.pattern();
        return !pattern.has(one) || !pattern.has(other) || pattern.field(one).of(insn) != pattern.field(other).of(insn);
    }

    private List<String> record(List<Vector> vectors) throws IOException {
        int size = vectors.size() * (OracleState.BYTES + 16);
        ByteBuffer input = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        for (Vector vector : vectors) {
            input.putLong(Integer.toUnsignedLong(vector.insn)).putLong(0);
            OracleInput.of(vector.row, vector.insn, vector.seed).put(input);
        }
        ByteBuffer output = ByteBuffer.wrap(execute(input.array())).order(ByteOrder.LITTLE_ENDIAN);
        List<String> lines = new ArrayList<>();
        for (Vector vector : vectors) {
            output.getLong();
            long signal = output.getLong();
            OracleState before = OracleInput.of(vector.row, vector.insn, vector.seed);
            OracleState after = new OracleState();
            after.get(output);
            String result = signal == 0 ? after.changesSince(before) : "signal " + signal;
            lines.add("%s %08x %d %s".formatted(vector.row, vector.insn, vector.seed, result));
        }
        return lines;
    }

    private byte[] execute(byte[] input) throws IOException {
        Path in = Files.createTempFile("oracle", ".in");
        try {
            new ByteArrayInputStream(input).transferTo(Files.newOutputStream(in));
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            byte[] output = process.getInputStream().readAllBytes();
            if (output.length != input.length) {
                throw new IOException("%d bytes of %d from %s".formatted(
                        output.length, input.length, String.join(" ", command)));
            }
            return output;
        } finally {
            Files.delete(in);
        }
    }
}
