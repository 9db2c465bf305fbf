package splitvisor.cpu.virtio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.memory.PhysicalMemory;

/// A console behind a transport, driven as a driver does: queue 0 at RAM, queue 1 at RAM + 0x4000, of 4 each.
class VirtioConsoleTest {

    private static final long RAM = 0x4000_0000L;
    private static final long BUFFER = RAM + 0x9000;
    private static final int NEXT = 1;
    private static final int WRITE = 2;

    private final PhysicalMemory memory = new PhysicalMemory(RAM, 0x1_0000);
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final VirtioConsole console = new VirtioConsole(output);
    private boolean line;
    private final VirtioTransport transport = new VirtioTransport(memory, asserted -> line = asserted);

    @BeforeEach
    void setUp() {
        transport.attach(console);
        write(0x028, 4096);
        for (int i = 0; i < 2; i++) {
            write(0x030, i);
            write(0x038, 4);
            write(0x03c, 4096);
            write(0x040, (RAM >> 12) + 4 * i);
        }
        write(0x070, 7);
    }

    @Test
    void transportTellsWhatIsBehindIt() {
        assertEquals(3, read(0x008));
        assertEquals(1024, read(0x034));
        assertEquals((RAM >> 12) + 4, read(0x040));
        write(0x030, 2); // there is no third queue
        assertEquals(0, read(0x034));
        write(0x030, 1);
        write(0x028, 0); // a page size that cannot be divided by
        assertEquals(0, read(0x040));
        write(0x028, 4096);
        write(0x070, 0);
        write(0x030, 0);
        assertEquals(0, read(0x040));
    }

    @Test
    void transmittedBuffersAppearInOrder() {
        long queue = RAM + 0x4000;
        memory.load(BUFFER, "hello, world".getBytes(StandardCharsets.US_ASCII));
        descriptor(queue, 0, BUFFER, 7, NEXT, 2);
        descriptor(queue, 2, BUFFER + 7, 5, 0, 0);
        offer(queue, 0, 0);
        write(0x050, 1);
        assertEquals("hello, world", output.toString(StandardCharsets.US_ASCII));
        assertEquals(1, memory.readRam(queue + 0x1002, 1));
        assertTrue(line);
        assertEquals(1, read(0x060));
        write(0x064, 1);
        assertFalse(line);
    }

    @Test
    void nothingIsReceivedAndItsBuffersStayTheDevices() {
        descriptor(RAM, 1, BUFFER, 8, WRITE, 0);
        offer(RAM, 0, 1);
        write(0x050, 0);
        assertFalse(line);
        assertEquals(0, memory.readRam(RAM + 0x1002, 1));
    }

    @Test
    void driverCanDoWithoutInterrupts() {
        memory.writeRam(RAM + 0x4040, 1, 1); // VIRTQ_AVAIL_F_NO_INTERRUPT
        descriptor(RAM + 0x4000, 0, BUFFER, 1, 0, 0);
        offer(RAM + 0x4000, 0, 0);
        write(0x050, 1);
        assertEquals(1, output.size());
        assertFalse(line);
    }

    @Test
    void brokenQueueStopsTheDeviceUntilReset() {
        long queue = RAM + 0x4000;
        long[][] cases = { // first descriptor: address, length, flags, next; where the queue is
            {BUFFER, 1, NEXT, 0, queue}, // a loop
            {BUFFER, 1, NEXT, 9, queue}, // beyond the table
            {RAM - 8, 16, 0, 0, queue}, // outside RAM
            {BUFFER, 0xffff_ffffL, 0, 0, queue},
            {BUFFER, 1, 0, 0, RAM + 0xf000}, // no room for the used ring
            {BUFFER, 1, 0, 0, 0x1000},
        };
        for (long[] test : cases) {
            write(0x070, 0);
            write(0x030, 1);
            write(0x038, 4);
            write(0x040, test[4] >> 12);
            write(0x070, 7);
            if (memory.isRam(test[4], 0x100)) {
                descriptor(test[4], 0, test[0], test[1], (int) test[2], (int) test[3]);
                offer(test[4], 0, 0);
            }
            write(0x050, 1);
            assertEquals(0x47, read(0x070)); // DEVICE_NEEDS_RESET
            assertEquals(0, output.size());
            write(0x050, 1); // stays quiet
            assertFalse(line);
        }
    }

    private void descriptor(long queue, int index, long pa, long length, int flags, int next) {
        long at = queue + 16L * index;
        memory.writeRam(at, 3, pa);
        memory.writeRam(at + 8, 2, length);
        memory.writeRam(at + 12, 1, flags);
        memory.writeRam(at + 14, 1, next);
    }

    /// Puts a chain's head into the available ring behind four descriptors.
    private void offer(long queue, int slot, int head) {
        memory.writeRam(queue + 64 + 4 + 2L * slot, 1, head);
        memory.writeRam(queue + 64 + 2, 1, slot + 1);
    }

    private long read(int offset) {
        return transport.read(offset, 2);
    }

    private void write(int offset, long value) {
        transport.write(offset, 2, value);
    }
}
