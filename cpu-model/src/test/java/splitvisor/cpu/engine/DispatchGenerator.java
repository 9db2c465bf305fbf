package splitvisor.cpu.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.isa.A64;
import splitvisor.cpu.isa.Chapter;

/// Writes Dispatch.java: the interpreter's loop, with one case per row of [A64] that has its semantic
/// method. [DispatchTest] runs it.
///
/// Which rows are in the loop itself is decided here. HotSpot inlines into a method until caller and
/// callees together reach 8,000 bytes of bytecode, so the loop holds what programs mostly execute, and
/// the rest is one call away.
final class DispatchGenerator {

    static final Path DISPATCH = Path.of("src/main/java/splitvisor/cpu/engine/Dispatch.java");

    /// Rows of the data-processing chapters that are not in the loop.
    private static final Set<String> RARE = Set.of(
            "ORN_SHIFT", "EON_SHIFT", "BICS_SHIFT", "ADDS_EXT", "SUB_EXT", "ADC", "ADCS", "SBC", "SBCS",
            "CCMN_REG", "CCMN_IMM", "RORV", "CRC32", "CRC32C", "RBIT", "REV16", "REV32", "REV", "CLZ", "CLS",
            "SMADDL", "SMSUBL", "SMULH", "UMADDL", "UMSUBL", "UMULH", "SDIV");

    /// Rows of the load and store chapter that are.
    private static final Set<String> FREQUENT = Set.of(
            "LDR_IMM", "LDR_REG", "LDR_IMM_POST", "LDP", "LDP_POST", "LDRB_IMM", "LDRB_REG", "LDRB_IMM_POST",
            "STR_IMM", "STR_REG", "STR_IMM_POST", "STP", "STP_PRE", "STP_POST", "STRB_IMM", "STRB_IMM_POST",
            "LDUR", "STUR", "LDRSW_IMM", "LDRH_IMM");

    /// System instructions after which execution goes on behind them. What else they change, they tell:
    /// [Interpreter#contextChanged] for the next fetch, [Cpu#attention] for interrupts.
    private static final Set<A64> SIMPLE = EnumSet.of(
            A64.MRS, A64.MSR, A64.MSR_IMM, A64.SYS, A64.SYSL, A64.HINT, A64.CLREX, A64.DSB, A64.DMB, A64.ISB);

    static String source() throws IOException {
        List<A64> modelled = Arrays.stream(A64.values()).filter(DispatchGenerator::isModelled).toList();
        Stream<String> chapters = modelled.stream().map(row -> row.chapter().className());
        return template()
                .replace("@IMPORTS@", Stream.concat(chapters, Stream.of("Decoder"))
                        .distinct()
                        .sorted()
                        .map("import splitvisor.cpu.isa.%s;"::formatted)
                        .collect(Collectors.joining("\n")))
                .replace("@HOT_CASES@", cases(modelled, 16, DispatchGenerator::isHot, DispatchGenerator::keyedCall))
                .replace("@BRANCH_CASES@", cases(modelled, 16, DispatchGenerator::isBranch, DispatchGenerator::branch))
                .replace("@OTHER_CASES@", cases(modelled, 12, DispatchGenerator::isOther, DispatchGenerator::call))
                .replace("@FLOAT_CASES@", cases(modelled, 12, DispatchGenerator::isFloat, DispatchGenerator::permitted))
                .replace("@SYSTEM_CASES@", cases(modelled, 12, DispatchGenerator::isSystem, DispatchGenerator::call));
    }

    private static String template() throws IOException {
        try (var in = DispatchGenerator.class.getResourceAsStream("Dispatch.template")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Whether the row has its semantic method.
    static boolean isModelled(A64 row) {
        try {
            Class.forName("splitvisor.cpu.isa." + row.chapter().className())
                    .getMethod(row.name(), Cpu.class, int.class);
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static boolean isHot(A64 row) {
        return switch (row.chapter()) {
            case DATA_PROCESSING_IMMEDIATE, DATA_PROCESSING_REGISTER -> !RARE.contains(row.name());
            case LOADS_AND_STORES -> FREQUENT.contains(row.name());
            default -> false;
        };
    }

    private static boolean isBranch(A64 row) {
        return row.chapter() == Chapter.BRANCHES;
    }

    private static boolean isSystem(A64 row) {
        return row.chapter() == Chapter.SYSTEM && !SIMPLE.contains(row);
    }

    private static boolean isFloat(A64 row) {
        return switch (row.chapter()) {
            case FLOATING_POINT, SIMD_FLOATS, SIMD_FLOAT_UNARY, SIMD_CONVERSIONS -> true;
            default -> false;
        };
    }

    private static boolean isOther(A64 row) {
        return !isHot(row) && !isBranch(row) && !isSystem(row) && !isFloat(row);
    }

    private static String cases(List<A64> rows, int indent, Predicate<A64> which, Function<A64, String> body) {
        return rows.stream()
                .filter(which)
                .map(row -> "case Decoder.%s -> %s".formatted(row, body.apply(row)).indent(indent).stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static String call(A64 row) {
        return "%s.%s(cpu, insn);".formatted(row.chapter().className(), row);
    }

    private static String permitted(A64 row) {
        return "%s.%s(cpu, permitted(cpu, insn));".formatted(row.chapter().className(), row);
    }

    private static String keyedCall(A64 row) {
        return "%s.%s(cpu, word ^ Decoder.%s * KEY);".formatted(row.chapter().className(), row, row);
    }

    private static String branch(A64 row) {
        return """
                {
                    cpu.next = pc;
                    %s
                    pc = cpu.next;
                }
                """.formatted(keyedCall(row));
    }
}
