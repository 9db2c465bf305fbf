package splitvisor.cpu.isa;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import splitvisor.cpu.isa.Pattern.Field;

/// A field whose values have names: conditions, barrier options, prefetch operations.
final class NamedValue implements Operand {

    /// How a value without a name, or written as a number, looks.
    private enum Number {
        NEVER,
        HEX,
        TWO_HEX_DIGITS
    }

    private static final List<String> CONDITIONS = List.of(
            "eq", "ne", "cs hs", "cc lo", "mi", "pl", "vs", "vc", "hi", "ls", "ge", "lt", "gt", "le", "al", "nv");

    private static final List<String> NEGATABLE = CONDITIONS.subList(0, 14);

    private static final List<String> SY = List.of("", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "sy");

    private static final List<String> BARRIERS = List.of(
            "", "oshld", "oshst", "osh", "", "nshld", "nshst", "nsh un", "", "ishld", "ishst", "ish", "", "ld", "st",
            "sy");

    private static final List<String> PREFETCHES = List.of(
            "pldl1keep", "pldl1strm", "pldl2keep", "pldl2strm", "pldl3keep", "pldl3strm", "", "",
            "plil1keep", "plil1strm", "plil2keep", "plil2strm", "plil3keep", "plil3strm", "", "",
            "pstl1keep", "pstl1strm", "pstl2keep", "pstl2strm", "pstl3keep", "pstl3strm");

    private final Field field;
    private final String what;
    private final String[] names;
    private final Map<String, Integer> values = new HashMap<>();
    private final Number number;
    private final int flip;
    private final int omitted;

    private NamedValue(Field field, String what, List<String> names, Number number, int flip, int omitted) {
        this.field = field;
        this.what = what;
        this.number = number;
        this.flip = flip;
        this.omitted = omitted;
        this.names = new String[names.size()];
        for (int i = 0; i < names.size(); i++) {
            String[] synonyms = names.get(i).split(" ");
            this.names[i] = synonyms[0];
            for (String synonym : synonyms) {
                values.put(synonym, i);
            }
        }
        values.remove("");
    }

    /// The operand of that name, or null.
    static Operand of(String spec, Pattern pattern) {
        return switch (spec) {
            case "cond" -> new NamedValue(pattern.field("cond"), "a condition", CONDITIONS, Number.NEVER, 0, -1);
            case "!cond" -> new NamedValue(
                    pattern.field("cond"), "a condition other than al", NEGATABLE, Number.NEVER, 1, -1);
            case "barrier" -> new NamedValue(
                    pattern.field("crm"), "a barrier option", BARRIERS, Number.TWO_HEX_DIGITS, 0, -1);
            case "isb" -> new NamedValue(pattern.field("crm"), "sy", SY, Number.HEX, 0, 15);
            case "prfop" -> new NamedValue(
                    pattern.field("rt"), "a prefetch operation", PREFETCHES, Number.TWO_HEX_DIGITS, 0, -1);
            default -> null;
        };
    }

    @Override
    public void parse(Source in, Encoding to) {
        in.skipBlanks();
        int at = in.position();
        Integer value = values.get(in.peekWord().toLowerCase(Locale.ROOT));
        if (value != null) {
            in.word();
        } else if (number == Number.NEVER || in.peek() != '#' && !Character.isDigit(in.peek())) {
            throw in.mismatch("expected " + what + in.found());
        } else {
            long given = in.immediate();
            if (given < 0 || given > field.mask()) {
                throw in.mismatch(at, given + " is not in 0 to " + field.mask());
            }
            value = (int) given;
        }
        to.put(field, value ^ flip);
    }

    @Override
    public String print(int insn, long pc) {
        int value = field.of(insn) ^ flip;
        if (value < names.length && !names[value].isEmpty()) {
            return names[value];
        }
        return switch (number) {
            case NEVER -> null;
            case HEX -> "#0x%x".formatted(value);
            case TWO_HEX_DIGITS -> "#0x%02x".formatted(value);
        };
    }

    @Override
    public void absent(Source in, Encoding to) {
        if (omitted < 0) {
            throw in.mismatch("expected " + what);
        }
        to.put(field, omitted);
    }

    @Override
    public boolean isAbsent(int insn) {
        return field.of(insn) == omitted;
    }
}
