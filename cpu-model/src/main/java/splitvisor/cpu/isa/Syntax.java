package splitvisor.cpu.isa;

import java.util.ArrayList;
import java.util.List;
import splitvisor.cpu.isa.Pattern.Cube;
import splitvisor.cpu.isa.Pattern.Field;

/// One way to write a row, read from text like
/// `ldadd(a+r:|l|a|al)(size:b|h||) <Rs>, <Rt>, [<Xn|sp>{, #0}]; a=0 rt!=11111`.
///
/// The mnemonic may spell fields: `(size:b|h||)` appends `b` for 0, `h` for 1, nothing for 2 and 3; `-`
/// marks a value this form cannot say, `cs/hs` names with the same value, the first one printed. `<…>`
/// is an operand ([Operands]), `{…}` may be left out. Behind the semicolon stand the fields this form
/// fixes (`rd=11111`, `x` a free bit, `n=sf` another field's value), the ones it may not have when
/// printed (`rn!=11111`), and `asm` for a form that is read and never printed.
final class Syntax {

    /// A spelling of the mnemonic and the field values it stands for.
    record Mnemonic(String text, int mask, int value, boolean printed) {}

    private record Same(Field field, Field other) {}

    private record Part(String literal, Operand operand, List<Part> optional) {}

    private final A64 row;
    private final Pattern pattern;
    private final List<Mnemonic> mnemonics = new ArrayList<>();
    private final List<Part> parts;
    private final List<Same> same = new ArrayList<>();
    private final List<Cube> never = new ArrayList<>();
    private final boolean printed;
    private int mask;
    private int value;

    Syntax(A64 row, String text) {
        this.row = row;
        this.pattern = row.pattern();
        int semicolon = text.indexOf(';');
        String form = semicolon < 0 ? text : text.substring(0, semicolon);
        boolean asm = false;
        if (semicolon >= 0) {
            for (String term : text.substring(semicolon + 1).trim().split(" ")) {
                asm |= term.equals("asm");
                constrain(term);
            }
        }
        printed = !asm;
        int blank = form.indexOf(' ');
        int end = blank < 0 ? form.length() : blank;
        spell(form.substring(0, end), "", 0, 0, true);
        parts = parts(form.substring(end).strip());
    }

    private void constrain(String term) {
        int equals = term.indexOf('=');
        if (equals < 0) {
            return;
        }
        boolean not = term.charAt(equals - 1) == '!';
        Field field = pattern.field(term.substring(0, not ? equals - 1 : equals));
        String right = term.substring(equals + 1);
        if (!right.matches("[01x]+")) {
            same.add(new Same(field, pattern.field(right)));
            return;
        }
        Cube cube = cube(field, right);
        if (not) {
            never.add(cube);
        } else {
            mask |= cube.mask();
            value |= cube.value();
        }
    }

    private static Cube cube(Field field, String bits) {
        if (bits.length() != field.width()) {
            throw new IllegalArgumentException(field.name() + "=" + bits);
        }
        int ones = Integer.parseInt(bits.replace('x', '0'), 2);
        int cares = Integer.parseInt(bits.replace('0', '1').replace('x', '0'), 2);
        return new Cube(cares << field.lsb(), ones << field.lsb());
    }

    /// Expands the choices in a mnemonic, left to right.
    private void spell(String rest, String done, int bits, int values, boolean first) {
        int open = rest.indexOf('(');
        if (open < 0) {
            mnemonics.add(new Mnemonic(done + rest, bits, values, first));
            return;
        }
        int close = rest.indexOf(')', open);
        int colon = rest.indexOf(':', open);
        String[] fields = rest.substring(open + 1, colon).split("\\+");
        String[] choices = rest.substring(colon + 1, close).split("\\|", -1);
        for (int choice = 0; choice < choices.length; choice++) {
            int choiceMask = bits;
            int choiceValue = values;
            int left = choice;
            for (int i = fields.length - 1; i >= 0; i--) {
                Field field = pattern.field(fields[i]);
                choiceMask |= field.mask() << field.lsb();
                choiceValue |= (left & field.mask()) << field.lsb();
                left >>>= field.width();
            }
            String[] names = choices[choice].split("/", -1);
            for (int i = 0; i < names.length; i++) {
                if (!names[i].equals("-")) {
                    spell(rest.substring(close + 1), done + rest.substring(0, open) + names[i], choiceMask,
                            choiceValue, first && i == 0);
                }
            }
        }
    }

