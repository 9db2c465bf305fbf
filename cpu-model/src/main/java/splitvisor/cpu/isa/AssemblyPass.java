package splitvisor.cpu.isa;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// One reading of a source: statements executed in order, bytes going to the current section.
final class AssemblyPass {

    /// Macros that call themselves without end stop here.
    private static final int DEEPEST_EXPANSION = 64;

    private final Symbols symbols;
    private final Map<String, Long> bases;
    private final long address;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final NavigableMap<Long, Integer> lines = new TreeMap<>();
    private final Map<String, Macro> macros = new HashMap<>();
    private final Directives directives = new Directives(this);
    private final Deque<Condition> conditions = new ArrayDeque<>();
    private Section section;
    private int depth;
    private int expansions;

    private record Condition(boolean active, boolean decided) {}

    AssemblyPass(Symbols symbols, Map<String, Long> bases, long address) {
        this.symbols = symbols;
        this.bases = bases;
        this.address = address;
    }

    void run(String source) {
        enter(".text");
        List<Statement> statements = Statement.split(source, 1);
        execute(statements);
        Statement end = statements.isEmpty() ? new Statement("", 1, 1) : statements.getLast();
        at(end, end.text().length(), in -> {
            if (!conditions.isEmpty()) {
                throw in.mismatch(".if without .endif");
            }
            for (String name : List.copyOf(sections.keySet())) {
                enter(name);
                section.dumpLiterals(in);
            }
        });
    }

    Map<String, Section> sections() {
        return sections;
    }

    /// Which line made what, see [MachineCode#lines].
    NavigableMap<Long, Integer> lines() {
        return lines;
    }

    Section section() {
        return section;
    }

    Symbols symbols() {
        return symbols;
    }

    /// Continues in the section of that name.
    void enter(String name) {
        section = sections.computeIfAbsent(
                name, _ -> new Section(name, bases.getOrDefault(name, address), symbols));
        symbols.moveTo(section.here());
    }

    private interface Reader {
        void read(Source in);
    }

    /// Turns a mismatch into an error with line and column.
    private void at(Statement statement, int from, Reader reader) {
        Source in = new Source(statement.text(), symbols, section);
        in.back(from);
        Section before = section;
        long start = section.here();
        try {
            reader.read(in);
            if (section == before && section.here() > start) {
                lines.putIfAbsent(start, statement.line()); // of a macro the line in its body
            }
        } catch (Mismatch e) {
            throw new AssemblyException(statement.line(), statement.column() + e.position, e.getMessage());
        }
    }

