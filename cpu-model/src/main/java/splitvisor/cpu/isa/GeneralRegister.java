package splitvisor.cpu.isa;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import splitvisor.cpu.isa.Pattern.Field;

/// A general-purpose register. `Xn`, `Wn`: of that width. `Rn`: of the width that the row's `sf` (1 is
/// X), `w` (1 is W) or `size` (3 is X) says; `Rm:option`: of the width that option bit 0 says; `Rm:extend`:
/// X where `sf` and option both say 64 bits; `Rn:imm5`: X for an element of 64 bits. `|sp`: number 31 is
/// the stack pointer. `+1`: the second register of a pair. `=30`: left out for that one.
final class GeneralRegister implements Operand {

    private static final Pattern SPEC =
            Pattern.compile("([RXW])([a-z0-9]+)(\\+1)?(\\|sp)?(?::([a-z0-9]+))?(?:=(\\d+))?");

    private final Field field;
    private final char width;
    private final Field selector;
    private final Field option;
    private final boolean second;
    private final boolean stack;
    private final int omitted;

    private GeneralRegister(Matcher spec, splitvisor.cpu.isa.Pattern pattern) {
        field = pattern.field("r" + spec.group(2));
        width = spec.group(1).charAt(0);
        second = spec.group(3) != null;
        stack = spec.group(4) != null;
        boolean extend = "extend".equals(spec.group(5));
        selector = width == 'R' ? selector(pattern, extend ? null : spec.group(5)) : null;
        option = extend ? new Field("option", pattern.field("option").lsb(), 2) : null;
        omitted = spec.group(6) == null ? -1 : Integer.parseInt(spec.group(6));
    }

    private static Field selector(splitvisor.cpu.isa.Pattern pattern, String explicit) {
        if (explicit != null) {
            Field field = pattern.field(explicit);
            if (explicit.equals("imm5")) {
                return field;
            }
            return new Field(field.name(), field.lsb(), 1);
        }
        String name = pattern.has("sf") ? "sf" : pattern.has("w") ? "w" : "size";
        return pattern.field(name);
    }

    /// The operand that `spec` describes, or null. `sp` is the stack pointer and nothing else.
    static Operand of(String spec, splitvisor.cpu.isa.Pattern pattern) {
        if (spec.equals("sp")) {
            return new StackPointer(pattern.field("sf"));
        }
        Matcher matcher = SPEC.matcher(spec);
        return matcher.matches() ? new GeneralRegister(matcher, pattern) : null;
    }

    @Override
    public void parse(Source in, Encoding to) {
        in.skipBlanks();
        int at = in.position();
        String name = in.registerName();
        int number = number(name);
        boolean isX = name.startsWith("x") || name.equals("sp");
        if (!in.atRegister()) {
            throw in.otherKind(description(to));
        }
        if (number < 0 || name.endsWith("sp") != (stack && number == 31)) {
            throw in.mismatch(at, "expected " + description(to) + in.found());
        }
        if (!widthFits(to, isX)) {
            throw in.mismatch(at, "expected " + description(to) + ", found '" + in.peekWord() + "'");
        }
        in.word();
        if (second) {
            number--;
        }
        if (number < 0 || !to.put(field, number)) {
            throw in.mismatch(at, second ? "the second register must follow the first" : "wrong register");
        }
    }

    private boolean widthFits(Encoding to, boolean isX) {
        if (selector == null) {
            return isX == (width == 'X');
        }
        if (option != null) {
            return !isX || to.get(selector) == 1 && to.put(option, 3);
        }
        return switch (selector.name()) {
            case "size" -> (to.get(selector) == 3) == isX;
            case "w" -> to.put(selector, isX ? 0 : 1);
            case "imm5" -> isX == isX(to.word());
            default -> to.put(selector, isX ? 1 : 0);
        };
    }

    private String description(Encoding to) {
        String kind = width != 'R' ? "" + width : !to.knows(selector) ? "X or W" : isX(to.word()) ? "X" : "W";
        String article = kind.startsWith("X") ? "an " : "a ";
        return article + kind + " register" + (stack ? " or " + (kind.equals("W") ? "wsp" : "sp") : "");
    }

    private static int number(String name) {
        return switch (name) {
            case "sp", "wsp", "xzr", "wzr" -> 31;
            default -> {
                int number = name.startsWith("x") || name.startsWith("w") ? decimal(name, 1, name.length()) : -1;
                yield number == 31 ? -1 : number;
            }
        };
    }

    /// Whether a lower-case word names a register of any kind, perhaps with an arrangement behind it.
    static boolean isRegister(String word) {
        int dot = word.indexOf('.');
        int end = dot < 0 ? word.length() : dot;
        boolean numbered = end > 1 && "xwvbhsdq".indexOf(word.charAt(0)) >= 0 && decimal(word, 1, end) >= 0;
        return numbered || number(word) == 31;
    }

    /// One or two digits, up to 31, or -1.
    private static int decimal(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return to > from && to <= from + 2 && value <= 31 ? value : -1;
    }

    private boolean isX(int insn) {
        if (selector == null) {
            return width == 'X';
        }
        int value = selector.of(insn);
        if (option != null) {
            return value == 1 && option.of(insn) == 3;
        }
        return switch (selector.name()) {
            case "size" -> value == 3;
            case "w" -> value == 0;
            case "imm5" -> (value & 7) == 0;
            default -> value == 1;
        };
    }

    @Override
    public String print(int insn, long pc) {
        int number = field.of(insn) + (second ? 1 : 0);
        return name(number, isX(insn), stack);
    }

    static String name(int number, boolean isX, boolean stack) {
        if (number == 31) {
            return stack ? (isX ? "sp" : "wsp") : isX ? "xzr" : "wzr";
        }
        return (isX ? "x" : "w") + number;
    }

    @Override
    public void absent(Source in, Encoding to) {
        if (omitted < 0) {
            throw in.mismatch("missing register");
        }
        to.put(field, omitted);
    }

    @Override
    public boolean isAbsent(int insn) {
        return omitted == field.of(insn);
    }

    /// `sp` or `wsp`, where the form says that it is one.
    private record StackPointer(Field sf) implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            String name = in.registerName();
            if (!name.matches("w?sp") || !to.put(sf, name.equals("sp") ? 1 : 0)) {
                throw in.mismatch("expected sp" + in.found());
            }
            in.word();
        }

        @Override
        public String print(int insn, long pc) {
            return name(31, sf.of(insn) == 1, true);
        }
    }
}
