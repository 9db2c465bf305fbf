package splitvisor.cpu.isa;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes Decoder.java from the table: a tree of dense switches, each on the run of bits that tells the
/// rows still possible best apart, and a few rows to compare with at each leaf. [DecoderTest] runs it.
///
/// An engine decodes a word once, so the tree is kept small rather than deep.
final class DecoderGenerator {

    static final Path DECODER = Path.of("src/main/java/splitvisor/cpu/isa/Decoder.java");

    private static final int WIDEST_SWITCH = 6;

    /// So many rows are compared with one after the other.
    private static final int LEAF_ROWS = 8;

    private static final int COLUMNS = 116;

    private final StringBuilder methods = new StringBuilder();
    private final Map<String, String> names = new LinkedHashMap<>();

    String source() {
        List<A64> rows = new ArrayList<>();
        StringBuilder constants = new StringBuilder();
        for (A64 row : A64.values()) {
            constants.append("    public static final int %s = %d;\n".formatted(row, row.ordinal()));
            if (row.pattern() != null) {
                rows.add(row);
            }
        }
        String root = node(rows, 0);
        return """
        package splitvisor.cpu.isa;

        /// From instruction word to row. Generated from [A64] by DecoderGenerator; do not edit.
        public final class Decoder {

            // The rows' ordinals.
        %s
            private Decoder() {}

            /// The ordinal of the row that `insn` belongs to, [#UNALLOCATED] if there is none.
            public static int decode(int insn) {
                return %s;
            }
        %s}
        """.formatted(constants, root, methods);
    }

    /// The expression that decodes a word known to be in one of `rows`, as far as the bits of `known` tell.
    private String node(List<A64> rows, int known) {
        if (rows.isEmpty()) {
            return "UNALLOCATED";
        }
        if (rows.size() <= LEAF_ROWS) {
            return leaf(rows, known);
        }
        int best = -1;
        double bestWorth = 0;
        for (int width = 1; width <= WIDEST_SWITCH; width++) {
            for (int lsb = 0; lsb + width <= 32; lsb++) {
                double worth = worth(rows, lsb, width, known);
                if (worth > bestWorth) {
                    bestWorth = worth;
                    best = lsb << 8 | width;
                }
            }
        }
        return best < 0 ? leaf(rows, known) : call(switchOn(rows, best >>> 8, best & 0xff, known));
    }

    /// What a switch on these bits tells, in bits of information, against how many rows it makes twice.
    private static double worth(List<A64> rows, int lsb, int width, int known) {
        int window = ((1 << width) - 1) << lsb;
        if ((window & known) != 0) {
            return 0;
        }
        double open = 0;
        double copies = 0;
        for (int v = 0; v < 1 << width; v++) {
            int left = possible(rows, window, v << lsb).size();
            open += log2(Math.max(left, 1)) / (1 << width);
            copies += (double) left / rows.size();
        }
        return (log2(rows.size()) - open) / (1.3 + log2(copies));
    }

    /// `StrictMath`, since `Math` may round as the processor does, and a tie be decided otherwise.
    private static double log2(double x) {
        return StrictMath.log(x) / StrictMath.log(2);
    }

    private static List<A64> possible(List<A64> rows, int mask, int value) {
        List<A64> left = new ArrayList<>();
        for (A64 row : rows) {
            Pattern.Cube cube = row.pattern().cube();
            if (((cube.value() ^ value) & cube.mask() & mask) == 0) {
                left.add(row);
            }
        }
        return left;
    }

    private String switchOn(List<A64> rows, int lsb, int width, int known) {
        int window = ((1 << width) - 1) << lsb;
        Map<String, List<String>> cases = new LinkedHashMap<>();
        for (int v = 0; v < 1 << width; v++) {
            String then = node(possible(rows, window, v << lsb), known | window);
            cases.computeIfAbsent(then, _ -> new ArrayList<>()).add("0x" + Integer.toHexString(v));
        }
        String otherwise = cases.containsKey("UNALLOCATED") ? "UNALLOCATED" : mostFrequent(cases);
        cases.remove(otherwise);
        StringBuilder body = new StringBuilder();
        body.append("        return switch (insn >>> %d & 0x%x) {\n".formatted(lsb, (1 << width) - 1));
        cases.forEach((then, values) -> body.append(caseLabel(values)).append(then).append(";\n"));
        return body.append("            default -> ").append(otherwise).append(";\n        };\n").toString();
    }

    private static String mostFrequent(Map<String, List<String>> cases) {
        return cases.entrySet().stream()
                .max(Comparator.comparingInt(one -> one.getValue().size()))
                .orElseThrow()
                .getKey();
    }

    private static String caseLabel(List<String> values) {
        StringBuilder label = new StringBuilder("            case");
        int column = label.length();
        for (int i = 0; i < values.size(); i++) {
            String value = " " + values.get(i) + (i + 1 < values.size() ? "," : " -> ");
            if (column + value.length() > 100) {
                label.append("\n                   ");
                column = 19;
            }
            label.append(value);
            column += value.length();
        }
        return label.toString();
    }

    /// One comparison after the other.
    private String leaf(List<A64> rows, int known) {
        Pattern first = rows.getFirst().pattern();
        if (rows.size() == 1 && (first.cube().mask() & ~known) == 0 && first.holes().isEmpty()) {
            return rows.getFirst().name();
        }
        StringBuilder body = new StringBuilder("        return ");
        for (A64 row : rows) {
            body.append(condition(row)).append(" ? ").append(row).append("\n                : ");
        }
        return call(body.append("UNALLOCATED;\n").toString());
    }

    private String condition(A64 row) {
        Pattern.Cube cube = row.pattern().cube();
        String fixed = "(insn & 0x%08x) == 0x%08x".formatted(cube.mask(), cube.value());
        if (row.pattern().holes().isEmpty()) {
            return fixed;
        }
        StringBuilder body = new StringBuilder("        return ").append(fixed);
        int column = body.length();
        for (Pattern.Cube hole : row.pattern().holes()) {
            String term = " && (insn & 0x%x) != 0x%x".formatted(hole.mask(), hole.value());
            if (column + term.length() > COLUMNS) {
                body.append("\n               ");
                column = 15;
            }
            body.append(term);
            column += term.length();
        }
        String name = "is" + row;
        if (names.putIfAbsent(name, name) == null) {
            methods.append("\n    private static boolean %s(int insn) {\n%s;\n    }\n".formatted(name, body));
        }
        return name + "(insn)";
    }

    /// The method with this body, made once.
    private String call(String body) {
        return names.computeIfAbsent(body, _ -> {
            String name = "d" + names.size();
            methods.append("\n    private static int %s(int insn) {\n%s    }\n".formatted(name, body));
            return name + "(insn)";
        });
    }
}
