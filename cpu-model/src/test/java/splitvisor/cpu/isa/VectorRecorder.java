package splitvisor.cpu.isa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;

/// Records what GNU binutils makes of words and of text, for [DisassemblerTest] and [AssemblerVectorsTest]. Run
/// its `main` in the module's directory, where aarch64-linux-gnu-objdump and -as are installed, after
/// changing [A64] or the list of texts. The tests read the recordings and need no binutils.
final class VectorRecorder {

    static final Path RESOURCES = Path.of("src/test/resources/splitvisor/cpu/isa");
    static final Path WORDS = RESOURCES.resolve("objdump.txt");
    static final Path SOURCE = RESOURCES.resolve("program.s");
    static final Path IMAGE = RESOURCES.resolve("program.txt");
    static final Path TEXTS = RESOURCES.resolve("as.txt");

    private static final String ARCHITECTURE = "armv8.2-a+fp16+rdma+dotprod+profile+rcpc";

    /// Registers this version does not know, or whose name depends on the direction.
    private static final Set<SysReg> NAMED_OTHERWISE =
            EnumSet.of(SysReg.ID_AA64MMFR3_EL1, SysReg.ID_AA64MMFR4_EL1, SysReg.DBGDTRRX_EL0);

    private static final int PER_ROW = 8;
    private static final int PER_FORM = 3;
    private static final int TRIES = 200;

    private final SplittableRandom random = new SplittableRandom(2);

    public static void main(String[] args) throws Exception {
        Files.createDirectories(RESOURCES);
        VectorRecorder recorder = new VectorRecorder();
        recorder.recordWords();
        recorder.recordTexts();
        recordProgram();
    }

    private static void recordProgram() throws Exception {
        Path object = Files.createTempFile("program", ".o");
        Path image = Files.createTempFile("program", ".bin");
        run("aarch64-linux-gnu-as", "-march=" + ARCHITECTURE, "-o", object.toString(), SOURCE.toString());
        run("aarch64-linux-gnu-objcopy", "-O", "binary", "-j", ".text", object.toString(), image.toString());
        String bytes = HexFormat.of().formatHex(Files.readAllBytes(image)).replaceAll("(.{64})", "$1\n");
        Files.writeString(IMAGE, "# " + origin("as", "-march=" + ARCHITECTURE) + bytes.strip() + "\n");
    }

    private void recordWords() throws Exception {
        List<Integer> words = new ArrayList<>();
        for (A64 row : A64.values()) {
            if (row.refusal() == null) {
                words.addAll(words(row));
            }
        }
        ByteBuffer image = ByteBuffer.allocate(4 * words.size()).order(ByteOrder.LITTLE_ENDIAN);
        words.forEach(image::putInt);
        Path file = Files.createTempFile("words", ".bin");
        Files.write(file, image.array());
        StringBuilder out = new StringBuilder("# " + origin("objdump", "-D -b binary -m aarch64"));
        out.append("# word, text; the word on the n-th line stands at address 4(n-1)\n");
        String tool = "aarch64-linux-gnu-objdump";
        for (String line : run(tool, "-D", "-z", "-b", "binary", "-m", "aarch64", file.toString())) {
            if (line.matches(" +[0-9a-f]+:\t.*")) {
                String[] columns = line.split("\t", 3);
                out.append(columns[1].strip()).append('\t').append(normal(columns[2])).append('\n');
            }
        }
        Files.delete(file);
        Files.writeString(WORDS, out.toString());
    }

    /// Random words of a row, and for each of its forms words of which that form is an alias.
    private List<Integer> words(A64 row) {
        List<Integer> words = named(row);
        if (!words.isEmpty()) {
            return words;
        }
        words = new ArrayList<>();
        add(row, PER_ROW, () -> random(row), words);
        for (Syntax form : SyntaxTable.of(row)) {
            add(row, PER_FORM, () -> form.constrained(random(row)), words);
        }
        return words;
    }

    private static void add(A64 row, int count, IntSupplier source, List<Integer> words) {
        int missing = count;
        for (int i = 0; i < TRIES && missing > 0; i++) {
            int word = source.getAsInt();
            if (row.pattern().matches(word)) {
                words.add(word);
                missing--;
            }
        }
    }

    /// Of the rows whose words are mostly names, a word per name that this machine knows.
    private static List<Integer> named(A64 row) {
        return switch (row) {
            case MRS, MSR -> Arrays.stream(SysReg.values())
                    .filter(register -> !NAMED_OTHERWISE.contains(register))
                    .map(register -> named(row, register.encoding(), 3))
                    .toList();
            case SYS -> Arrays.stream(SysOp.values())
                    .map(op -> named(row, op.encoding(), op.hasOperand() ? 3 : 31))
                    .toList();
            case MSR_IMM -> List.of(0xd50040bf, 0xd50041bf, 0xd503469f, 0xd50342ff, 0xd5034fff);
            default -> List.of();
        };
    }

    private static int named(A64 row, int encoding, int rt) {
        return row.pattern().template() & ~(0xffff << 5) | encoding << 5 | rt;
    }

    /// Fields are random, but often all zeros or all ones: registers 31, shifts by 0, condition AL.
    private int random(A64 row) {
        int word = row.pattern().template();
        for (Pattern.Field field : row.pattern().fields()) {
            int value = switch (random.nextInt(6)) {
                case 0 -> 0;
                case 1 -> field.mask();
                default -> random.nextInt() & field.mask();
            };
            word |= value << field.lsb();
        }
        return word;
    }

    /// Without objdump's comments, columns and symbols.
    static String normal(String text) {
        return text.replaceAll("\\s*//.*", "").replaceAll("\\s+", " ").strip();
    }

    /// The texts are those of the recording, to which new ones are added as `?` and a tab and the text. Each is
    /// assembled on its own, so that one that GNU as refuses is recorded as refused.
    private void recordTexts() throws Exception {
        Map<String, String> recorded = new LinkedHashMap<>();
        Path source = Files.createTempFile("text", ".s");
        Path object = Files.createTempFile("text", ".o");
        for (String line : Files.readAllLines(TEXTS)) {
            if (!line.startsWith("#")) {
                String text = line.substring(line.indexOf('\t') + 1);
                Files.writeString(source, text + "\n");
                Files.delete(object);
                run("aarch64-linux-gnu-as", "-march=" + ARCHITECTURE, "-o", object.toString(), source.toString());
                recorded.put(text, Files.exists(object) ? firstWord(object) : "refused");
                if (!Files.exists(object)) {
                    Files.createFile(object);
                }
            }
        }
        StringBuilder out = new StringBuilder("# " + origin("as", "-march=" + ARCHITECTURE));
        out.append("# word, text at address 0; 'refused' where GNU as reports an error\n");
        recorded.forEach((text, word) -> out.append(word).append('\t').append(text).append('\n'));
        Files.writeString(TEXTS, out.toString());
    }

    private static String firstWord(Path object) throws Exception {
        for (String line : run("aarch64-linux-gnu-objdump", "-d", "-z", object.toString())) {
            if (line.matches(" +[0-9a-f]+:\t.*")) {
                return line.split("\t")[1].strip();
            }
        }
        throw new IllegalStateException("no instruction in " + object);
    }

    private static String origin(String tool, String options) throws Exception {
        String version = run("aarch64-linux-gnu-" + tool, "--version").getFirst();
        return version + ", " + options + "; recorded by VectorRecorder\n";
    }

    private static List<String> run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return process.inputReader().lines().toList();
    }
}
