package splitvisor.cpu.isa;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import splitvisor.cpu.Cpu;

/// The page `docs/tables/instructions.md`: the rows of [A64], a table per chapter.
final class InstructionsPage {

    static final Path PAGE = Path.of("../docs/tables/instructions.md");

    private static final String HEAD = """
            # Instructions

            Generated from `A64`; a test keeps it fresh. It answers: which instructions are there, what do they look
            like in memory and in assembly, and why is one not there?

            - *Row*: the name in `A64`, and of the static method that is its meaning, in the class named under the
              heading.
            - *Encoding*: from bit 31 down; `name:width` is a field, `(1)` what software should write and the machine
              ignores, `!field=bits` a value that is UNALLOCATED.
            - *Assembly*: the form of the Arm ARM, then the aliases, in the notation of `Syntax`. `<Rd>` is X or W by
              `sf`, `|sp` says that register 31 is the stack pointer, `{…}` may be left out, `(q:|2)` is spelt by a
              field; behind `;` stand the fields that an alias fixes. `asm` forms are read and never printed.

            %d rows are executed, %d refused, %d have no meaning yet: a guest that meets one of those is reported, with
            the row. What no row matches is UNALLOCATED, and UNDEFINED.
            """;

    private InstructionsPage() {}

    static String content() {
        StringBuilder out = new StringBuilder();
        long executed = Arrays.stream(A64.values()).filter(InstructionsPage::isExecuted).count();
        long refused = rows(Chapter.REFUSED).size();
        out.append(HEAD.formatted(executed, refused, A64.values().length - 1 - refused - executed));
        for (Chapter chapter : Chapter.values()) {
            out.append("\n## ").append(chapter.title()).append("\n\n");
            if (chapter == Chapter.REFUSED) {
                out.append("UNDEFINED on this machine.\n\n");
                out.append("| Row | Title in the Arm ARM | Encoding | Why |\n|---|---|---|---|\n");
            } else {
                List<A64> without = rows(chapter).stream().filter(row -> !isExecuted(row)).toList();
                out.append("Meaning: `").append(chapter.className()).append("`");
                out.append(without.isEmpty() ? ".\n\n" : ", %d rows to come.\n\n".formatted(without.size()));
                out.append("| Row | Title in the Arm ARM | Encoding | Assembly |\n|---|---|---|---|\n");
            }
            for (A64 row : rows(chapter)) {
                String last = row.refusal() == null ? forms(row) : row.refusal();
                out.append("| `%s` | %s | %s | %s |\n".formatted(
                        row, row.title(), code(row.pattern().toString()), last));
            }
        }
        return out.toString();
    }

    private static List<A64> rows(Chapter chapter) {
        return Arrays.stream(A64.values())
                .filter(row -> row.chapter() == chapter && row != A64.UNALLOCATED)
                .toList();
    }

    static boolean isExecuted(A64 row) {
        try {
            Class<?> chapter = Class.forName("splitvisor.cpu.isa." + row.chapter().className());
            chapter.getMethod(row.name(), Cpu.class, int.class);
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static String forms(A64 row) {
        return String.join("<br>", row.syntax().stream().map(InstructionsPage::code).toList());
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }
}
