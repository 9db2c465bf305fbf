package splitvisor.cpu.isa;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import splitvisor.cpu.isa.Pattern.Field;

/// A number held in one field, or in several, the high one first. `u:` prints hexadecimal, `d:`
/// decimal, `s:` signed decimal; `*8` is the unit, `*sf` the size that `sf` says ([ElementSize]); `=15`
/// may be left out.
final class Immediate implements Operand {

    private static final java.util.regex.Pattern SPEC = java.util.regex.Pattern.compile(
            "([uds]):([a-z0-9]+(?:\\+[a-z][a-z0-9]*)*)(?:\\*(?:(\\d+)|([a-z]+)))?(?:=(\\d+))?");

    private final List<Field> fields = new ArrayList<>();
    private final boolean signed;
    private final boolean hex;
    private final int unit;
    private final ElementSize unitSelector;
    private final int omitted;
    private final int width;

    private Immediate(Matcher spec, Pattern pattern) {
        for (String name : spec.group(2).split("\\+")) {
            fields.add(pattern.field(name));
        }
        width = fields.stream().mapToInt(Field::width).sum();
        signed = spec.group(1).equals("s");
        hex = spec.group(1).equals("u");
        unitSelector = spec.group(4) == null ? null : ElementSize.of(spec.group(4), pattern);
        unit = spec.group(3) == null ? 1 : Integer.parseInt(spec.group(3));
        omitted = spec.group(5) == null ? 0 : Integer.parseInt(spec.group(5));
    }

    /// The operand that `spec` describes, or null.
    static Operand of(String spec, Pattern pattern) {
        Matcher matcher = SPEC.matcher(spec);
        return matcher.matches() ? new Immediate(matcher, pattern) : null;
    }

    @Override
    public void parse(Source in, Encoding to) {
        in.skipBlanks();
        int at = in.position();
        long value = in.immediate();
        int step = step(to.word());
        long low = signed ? -(1L << width - 1) : 0;
        long high = signed ? (1L << width - 1) - 1 : (1L << width) - 1;
        if (value % step != 0 || value / step < low || value / step > high) {
            throw in.mismatch(at, "immediate " + value + " is not "
                    + (step == 1 ? "" : "a multiple of " + step + " ") + "in " + low * step + " to " + high * step);
        }
        put(in, at, to, (int) (value / step));
    }

    private void put(Source in, int at, Encoding to, int value) {
        int left = width;
        for (Field field : fields) {
            left -= field.width();
            if (!to.put(field, value >>> left & field.mask())) {
                throw in.mismatch(at, "immediate not possible here");
            }
        }
    }

    private int step(int insn) {
        return unitSelector == null ? unit : 1 << unitSelector.get(insn);
    }

    private int raw(int insn) {
        int raw = 0;
        for (Field field : fields) {
            raw = raw << field.width() | field.of(insn);
        }
        return signed ? raw << 32 - width >> 32 - width : raw;
    }

    @Override
    public String print(int insn, long pc) {
        long value = (long) raw(insn) * step(insn);
        return hex ? "#0x" + Long.toHexString(value) : "#" + value;
    }

    @Override
    public void absent(Source in, Encoding to) {
        put(in, in.position(), to, omitted);
    }

    @Override
    public boolean isAbsent(int insn) {
        return raw(insn) == omitted;
    }
}
