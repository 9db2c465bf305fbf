package splitvisor.cpu.isa;

import java.util.Map;

/// What an assembly source comes to: bytes from an address on, and where its labels are.
public record MachineCode(long address, byte[] bytes, Map<String, Long> symbols) {

    /// The value of a label or symbol.
    public long symbol(String name) {
        Long value = symbols.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no symbol '" + name + "'");
        }
        return value;
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
