package splitvisor.cpu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class Pl011Test {

    private static final int DR = 0;
    private static final int FR = 0x18;
    private static final int LCR_H = 0x2c;
    private static final int IMSC = 0x38;
    private static final int RIS = 0x3c;
    private static final int MIS = 0x40;
    private static final int ICR = 0x44;
    private static final int RX = 1 << 4;
    private static final int TX = 1 << 5;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private boolean line;
    private final Pl011 uart = new Pl011(console, asserted -> line = asserted);

    @Test
    void writeToDrAppearsOnTheConsoleByteForByte() {
        uart.write(DR, 2, 0x1ff);
        uart.write(DR, 0, 'a');
        assertEquals("ÿa", console.toString(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertEquals(0x90, uart.read(FR, 2)); // TXFE, RXFE
    }

    @Test
    void transmitInterruptIsRaisedWhenMaskedInAndClearedByIcr() {
        uart.write(DR, 2, 'a');
        assertEquals(TX, uart.read(RIS, 2));
        assertFalse(line);
        uart.write(IMSC, 2, TX);
        assertTrue(line);
        assertEquals(TX, uart.read(MIS, 2));
        uart.write(ICR, 2, TX);
        assertFalse(line);
    }

    @Test
    void receiveInterruptStaysUntilTheLastCharacterIsTaken() {
        uart.write(LCR_H, 2, 0x70);
        uart.write(IMSC, 2, RX);
        uart.receive('x');
        uart.receive('y');
        assertTrue(line);
        assertEquals(0x80, uart.read(FR, 2));
        assertEquals('x', uart.read(DR, 2));
        assertTrue(line);
        assertEquals('y', uart.read(DR, 2));
        assertFalse(line);
        assertEquals(0x90, uart.read(FR, 2));
    }

    @Test
    void fifoHoldsSixteenCharactersWhenEnabledAndOneOtherwise() {
        assertEquals(1, uart.room());
        uart.receive('x');
        assertEquals(0xc0, uart.read(FR, 2)); // RXFF
        uart.write(LCR_H, 2, 0x10);
        assertEquals(16, uart.room());
        for (int i = 0; i < 16; i++) {
            uart.receive(i);
        }
        assertEquals(0xc0, uart.read(FR, 2));
        for (int i = 0; i < 16; i++) {
            assertEquals(i, uart.read(DR, 2));
        }
    }

    @Test
    void identificationRegistersNameThePl011() {
        int[] expected = {0x11, 0x10, 0x14, 0x00, 0x0d, 0xf0, 0x05, 0xb1};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], uart.read(0xfe0 + 4 * i, 2));
        }
    }
}
