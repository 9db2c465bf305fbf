package splitvisor.cpu.isa;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/// A part of the image under construction, with its literal pool.
final class Section {

    private static final int NOP = 0xd503201f;

    /// More than anybody wants from one `.space`, less than what ends in an OutOfMemoryError.
    private static final int LARGEST = 1 << 26;

    private final String name;
    private final long base;
    private final Symbols symbols;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, Long> words = new LinkedHashMap<>();
    private final Map<String, Long> doublewords = new LinkedHashMap<>();
    private int pool;

    Section(String name, long base, Symbols symbols) {
        this.name = name;
        this.base = base;
        this.symbols = symbols;
    }

    long here() {
        return base + bytes.size();
    }

    long base() {
        return base;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    int size() {
        return bytes.size();
    }

    /// Appends the low `size` bytes of `value`.
    void put(long value, int size) {
        for (int i = 0; i < size; i++) {
            bytes.write((int) (value >>> 8 * i));
        }
        symbols.moveTo(here());
    }

    void fill(Source in, long count, long value, int size) {
        if (count < 0 || count * size > LARGEST - size()) {
            throw in.mismatch("cannot fill " + count * size + " bytes");
        }
        for (long i = 0; i < count; i++) {
            put(value, size);
        }
    }

    /// Pads to a multiple of `alignment`: code with NOPs, the rest with zeros, both with `value` if given.
    void align(Source in, long alignment, Long value) {
        if (Long.bitCount(alignment) != 1 || alignment > LARGEST) {
            throw in.mismatch("alignment " + alignment + " is not a power of two");
        }
        long count = -here() & alignment - 1;
        if (value == null && name.startsWith(".text")) {
            fill(in, count & 3, 0, 1);
            fill(in, count >>> 2, NOP, 4);
        } else {
            fill(in, count, value == null ? 0 : value, 1);
        }
    }

    /// The address of a pool entry with this value, as far as the pass before knows it.
    long literal(Source in, long value, int size, boolean complete) {
        String key = complete ? Long.toHexString(value) : "?" + in.position() + "@" + here();
        (size == 4 ? words : doublewords).put(key, value);
        return symbols.value(in, in.position(), label(size, key));
    }

    private String label(int size, String key) {
        return "=#" + name + pool + ":" + size + ":" + key;
    }

    /// Places the entries collected since the last pool.
    void dumpLiterals(Source in) {
        dump(in, words, 4);
        dump(in, doublewords, 8);
        pool++;
    }

    private void dump(Source in, Map<String, Long> entries, int size) {
        if (entries.isEmpty()) {
            return;
        }
        align(in, size, 0L);
        entries.forEach((key, value) -> {
            symbols.set(label(size, key), here());
            put(value, size);
        });
        entries.clear();
    }
}
