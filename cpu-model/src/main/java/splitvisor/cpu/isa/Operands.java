package splitvisor.cpu.isa;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/// The kinds of operands a [Syntax] can name.
final class Operands {

    private static final List<BiFunction<String, Pattern, Operand>> KINDS = List.of(
            IntegerImmediates::of,
            Shifts::of,
            Labels::of,
            VectorImmediates::of,
            VectorLists::of,
            SystemNames::of,
            NamedValue::of,
            Immediate::of,
            GeneralRegister::of,
            VectorRegisters::of);

    private Operands() {}

    static Operand of(String spec, Pattern pattern) {
        return KINDS.stream()
                .map(kind -> kind.apply(spec, pattern))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("operand <" + spec + ">"));
    }
}
