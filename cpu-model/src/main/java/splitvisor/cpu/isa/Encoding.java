package splitvisor.cpu.isa;

/// An instruction word in the making. A bit is given once; to give it again, differently, is a
/// mismatch: that is how `add x0, w1, w2` fails, each register having its say about `sf`.
final class Encoding {

    private final Pattern pattern;
    private int known;
    private int word;

    Encoding(Pattern pattern) {
        this.pattern = pattern;
        this.known = pattern.cube().mask();
        this.word = pattern.template();
    }

    Pattern pattern() {
        return pattern;
    }

    int word() {
        return word;
    }

    /// The bits that are fixed or given.
    int known() {
        return known;
    }

    boolean knows(Pattern.Field field) {
        int bits = field.mask() << field.lsb();
        return (known & bits) == bits;
    }

    int get(Pattern.Field field) {
        return field.of(word);
    }

    /// Gives `field` a value; false if it already has another one.
    boolean put(Pattern.Field field, int value) {
        return put(field.mask() << field.lsb(), value << field.lsb());
    }

    boolean put(int mask, int value) {
        if (((word ^ value) & mask & known) != 0) {
            return false;
        }
        word = word & ~mask | value & mask;
        known |= mask;
        return true;
    }
}
