package splitvisor.cpu.isa;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The forms of all rows, each read when it is first wanted: by row for the disassembler, by mnemonic for
/// the assembler.
final class SyntaxTable {

    /// A form together with one spelling of its mnemonic.
    record Candidate(Syntax syntax, Syntax.Mnemonic mnemonic) {}

    /// A form, and what every spelling of its mnemonic starts with.
    private static final class Entry {

        private final A64 row;
        private final String text;
        private final String prefix;
        private Syntax syntax;

        Entry(A64 row, String text) {
            this.row = row;
            this.text = text;
            int end = 0;
            while (end < text.length() && " (;".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            prefix = text.substring(0, end);
        }

        synchronized Syntax syntax() {
            if (syntax == null) {
                try {
                    syntax = new Syntax(row, text);
                } catch (RuntimeException e) {
                    throw new IllegalArgumentException(row + ": " + text, e);
                }
            }
            return syntax;
        }
    }

    private static final List<Entry> ENTRIES = new ArrayList<>();
    private static final Map<A64, List<Entry>> BY_ROW = new EnumMap<>(A64.class);
    private static final Map<String, List<Candidate>> BY_MNEMONIC = new ConcurrentHashMap<>();

    static {
        for (A64 row : A64.values()) {
            List<Entry> forms = new ArrayList<>();
            for (String text : row.syntax()) {
                forms.add(new Entry(row, text));
            }
            BY_ROW.put(row, forms);
            ENTRIES.addAll(forms);
        }
    }

    private SyntaxTable() {}

    /// The forms of a row, the Arm ARM's own first, then its aliases in order of preference.
    static List<Syntax> of(A64 row) {
        return BY_ROW.get(row).stream().map(Entry::syntax).toList();
    }

    /// The forms a lower-case mnemonic may mean, in the order in which they are tried.
    static List<Candidate> of(String mnemonic) {
        return BY_MNEMONIC.computeIfAbsent(mnemonic, SyntaxTable::search);
    }

    private static List<Candidate> search(String mnemonic) {
        List<Candidate> candidates = new ArrayList<>();
        for (Entry entry : ENTRIES) {
            if (mnemonic.startsWith(entry.prefix)) {
                for (Syntax.Mnemonic spelling : entry.syntax().mnemonics()) {
                    if (spelling.text().equals(mnemonic)) {
                        candidates.add(new Candidate(entry.syntax(), spelling));
                    }
                }
            }
        }
        return candidates;
    }
}