    private List<Part> parts(String text) {
        List<Part> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '<') {
                int end = text.indexOf('>', at);
                found.add(new Part(null, Operands.of(text.substring(at + 1, end), pattern), null));
                at = end + 1;
            } else if (c == '{') {
                int end = text.indexOf('}', at);
                found.add(new Part(null, null, parts(text.substring(at + 1, end))));
                at = end + 1;
            } else {
                int end = at;
                while (end < text.length() && "<{".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                found.add(new Part(text.substring(at, end), null, null));
                at = end;
            }
        }
        return found;
    }

    /// `insn` with the field values that this form stands for.
    int constrained(int insn) {
        int word = insn & ~mask | value;
        for (Same pair : same) {
            int bits = pair.field().mask() << pair.field().lsb();
            word = word & ~bits | pair.other().of(word) << pair.field().lsb();
        }
        return word;
    }

    List<Mnemonic> mnemonics() {
        return mnemonics;
    }

    A64 row() {
        return row;
    }

    /// The word for the operands in `in`, which stands behind the mnemonic.
    int assemble(Mnemonic mnemonic, Source in) {
        Encoding to = new Encoding(pattern);
        to.put(mask, value);
        to.put(mnemonic.mask(), mnemonic.value());
        parse(parts, in, to);
        in.expectEnd();
        for (Same pair : same) {
            if (!to.put(pair.field(), to.get(pair.other()))) {
                throw in.mismatch("operands do not go together");
            }
        }
        if (to.known() != -1 && !allGiven(to)) {
            throw new IllegalStateException(row + " leaves fields open: " + Integer.toHexString(to.known()));
        }
        if (!pattern.matches(to.word())) {
            throw in.mismatch("no encoding for these operands");
        }
        return to.word();
    }

    private boolean allGiven(Encoding to) {
        return pattern.fields().stream().allMatch(to::knows);
    }

    private static void parse(List<Part> parts, Source in, Encoding to) {
        for (Part part : parts) {
            if (part.literal() != null) {
                parseLiteral(part.literal(), in);
            } else if (part.operand() != null) {
                part.operand().parse(in, to);
            } else if (isPresent(part.optional(), in)) {
                parse(part.optional(), in, to);
            } else {
                absent(part.optional(), in, to);
            }
        }
    }

    private static boolean isPresent(List<Part> optional, Source in) {
        String literal = optional.getFirst().literal();
        return literal == null ? !in.atEnd() : in.peek() == literal.strip().charAt(0);
    }

    private static void absent(List<Part> optional, Source in, Encoding to) {
        for (Part part : optional) {
            if (part.operand() != null) {
                part.operand().absent(in, to);
            }
        }
    }

    private static void parseLiteral(String literal, Source in) {
        int at = 0;
        while (at < literal.length()) {
            char c = literal.charAt(at);
            if (Character.isLetter(c)) {
                int end = at;
                while (end < literal.length() && Source.isWordPart(literal.charAt(end))) {
                    end++;
                }
                if (!in.acceptWord(literal.substring(at, end))) {
                    throw in.mismatch("expected " + literal.substring(at, end) + in.found());
                }
                at = end;
            } else {
                if (c == '#') {
                    in.accept(c);
                } else if (c != ' ') {
                    in.expect(c);
                }
                at++;
            }
        }
    }

    /// The text of `insn`, or null when this form cannot say it.
    String print(int insn, long pc) {
        if (!printed || (insn & mask) != value || never.stream().anyMatch(cube -> cube.contains(insn))) {
            return null;
        }
        for (Same pair : same) {
            if (pair.field().of(insn) != pair.other().of(insn)) {
                return null;
            }
        }
        for (Mnemonic mnemonic : mnemonics) {
            if (mnemonic.printed() && (insn & mnemonic.mask()) == mnemonic.value()) {
                StringBuilder out = new StringBuilder(mnemonic.text());
                int length = out.append(' ').length();
                if (!print(parts, insn, pc, out)) {
                    return null;
                }
                return out.length() == length ? mnemonic.text() : out.toString();
            }
        }
        return null;
    }

    private static boolean print(List<Part> parts, int insn, long pc, StringBuilder out) {
        for (Part part : parts) {
            if (part.literal() != null) {
                out.append(part.literal());
            } else if (part.operand() != null) {
                String text = part.operand().print(insn, pc);
                if (text == null) {
                    return false;
                }
                out.append(text);
            } else if (isShown(part.optional(), insn) && !print(part.optional(), insn, pc, out)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isShown(List<Part> optional, int insn) {
        return optional.stream().anyMatch(part -> part.operand() != null && !part.operand().isAbsent(insn));
    }
}
