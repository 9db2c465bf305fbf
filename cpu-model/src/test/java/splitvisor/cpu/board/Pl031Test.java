package splitvisor.cpu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Profiles;

class Pl031Test {

    private static final int DR = 0x00;
    private static final int MR = 0x04;
    private static final int LR = 0x08;
    private static final int IMSC = 0x10;
    private static final int RIS = 0x14;
    private static final int ICR = 0x1c;
    private static final long SECOND = 1000 * 100; // the core runs at 1 kHz here

    private final Machine machine =
            new Machine(Profiles.flat(1000, 1000), 1 << 16, Machine.Options.onePe(OutputStream.nullOutputStream()));
    private boolean line;
    private final Pl031 clock = new Pl031(5000, machine.timeLine, SECOND, asserted -> line = asserted);

    @Test
    void clockShowsSimulatedSecondsSinceItWasSet() {
        at(7, () -> assertEquals(5007, clock.read(DR, 2)));
        at(
                10,
                () -> {
                    clock.write(LR, 2, 100);
                    assertEquals(100, clock.read(DR, 2));
                    assertEquals(100, clock.read(LR, 2));
                });
        at(12, () -> assertEquals(102, clock.read(DR, 2)));
    }

    @Test
    void matchRaisesTheInterruptAtItsSecond() {
        clock.write(MR, 2, 5003);
        assertEquals(Long.MAX_VALUE, clock.due());
        clock.write(IMSC, 2, 1);
        assertEquals(3 * SECOND, clock.due());
        clock.happen(clock.due());
        assertTrue(line);
        assertEquals(1, clock.read(RIS, 2));
        assertEquals(Long.MAX_VALUE, clock.due());
        clock.write(ICR, 2, 1);
        assertFalse(line);
    }

    /// Runs `action` on the machine's time line at the given second.
    private void at(long second, Runnable action) {
        Cpu cpu = machine.cpu();
        cpu.instructions = second * SECOND / 100;
        machine.timeLine.look(cpu);
        action.run();
    }
}
