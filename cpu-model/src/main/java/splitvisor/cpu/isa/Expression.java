package splitvisor.cpu.isa;

import java.util.Locale;

/// An integer expression in GNU as's syntax and precedence: `* / % << >>` before `| & ^` before `+ -`
/// before comparisons (which yield -1 or 0) before `&&` and `||`; `:lo12:` and `:abs_g0:` in front.
final class Expression {

    private static final String[][] LEVELS = {
        {"||"},
        {"&&"},
        {"==", "!=", "<>", "<=", ">=", "<", ">"},
        {"+", "-"},
        {"|", "&", "^"},
        {"*", "/", "%", "<<", ">>"},
    };

    private final Source in;

    Expression(Source in) {
        this.in = in;
    }

    long value() {
        if (in.peek() == ':') {
            return relocated();
        }
        return binary(0);
    }

    private long relocated() {
        int at = in.position();
        in.expect(':');
        String operator = in.word();
        in.expect(':');
        long value = binary(0);
        return switch (operator) {
            case "lo12" -> value & 0xfff;
            case "pg_hi21" -> value;
            case "abs_g0", "abs_g0_nc" -> value & 0xffff;
            case "abs_g1", "abs_g1_nc" -> value >>> 16 & 0xffff;
            case "abs_g2", "abs_g2_nc" -> value >>> 32 & 0xffff;
            case "abs_g3" -> value >>> 48;
            default -> throw in.mismatch(at, "unknown relocation operator :" + operator + ":");
        };
    }

    private long binary(int level) {
        if (level == LEVELS.length) {
            return unary();
        }
        long left = binary(level + 1);
        while (true) {
            int at = in.position();
            String operator = "*/%<>|&^+-=!".indexOf(in.peek()) < 0 ? null : operator(level);
            if (operator == null) {
                return left;
            }
            left = apply(operator, left, binary(level + 1), at);
        }
    }

    private String operator(int level) {
        int start = in.position();
        for (String candidate : LEVELS[level]) {
            if (in.accept(candidate)) {
                boolean longer = candidate.length() == 1
                        && ("<>".contains(candidate) && "<>=".indexOf(in.peek()) >= 0
                                || "|&".contains(candidate) && in.peek() == candidate.charAt(0));
                if (!longer) {
                    return candidate;
                }
                in.back(start);
            }
        }
        in.back(start);
        return null;
    }

    private long apply(String operator, long a, long b, int at) {
        return switch (operator) {
            case "*" -> a * b;
            case "/", "%" -> {
                if (b == 0) {
                    throw in.mismatch(at, "division by zero");
                }
                yield operator.equals("/") ? a / b : a % b;
            }
            case "<<" -> b > 63 ? 0 : a << b;
            case ">>" -> b > 63 ? 0 : a >>> b;
            case "|" -> a | b;
            case "&" -> a & b;
            case "^" -> a ^ b;
            case "+" -> a + b;
            case "-" -> a - b;
            case "==" -> truth(a == b);
            case "!=", "<>" -> truth(a != b);
            case "<" -> truth(a < b);
            case "<=" -> truth(a <= b);
            case ">" -> truth(a > b);
            case ">=" -> truth(a >= b);
            case "&&" -> a != 0 && b != 0 ? 1 : 0;
            default -> a != 0 || b != 0 ? 1 : 0;
        };
    }

    private static long truth(boolean holds) {
        return holds ? -1 : 0;
    }

    private long unary() {
        if (in.accept('-')) {
            return -unary();
        }
        if (in.accept('+')) {
            return unary();
        }
        if (in.accept('~')) {
            return ~unary();
        }
        if (in.accept('!')) {
            return unary() == 0 ? 1 : 0;
        }
        if (in.accept('(')) {
            long inner = binary(0);
            in.expect(')');
            return inner;
        }
        if (in.accept('\'')) {
            char c = in.raw();
            in.accept('\'');
            return c;
        }
        return primary();
    }

    private long primary() {
        int at = in.position();
        String word = in.peekWord();
        if (word.isEmpty()) {
            throw in.mismatch("expected a value" + in.found());
        }
        if (in.atRegister()) {
            throw in.otherKind("a value");
        }
        in.word();
        if (Character.isDigit(word.charAt(0)) && !isNumericLabel(word)) {
            return number(word, at);
        }
        return in.symbols().value(in, at, word);
    }

    /// `1f`, `2b`: digits and a direction.
    private static boolean isNumericLabel(String word) {
        int last = word.length() - 1;
        for (int i = 0; i < last; i++) {
            if (!Character.isDigit(word.charAt(i))) {
                return false;
            }
        }
        return last > 0 && (word.charAt(last) == 'f' || word.charAt(last) == 'b');
    }

    private long number(String word, int at) {
        try {
            String digits = word.toLowerCase(Locale.ROOT);
            if (digits.startsWith("0x")) {
                return Long.parseUnsignedLong(digits.substring(2), 16);
            }
            if (digits.startsWith("0b")) {
                return Long.parseUnsignedLong(digits.substring(2), 2);
            }
            boolean octal = digits.length() > 1 && digits.startsWith("0");
            return Long.parseUnsignedLong(digits, octal ? 8 : 10);
        } catch (NumberFormatException e) {
            throw in.mismatch(at, "'" + word + "' is not a number");
        }
    }
}
