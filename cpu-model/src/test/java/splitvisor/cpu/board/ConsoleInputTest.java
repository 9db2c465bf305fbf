package splitvisor.cpu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// A second has 115,200 × 1000 units here, so a character takes 10,000 and a look at the stream 115,200.
class ConsoleInputTest {

    private static final long SECOND = 115_200_000;

    private final Pl011 uart = new Pl011(OutputStream.nullOutputStream(), asserted -> {});

    @Test
    void charactersArriveAtTheRateOfTheLine() {
        ConsoleInput input = input("ab");
        assertEquals(10_000, input.due());
        input.happen(10_000);
        assertEquals(0, uart.room());
        assertEquals(20_000, input.due());
        input.happen(20_000); // nobody took the first one
        assertEquals('a', uart.read(0, 2));
        assertEquals(20_000 + 115_200, input.due());
        input.happen(input.due());
        assertEquals('b', uart.read(0, 2));
    }

    @Test
    void idleMachineWaitsForTheStreamAndItsEndIsTheEnd() {
        InputStream hesitant =
                new ByteArrayInputStream("x".getBytes(StandardCharsets.US_ASCII)) {
                    @Override
                    public synchronized int available() {
                        return 0; // a pipe that nothing has come through yet
                    }
                };
        ConsoleInput input = new ConsoleInput(hesitant, uart, SECOND);
        input.happen(input.due());
        assertEquals(1, uart.room());
        assertTrue(input.await());
        input.happen(input.due());
        assertEquals('x', uart.read(0, 2));
        assertFalse(input.await());
    }

    @Test
    void promptIsSeenBeforeTheAnswerIsWaitedFor() {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        Pl011 terminal = new Pl011(new BufferedOutputStream(screen), asserted -> {});
        terminal.write(0, 2, '$');
        assertEquals(0, screen.size());
        new ConsoleInput(InputStream.nullInputStream(), terminal, SECOND).await();
        assertEquals("$", screen.toString(StandardCharsets.US_ASCII));
        terminal.write(0, 2, '\n');
        assertEquals("$\n", screen.toString(StandardCharsets.US_ASCII));
    }

    private ConsoleInput input(String text) {
        return new ConsoleInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), uart, SECOND);
    }
}
