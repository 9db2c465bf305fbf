package splitvisor.cpu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.memory.PhysicalMemory;

class MachineTest {

    private final Machine machine =
            new Machine(
                    Profiles.flat(1_000_000_000, 62_500_000),
                    1 << 20,
                    new Machine.Options(2, 3, 2, OutputStream.nullOutputStream(), null));

    @Test
    void emptyVirtioTransportIdentifiesItselfAsQemus() {
        long base = 0x0a00_0000L + 31 * 0x200;
        assertEquals(0x7472_6976, read(base));
        assertEquals(1, read(base + 4));
        assertEquals(0, read(base + 8));
        assertEquals(0x554d_4551, read(base + 12));
    }

    @Test
    void uartIsWhereQemuHasIt() {
        assertEquals(0x90, read(0x0900_0018L));
        assertNull(machine.memory.device(0x0900_1000L));
    }

    @Test
    void everyPeKnowsItsPeers() {
        assertSame(machine.cpus.get(1), machine.cpus.get(0).peers[1]);
        assertSame(machine.cpus.get(0), machine.cpus.get(1).peers[0]);
    }

    @Test
    void impossibleOptionsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Machine.Options(9, 3, 2, null, null));
        assertThrows(IllegalArgumentException.class, () -> new Machine.Options(1, 4, 2, null, null));
    }

    private long read(long pa) {
        PhysicalMemory memory = machine.memory;
        return memory.device(pa).read(pa - memory.deviceBase(pa), 2);
    }
}
