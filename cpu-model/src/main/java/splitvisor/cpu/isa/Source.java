package splitvisor.cpu.isa;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One statement being read, from left to right.
final class Source {

    private static final Pattern FLOATING = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final String text;
    private final Symbols symbols;
    private final Section section;
    private int position;
    private String label;

    Source(String text, Symbols symbols, Section section) {
        this.text = text;
        this.symbols = symbols;
        this.section = section;
    }

    int position() {
        return position;
    }

    void back(int to) {
        position = to;
    }

    Symbols symbols() {
        return symbols;
    }

    /// The address of the statement.
    long pc() {
        return symbols.here();
    }

    Mismatch mismatch(String message) {
        skipBlanks();
        return new Mismatch(position, message, false);
    }

    Mismatch mismatch(int at, String message) {
        return new Mismatch(at, message, false);
    }

    /// The operand ahead is not `expected` but something of another kind.
    Mismatch otherKind(String expected) {
        skipBlanks();
        return new Mismatch(position, "expected " + expected + found(), true);
    }

    void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    boolean atEnd() {
        skipBlanks();
        return position == text.length();
    }

    char peek() {
        skipBlanks();
        return position < text.length() ? text.charAt(position) : 0;
    }

    boolean accept(char c) {
        if (peek() != c) {
            return false;
        }
        position++;
        return true;
    }

    boolean accept(String literal) {
        skipBlanks();
        if (!text.startsWith(literal, position)) {
            return false;
        }
        position += literal.length();
        return true;
    }

    void expect(char c) {
        if (!accept(c)) {
            throw mismatch("expected '" + c + "'" + found());
        }
    }

    void expectEnd() {
        if (!atEnd()) {
            throw mismatch("unexpected '" + text.substring(position).trim() + "'");
        }
    }

    String found() {
        return atEnd() ? ", found the end of the line" : ", found '" + nextToken() + "'";
    }

    private String nextToken() {
        int end = wordEnd();
        return end > position ? text.substring(position, end) : text.substring(position, position + 1);
    }

    private int wordEnd() {
        int end = position;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '$';
    }

    /// The next word as written, or "" when the next character cannot be in one.
    String peekWord() {
        skipBlanks();
        return text.substring(position, wordEnd());
    }

    String word() {
        String word = peekWord();
        position += word.length();
        return word;
    }

    /// Reads one of the names of `names`, whatever their case.
    Integer name(Map<String, Integer> names) {
        int start = position;
        Integer value = names.get(word().toLowerCase(Locale.ROOT));
        if (value == null) {
            position = start;
        }
        return value;
    }

    /// Reads `word`, whatever its case.
    boolean acceptWord(String word) {
        if (!peekWord().equalsIgnoreCase(word)) {
            return false;
        }
        position += word.length();
        return true;
    }

    /// Whether the next word could only be a register, so that it is not taken for a symbol.
    boolean atRegister() {
        return symbols.isRegister(peekWord());
    }

    /// Reads the next word with the register aliases of `.req` replaced.
    String registerName() {
        return symbols.register(peekWord());
    }

    /// Reads a label and its colon, if there is one.
    boolean label() {
        int start = position;
        label = word();
        boolean isLabel = !label.isEmpty() && position < text.length() && text.charAt(position) == ':'
                && (!Character.isDigit(label.charAt(0)) || label.matches("[0-9]+"));
        if (isLabel) {
            position++;
        } else {
            position = start;
        }
        return isLabel;
    }

    /// The label read last.
    String takenLabel() {
        return label;
    }

    /// The address of the literal `=value`, which goes to the section's pool.
    long literal(int size) {
        expect('=');
        symbols.watch();
        skipBlanks();
        int at = position;
        long value = expression();
        if (size > 8) {
            throw mismatch(at, "literals of 16 bytes go to the source: .quad, and a label");
        }
        if (size == 4 && value >> 32 != 0 && value >> 31 != -1) {
            throw mismatch(at, "literal does not fit 4 bytes");
        }
        return section.literal(this, size == 4 ? value & 0xffff_ffffL : value, size, symbols.complete());
    }

    /// An expression, its `#` optional.
    long immediate() {
        accept('#');
        return expression();
    }

    long expression() {
        return new Expression(this).value();
    }

    /// A floating-point constant, its `#` optional.
    double floating() {
        accept('#');
        skipBlanks();
        Matcher number = FLOATING.matcher(text).region(position, text.length());
        if (!number.lookingAt()) {
            throw mismatch("expected a floating-point constant" + found());
        }
        position = number.end();
        return Double.parseDouble(number.group());
    }

    /// The text between quotes, its escapes undone.
    String string() {
        skipBlanks();
        StringBuilder out = new StringBuilder();
        expect('"');
        while (position < text.length() && text.charAt(position) != '"') {
            char c = text.charAt(position++);
            out.append(c == '\\' && position < text.length() ? escape() : c);
        }
        if (position == text.length()) {
            throw mismatch("string without end");
        }
        position++;
        return out.toString();
    }

    private char escape() {
        char c = text.charAt(position++);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'x' -> (char) digits(16, 2);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                position--;
                yield (char) digits(8, 3);
            }
            default -> c;
        };
    }

    private int digits(int radix, int most) {
        int value = 0;
        int count = 0;
        while (count < most && position < text.length() && Character.digit(text.charAt(position), radix) >= 0) {
            value = value * radix + Character.digit(text.charAt(position++), radix);
            count++;
        }
        return value & 0xff;
    }

    /// The next character as it stands, for `'c'`.
    char raw() {
        if (position == text.length()) {
            throw mismatch("character missing");
        }
        char c = text.charAt(position++);
        return c == '\\' && position < text.length() ? escape() : c;
    }

    /// What has not been read.
    String rest() {
        skipBlanks();
        return text.substring(position);
    }
}