    private void execute(List<Statement> statements) {
        int i = 0;
        while (i < statements.size()) {
            Statement statement = statements.get(i++);
            String word = firstWord(statement.text());
            String end = switch (word) {
                case ".macro" -> ".endm";
                case ".rept", ".irp" -> ".endr";
                default -> null;
            };
            if (end == null) {
                at(statement, 0, this::statement);
                continue;
            }
            int close = matching(statements, i, word, end);
            if (close < 0) {
                throw new AssemblyException(statement.line(), statement.column(), word + " without " + end);
            }
            if (active()) {
                block(word, statement, statements.subList(i, close));
            }
            i = close + 1;
        }
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && Source.isWordPart(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static int matching(List<Statement> statements, int from, String open, String close) {
        int nested = 0;
        for (int i = from; i < statements.size(); i++) {
            String word = firstWord(statements.get(i).text());
            if (word.equals(close) || close.equals(".endm") && word.equals(".endmacro")) {
                if (nested-- == 0) {
                    return i;
                }
            } else if (word.equals(open) || close.equals(".endr") && (word.equals(".rept") || word.equals(".irp"))) {
                nested++;
            }
        }
        return -1;
    }

    private void block(String kind, Statement head, List<Statement> body) {
        at(head, kind.length(), in -> {
            if (kind.equals(".macro")) {
                Macro macro = Macro.read(in, body);
                macros.put(macro.name(), macro);
            } else if (kind.equals(".irp")) {
                String parameter = in.word();
                in.accept(',');
                for (String argument : Macro.arguments(in)) {
                    expand(new Macro("", List.of(parameter), List.of(""), body), List.of(argument), in);
                }
            } else {
                long count = in.expression();
                in.expectEnd();
                if (count < 0 || count > 1 << 20) {
                    throw in.mismatch("cannot repeat " + count + " times");
                }
                for (long i = 0; i < count; i++) {
                    execute(body);
                }
            }
        });
    }

    private void expand(Macro macro, List<String> arguments, Source in) {
        if (++depth > DEEPEST_EXPANSION) {
            throw in.mismatch("macros nested too deep");
        }
        execute(macro.expand(arguments, expansions++));
        depth--;
    }

    private boolean active() {
        return conditions.isEmpty() || conditions.peek().active();
    }

    private void statement(Source in) {
        if (active() && in.label()) {
            String name = in.takenLabel();
            if (!symbols.label(name)) {
                throw in.mismatch(0, "symbol '" + name + "' is already defined");
            }
        }
        if (in.atEnd()) {
            return;
        }
        int start = in.position();
        String word = in.word();
        String name = word.toLowerCase(Locale.ROOT);
        if (condition(name, in) || !active()) {
            return;
        }
        if (in.peek() == '=' && !word.isEmpty()) {
            in.expect('=');
            in.accept('=');
            symbols.set(word, in.expression());
            in.expectEnd();
        } else if (in.acceptWord(".req")) {
            symbols.alias(word, in.word());
        } else if (macros.containsKey(name)) {
            expand(macros.get(name), Macro.arguments(in), in);
        } else if (word.startsWith(".")) {
            if (!directives.execute(name, in)) {
                throw in.mismatch(start, "unknown directive '" + word + "'");
            }
        } else {
            instruction(name, word, start, in);
        }
    }

    private boolean condition(String name, Source in) {
        switch (name) {
            case ".if" -> conditions.push(decided(active() && in.expression() != 0));
            case ".ifdef" -> conditions.push(decided(active() && symbols.isDefined(in.word())));
            case ".ifndef", ".ifnotdef" -> conditions.push(decided(active() && !symbols.isDefined(in.word())));
            case ".else", ".elseif" -> {
                Condition before = pop(in, name);
                boolean outer = active();
                boolean taken = outer && !before.decided() && (name.equals(".else") || in.expression() != 0);
                conditions.push(new Condition(taken, taken || before.decided() || !outer));
            }
            case ".endif" -> pop(in, name);
            default -> {
                return false;
            }
        }
        return true;
    }

    private Condition decided(boolean holds) {
        return new Condition(holds, holds || !active());
    }

    private Condition pop(Source in, String name) {
        if (conditions.isEmpty()) {
            throw in.mismatch(0, name + " without .if");
        }
        return conditions.pop();
    }

    /// Tries the forms of a mnemonic in order. Only the last pass needs the word; before, an instruction is
    /// four bytes and perhaps a literal.
    private void instruction(String name, String word, int start, Source in) {
        List<SyntaxTable.Candidate> candidates = SyntaxTable.of(name);
        if (candidates.isEmpty()) {
            throw in.mismatch(start, word.isEmpty()
                    ? "expected an instruction" + in.found()
                    : "unknown instruction '" + word + "'");
        }
        int encoded = 0;
        if (symbols.isLastPass() || in.rest().indexOf('=') >= 0) {
            encoded = encode(candidates, in);
        }
        section.put(encoded, 4);
    }

    private int encode(List<SyntaxTable.Candidate> candidates, Source in) {
        int operands = in.position();
        List<Mismatch> failures = new ArrayList<>();
        for (SyntaxTable.Candidate candidate : candidates) {
            in.back(operands);
            try {
                return candidate.syntax().assemble(candidate.mnemonic(), in);
            } catch (Mismatch e) {
                failures.add(e);
            }
        }
        Mismatch best = failures.getFirst();
        for (Mismatch failure : failures) {
            best = failure.saysMoreThan(best) ? failure : best;
        }
        if (symbols.isLastPass()) {
            throw best;
        }
        return 0;
    }
}
