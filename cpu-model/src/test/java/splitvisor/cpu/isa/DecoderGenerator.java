package splitvisor.cpu.isa;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes Decoder.java from the table: a tree of dense switches, each on the run of bits that tells
/// the rows still possible best apart, with the row's own test at each leaf. [DecoderTest] runs it.
final class DecoderGenerator {

    static final Path DECODER = Path.of("src/main/java/splitvisor/cpu/isa/Decoder.java");

    private static final int WIDEST_SWITCH = 6;

    private final StringBuilder methods = new StringBuilder();
    private final Map<String, String> names = new LinkedHashMap<>();

    String source() {
        List<A64> rows = new ArrayList<>();
        StringBuilder constants = new StringBuilder();
        for (A64 row : A64.values()) {
            constants.append("    public static final int %s = %d;%n".formatted(row, row.ordinal()));
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
        if (rows.size() == 1) {
            return leaf(rows.getFirst(), known);
        }
        int best = -1;
        double bestCost = Double.MAX_VALUE;
        for (int width = 1; width <= WIDEST_SWITCH; width++) {
            for (int lsb = 0; lsb + width <= 32; lsb++) {
                double cost = cost(rows, lsb, width, known);
                if (cost < bestCost) {
                    bestCost = cost;
                    best = lsb << 8 | width;
                }
            }
        }
        if (best < 0) {
            return chain(rows);
        }
        return call(switchOn(rows, best >>> 8, best & 0xff, known));
    }

    /// The rows left over after a switch, summed over its cases, and the price of the cases themselves.
    private static double cost(List<A64> rows, int lsb, int width, int known) {
        int window = ((1 << width) - 1) << lsb;
        if ((window & known) != 0) {
            return Double.MAX_VALUE;
        }
        double squares = 0;
        for (int v = 0; v < 1 << width; v++) {
            int left = possible(rows, window, v << lsb).size();
            squares += (double) left * left;
        }
        double mean = squares / (1 << width);
        return mean < rows.size() * rows.size() ? mean * (1 + 0.15 * width) : Double.MAX_VALUE;
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
        body.append("        return switch (insn >>> %d & 0x%x) {%n".formatted(lsb, (1 << width) - 1));
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

    /// Rows that no bits tell apart: each is what the others leave unallocated.
    private String chain(List<A64> rows) {
        StringBuilder body = new StringBuilder();
        for (A64 row : rows) {
            body.append("        if (%s) {%n            return %s;%n        }%n".formatted(condition(row), row));
        }
        return call(body.append("        return UNALLOCATED;\n").toString());
    }

    private String leaf(A64 row, int known) {
        Pattern pattern = row.pattern();
        if ((pattern.cube().mask() & ~known) == 0 && pattern.holes().isEmpty()) {
            return row.name();
        }
        return call("        return %s ? %s : UNALLOCATED;%n".formatted(condition(row), row));
    }

    private static String condition(A64 row) {
        StringBuilder condition = new StringBuilder();
        Pattern.Cube cube = row.pattern().cube();
        condition.append("(insn & 0x%08x) == 0x%08x".formatted(cube.mask(), cube.value()));
        for (Pattern.Cube hole : row.pattern().holes()) {
            condition.append("%n                && (insn & 0x%08x) != 0x%08x".formatted(hole.mask(), hole.value()));
        }
        return condition.toString();
    }

    /// The method with this body, made once.
    private String call(String body) {
        return names.computeIfAbsent(body, _ -> {
            String name = "d" + names.size();
            methods.append("%n    private static int %s(int insn) {%n%s    }%n".formatted(name, body));
            return name + "(insn)";
        });
    }
}
