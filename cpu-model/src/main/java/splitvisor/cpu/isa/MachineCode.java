package splitvisor.cpu.isa;

import java.util.Map;
import java.util.NavigableMap;

/// What an assembly source comes to: bytes from an address on, where its labels are, and which line made what.
///
/// @param lines the line, from 1, of each statement that made bytes, by the address of its first one
public record MachineCode(long address, byte[] bytes, Map<String, Long> symbols, NavigableMap<Long, Integer> lines) {

    /// The value of a label or symbol.
    public long symbol(String name) {
        Long value = symbols.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no symbol '" + name + "'");
        }
        return value;
    }

    /// The line that made the byte at an address, or 0 when none did.
    public int line(long at) {
        boolean covers = at >= address && at < address + bytes.length;
        Map.Entry<Long, Integer> statement = covers ? lines.floorEntry(at) : null;
        return statement == null ? 0 : statement.getValue();
    }

    /// The instruction words, for sources without data.
    public int[] words() {
        int[] words = new int[bytes.length / 4];
        for (int i = 0; i < words.length; i++) {
            int at = 4 * i;
            words[i] = bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16
                    | bytes[at + 3] << 24;
        }
        return words;
    }
}
