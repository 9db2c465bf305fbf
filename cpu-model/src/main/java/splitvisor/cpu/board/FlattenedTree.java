package splitvisor.cpu.board;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// A flattened devicetree in the making (Devicetree Specification 0.4, chapter 5): nodes are opened and
/// closed in order, [#blob] is the finished file.
final class FlattenedTree {

    private static final int MAGIC = 0xd00d_feed;
    private static final int VERSION = 17;
    private static final int LAST_COMPATIBLE_VERSION = 16;
    private static final int HEADER = 40;
    private static final int RESERVATIONS = 16; // only the terminator

    private static final int BEGIN_NODE = 1;
    private static final int END_NODE = 2;
    private static final int PROP = 3;
    private static final int END = 9;

    private final ByteArrayOutputStream structure = new ByteArrayOutputStream();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private final Map<String, Integer> names = new LinkedHashMap<>();

    /// Opens a node; the root's name is empty.
    FlattenedTree begin(String name) {
        cell(BEGIN_NODE);
        padded(terminated(name));
        return this;
    }

    FlattenedTree end() {
        cell(END_NODE);
        return this;
    }

    /// A property without a value.
    FlattenedTree flag(String name) {
        return property(name, new byte[0]);
    }

    /// A property of 32-bit cells.
    FlattenedTree cells(String name, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return property(name, bytes.array());
    }

    /// A property of 64-bit numbers, two cells each: addresses and sizes.
    FlattenedTree wide(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length);
        for (long value : values) {
            bytes.putLong(value);
        }
        return property(name, bytes.array());
    }

    /// A property that is a list of strings.
    FlattenedTree text(String name, String... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String value : values) {
            bytes.writeBytes(terminated(value));
        }
        return property(name, bytes.toByteArray());
    }

    byte[] blob() {
        cell(END);
        int structureAt = HEADER + RESERVATIONS;
        int stringsAt = structureAt + structure.size();
        int size = stringsAt + strings.size();
        return ByteBuffer.allocate(size)
                .putInt(MAGIC)
                .putInt(size)
                .putInt(structureAt)
                .putInt(stringsAt)
                .putInt(HEADER)
                .putInt(VERSION)
                .putInt(LAST_COMPATIBLE_VERSION)
                .putInt(0) // boot CPU
                .putInt(strings.size())
                .putInt(structure.size())
                .put(new byte[RESERVATIONS])
                .put(structure.toByteArray())
                .put(strings.toByteArray())
                .array();
    }

    private FlattenedTree property(String name, byte[] value) {
        int nameAt =
                names.computeIfAbsent(
                        name,
                        unseen -> {
                            int at = strings.size();
                            strings.writeBytes(terminated(unseen));
                            return at;
                        });
        cell(PROP);
        cell(value.length);
        cell(nameAt);
        padded(value);
        return this;
    }

    private void cell(int value) {
        structure.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
    }

    private void padded(byte[] bytes) {
        structure.writeBytes(bytes);
        structure.writeBytes(new byte[-bytes.length & 3]);
    }

    private static byte[] terminated(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }
}
