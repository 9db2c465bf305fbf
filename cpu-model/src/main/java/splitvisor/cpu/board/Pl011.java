package splitvisor.cpu.board;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import splitvisor.cpu.gic.InterruptLine;
import splitvisor.cpu.memory.Device;

/// The PL011 UART (Arm DDI 0183). Transmission takes no time. As on QEMU's board the receive
/// interrupt is raised by the first character, whatever UARTIFLS says, and neither direction waits for
/// UARTCR to enable it; so software that never programs the UART can use it.
public final class Pl011 implements Device {

    private static final int DR = 0x000;
    private static final int FR = 0x018;
    private static final int ILPR = 0x020;
    private static final int IBRD = 0x024;
    private static final int FBRD = 0x028;
    private static final int LCR_H = 0x02c;
    private static final int CR = 0x030;
    private static final int IFLS = 0x034;
    private static final int IMSC = 0x038;
    private static final int RIS = 0x03c;
    private static final int MIS = 0x040;
    private static final int ICR = 0x044;
    private static final int DMACR = 0x048;

    private static final int FR_RXFE = 1 << 4;
    private static final int FR_RXFF = 1 << 6;
    private static final int FR_TXFE = 1 << 7;
    private static final int LCR_FEN = 1 << 4;
    private static final int INT_RX = 1 << 4;
    private static final int INT_TX = 1 << 5;
    private static final int INTERRUPTS = 0x7ff;
    private static final int FIFO = 16;

    private final OutputStream console;
    private final InterruptLine irq;
    private final byte[] received = new byte[FIFO];
    private int head;
    private int count;

    private int ilpr;
    private int ibrd;
    private int fbrd;
    private int lcr;
    private int cr = 0x300;
    private int ifls = 0x12;
    private int imsc;
    private int ris;
    private int dmacr;

    /// A UART that transmits to `console` and signals its combined interrupt (UARTINTR) on `irq`.
    public Pl011(OutputStream console, InterruptLine irq) {
        this.console = console;
        this.irq = irq;
    }

    /// How many more characters can be received now.
    public int room() {
        return ((lcr & LCR_FEN) != 0 ? FIFO : 1) - count;
    }

    /// A character arrives from the line. The caller has checked [#room].
    public void receive(int character) {
        received[(head + count) % FIFO] = (byte) character;
        count++;
        if (count == 1) {
            ris |= INT_RX;
        }
        update();
    }

    @Override
    public long read(long offset, int log2) {
        return switch ((int) offset) {
            case DR -> take();
            case FR -> FR_TXFE | (count == 0 ? FR_RXFE : 0) | (room() <= 0 ? FR_RXFF : 0);
            case ILPR -> ilpr;
            case IBRD -> ibrd;
            case FBRD -> fbrd;
            case LCR_H -> lcr;
            case CR -> cr;
            case IFLS -> ifls;
            case IMSC -> imsc;
            case RIS -> ris;
            case MIS -> ris & imsc;
            case DMACR -> dmacr;
            default -> PrimeCell.id(0x0014_1011, offset);
        };
    }

    @Override
    public void write(long offset, int log2, long value) {
        int bits = (int) value;
        switch ((int) offset) {
            case DR -> transmit(bits);
            case ILPR -> ilpr = bits & 0xff;
            case IBRD -> ibrd = bits & 0xffff;
            case FBRD -> fbrd = bits & 0x3f;
            case LCR_H -> writeLcr(bits & 0xff);
            case CR -> cr = bits & 0xffff;
            case IFLS -> ifls = bits & 0x3f;
            case IMSC -> imsc = bits & INTERRUPTS;
            case ICR -> ris &= ~bits;
            case DMACR -> dmacr = bits & 7;
            default -> {} // RSR holds no errors to clear; the rest is read-only or reserved
        }
        update();
    }

    /// What was transmitted is to be seen now: somebody may wait for it before typing.
    public void flush() {
        try {
            console.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the console cannot be written", e);
        }
    }

    private void transmit(int character) {
        try {
            console.write(character);
        } catch (IOException e) {
            throw new UncheckedIOException("the console cannot be written", e);
        }
        if (character == '\n') {
            flush();
        }
        ris |= INT_TX;
    }

    private int take() {
        int character = received[head] & 0xff;
        if (count > 0) {
            head = (head + 1) % FIFO;
            count--;
        }
        if (count == 0) {
            ris &= ~INT_RX;
        }
        update();
        return character;
    }

    private void writeLcr(int value) {
        if (((lcr ^ value) & LCR_FEN) != 0) { // changing FEN empties the FIFO
            head = 0;
            count = 0;
        }
        lcr = value;
    }

    private void update() {
        irq.set((ris & imsc) != 0);
    }
}
