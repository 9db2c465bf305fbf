package splitvisor.cpu.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Profiles;

/// Reads the blob back with a small reader of its own.
class DeviceTreeTest {

    private final Machine machine = machine(2, 3, 2);
    private final Map<String, byte[]> tree = read(blob(machine, "console=ttyAMA0", 0x100, 0x200));

    private static byte[] blob(Machine machine, String arguments, long initrdStart, long initrdEnd) {
        return DeviceTree.blob(machine.options, machine.memory.ramSize(), arguments, initrdStart, initrdEnd);
    }

    @Test
    void everyDeviceOfTheTreeAnswersAtItsAddresses() {
        int devices = 0;
        for (Map.Entry<String, byte[]> property : tree.entrySet()) {
            String path = property.getKey();
            if (path.endsWith("/reg") && !path.startsWith("/cpus") && !path.startsWith("/memory")) {
                ByteBuffer reg = ByteBuffer.wrap(property.getValue());
                while (reg.hasRemaining()) {
                    long base = reg.getLong();
                    long size = reg.getLong();
                    assertNotNull(machine.memory.device(base), path);
                    assertNotNull(machine.memory.device(base + size - 4), path);
                    devices++;
                }
            }
        }
        assertEquals(2 + 2 + 32, devices); // GIC, UART and clock, virtio
    }

    @Test
    void treeSaysWhatSoftwareNeedsToKnow() {
        assertEquals("/pl011@9000000", text("/chosen/stdout-path"));
        assertEquals("console=ttyAMA0", text("/chosen/bootargs"));
        assertCells("/chosen/linux,initrd-start", 0, 0x100);
        assertCells("/chosen/linux,initrd-end", 0, 0x200);
        assertCells("/memory@40000000/reg", 0, 0x4000_0000, 0, 1 << 20);
        assertEquals("psci", text("/cpus/cpu@1/enable-method"));
        assertCells("/cpus/cpu@1/reg", 1);
        assertEquals("smc", text("/psci/method"));
        assertCells("/psci/cpu_on", 0xc400_0003);
        assertEquals("arm,gic-v3", text("/intc@8000000/compatible"));
        assertCells("/intc@8000000/reg", 0, 0x0800_0000, 0, 0x1_0000, 0, 0x080a_0000, 0, 0x4_0000);
        assertCells("/intc@8000000/interrupts", 1, 9, 4);
        assertCells("/timer/interrupts", 1, 13, 4, 1, 14, 4, 1, 11, 4, 1, 10, 4);
        assertCells("/pl011@9000000/interrupts", 0, 1, 4);
        assertCells("/pl031@9010000/interrupts", 0, 2, 4);
        assertCells("/virtio_mmio@a003e00/interrupts", 0, 47, 1);
        assertArrayEquals(tree.get("/intc@8000000/phandle"), tree.get("/interrupt-parent"));
        assertArrayEquals(tree.get("/apb-pclk/phandle"), tree.get("/pl031@9010000/clocks"));
    }

    @Test
    void hvcIsTheConduitForSoftwareStartedAtEl1() {
        Map<String, byte[]> other = read(blob(machine(1, 3, 1), "", 0, 0));
        assertEquals("hvc\0", new String(other.get("/psci/method"), StandardCharsets.US_ASCII));
        assertTrue(!other.containsKey("/chosen/bootargs") && !other.containsKey("/chosen/linux,initrd-start"));
    }

    private static Machine machine(int pes, int gic, int startEl) {
        return new Machine(
                Profiles.flat(1_000_000_000, 10_000_000),
                1 << 20,
                new Machine.Options(pes, gic, startEl, OutputStream.nullOutputStream(), null));
    }

    private String text(String path) {
        return new String(tree.get(path), StandardCharsets.US_ASCII).replace("\0", "");
    }

    private void assertCells(String path, int... expected) {
        int[] cells = new int[expected.length];
        ByteBuffer value = ByteBuffer.wrap(tree.get(path));
        assertEquals(4 * expected.length, value.remaining(), path);
        value.asIntBuffer().get(cells);
        assertArrayEquals(expected, cells, path);
    }

    /// All properties by `/path/of/node/name`.
    private static Map<String, byte[]> read(byte[] blob) {
        ByteBuffer buffer = ByteBuffer.wrap(blob);
        assertEquals(0xd00d_feed, buffer.getInt(0));
        assertEquals(blob.length, buffer.getInt(4));
        int strings = buffer.getInt(12);
        Map<String, byte[]> properties = new LinkedHashMap<>();
        Deque<String> nodes = new ArrayDeque<>();
        buffer.position(buffer.getInt(8));
        for (int token = buffer.getInt(); token != 9; token = buffer.getInt()) {
            switch (token) {
                case 1 -> {
                    String name = string(blob, buffer.position());
                    skip(buffer, name.length() + 1);
                    nodes.addLast(nodes.isEmpty() ? "" : nodes.getLast() + "/" + name);
                }
                case 2 -> nodes.removeLast();
                case 3 -> {
                    byte[] value = new byte[buffer.getInt()];
                    String name = string(blob, strings + buffer.getInt());
                    int at = buffer.position();
                    buffer.get(value);
                    buffer.position(at);
                    skip(buffer, value.length);
                    properties.put(nodes.getLast() + "/" + name, value);
                }
                default -> throw new AssertionError("token " + token);
            }
        }
        assertTrue(nodes.isEmpty());
        return properties;
    }

    private static void skip(ByteBuffer buffer, int bytes) {
        buffer.position(buffer.position() + (bytes + 3 & ~3));
    }

    private static String string(byte[] blob, int at) {
        int end = at;
        while (blob[end] != 0) {
            end++;
        }
        return new String(blob, at, end - at, StandardCharsets.US_ASCII);
    }
}
