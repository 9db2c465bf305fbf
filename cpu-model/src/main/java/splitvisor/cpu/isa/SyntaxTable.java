package splitvisor.cpu.isa;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The forms of all rows, read once: by row for the disassembler, by mnemonic for the assembler.
final class SyntaxTable {

    /// A form together with one spelling of its mnemonic.
    record Candidate(Syntax syntax, Syntax.Mnemonic mnemonic) {}

    private static final Map<A64, List<Syntax>> BY_ROW = new EnumMap<>(A64.class);
    private static final Map<String, List<Candidate>> BY_MNEMONIC = new HashMap<>();

    static {
        for (A64 row : A64.values()) {
            List<Syntax> forms = new ArrayList<>();
            for (String text : row.syntax()) {
                Syntax syntax = read(row, text);
                forms.add(syntax);
                for (Syntax.Mnemonic mnemonic : syntax.mnemonics()) {
                    BY_MNEMONIC.computeIfAbsent(mnemonic.text(), _ -> new ArrayList<>())
                            .add(new Candidate(syntax, mnemonic));
                }
            }
            BY_ROW.put(row, forms);
        }
    }

    private SyntaxTable() {}

    private static Syntax read(A64 row, String text) {
        try {
            return new Syntax(row, text);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(row + ": " + text, e);
        }
    }

    /// The forms of a row, the Arm ARM's own first, then its aliases in order of preference.
    static List<Syntax> of(A64 row) {
        return BY_ROW.get(row);
    }

    /// The forms a lower-case mnemonic may mean, in the order in which they are tried.
    static List<Candidate> of(String mnemonic) {
        return BY_MNEMONIC.getOrDefault(mnemonic, List.of());
    }
}
