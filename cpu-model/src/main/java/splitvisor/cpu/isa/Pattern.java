package splitvisor.cpu.isa;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/// The bits of one row, read from text like
/// `sf:1 0 0 01011 shift:2 0 rm:5 imm6:6 rn:5 rd:5 !shift=11 !sf=0&imm6=1xxxxx`.
///
/// From bit 31 down: `0` and `1` are fixed, `name:width` is a field, `(1)` and `(0)` are what
/// software should write and the machine ignores. Each `!` names field values that are UNALLOCATED in
/// this encoding; a word that has all of them does not match.
public final class Pattern {

    /// A named run of bits.
    public record Field(String name, int lsb, int width) {

        public int of(int insn) {
            return insn >>> lsb & mask();
        }

        public int mask() {
            return width == 32 ? -1 : (1 << width) - 1;
        }
    }

    /// The words `w` with `(w & mask) == value`.
    public record Cube(int mask, int value) {

        boolean contains(int insn) {
            return (insn & mask) == value;
        }
    }

    private final String text;
    private final List<Field> fields = new ArrayList<>();
    private final List<Cube> holes = new ArrayList<>();
    private int mask;
    private int value;
    private int shouldBe;

    Pattern(String text) {
        this.text = text;
        int bit = 32;
        for (String token : text.split(" ")) {
            if (token.startsWith("!")) {
                holes.add(hole(token.substring(1)));
            } else if (token.indexOf(':') > 0) {
                int colon = token.indexOf(':');
                int width = Integer.parseInt(token.substring(colon + 1));
                bit -= width;
                fields.add(new Field(token.substring(0, colon), bit, width));
            } else {
                bit = literal(token, bit);
            }
        }
        if (bit != 0) {
            throw new IllegalArgumentException((32 - bit) + " bits in: " + text);
        }
    }

    private int literal(String token, int from) {
        int bit = from;
        boolean ignored = false;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            switch (c) {
                case '(' -> ignored = true;
                case ')' -> ignored = false;
                case '0', '1' -> {
                    bit--;
                    int one = (c - '0') << bit;
                    if (ignored) {
                        shouldBe |= one;
                    } else {
                        mask |= 1 << bit;
                        value |= one;
                    }
                }
                default -> throw new IllegalArgumentException(token + " in: " + text);
            }
        }
        return bit;
    }

    private Cube hole(String terms) {
        int holeMask = 0;
        int holeValue = 0;
        for (String term : terms.split("&")) {
            int equals = term.indexOf('=');
            Field field = field(term.substring(0, equals));
            String bits = term.substring(equals + 1);
            if (bits.length() != field.width()) {
                throw new IllegalArgumentException(term + " in: " + text);
            }
            for (int i = 0; i < field.width(); i++) {
                int one = 1 << field.lsb() + field.width() - 1 - i;
                char c = bits.charAt(i);
                holeMask |= c == 'x' ? 0 : one;
                holeValue |= c == '1' ? one : 0;
            }
        }
        return new Cube(holeMask, holeValue);
    }

    /// Whether `insn` is an instruction of this row.
    public boolean matches(int insn) {
        if ((insn & mask) != value) {
            return false;
        }
        for (Cube hole : holes) {
            if (hole.contains(insn)) {
                return false;
            }
        }
        return true;
    }

    /// The fixed bits.
    public Cube cube() {
        return new Cube(mask, value);
    }

    /// What is UNALLOCATED inside [#cube].
    public List<Cube> holes() {
        return holes;
    }

    /// The fixed bits and the should-be-one bits, every field 0.
    public int template() {
        return value | shouldBe;
    }

    public List<Field> fields() {
        return fields;
    }

    public boolean has(String name) {
        return find(name) != null;
    }

    public Field field(String name) {
        Field field = find(name);
        if (field == null) {
            throw new NoSuchElementException("no field " + name + " in: " + text);
        }
        return field;
    }

    private Field find(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return text;
    }
}
