package splitvisor.cpu.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import splitvisor.cpu.timer.EventSource;

/// What feeds the UART's receiver: a stream that is looked at, at fixed moments of simulated time, for a
/// character that is there already; so a given input that is complete from the start arrives the same way
/// in every run. Only a machine that has nothing else to do waits for the stream.
final class ConsoleInput implements EventSource {

    private final InputStream input;
    private final Pl011 uart;
    private final long characterTime;
    private final long pollTime;
    private long due;
    private int waited = -1;

    /// Feeds `uart` from `input` at 115,200 baud, on a time line where a second has the given length.
    ConsoleInput(InputStream input, Pl011 uart, long second) {
        this.input = input;
        this.uart = uart;
        this.characterTime = second * 10 / 115_200;
        this.pollTime = second / 1000;
        this.due = characterTime;
    }

    @Override
    public long due() {
        return due;
    }

    @Override
    public boolean outside() {
        return true;
    }

    @Override
    public void happen(long now) {
        uart.flush();
        int character = uart.room() > 0 ? next() : -1;
        if (character >= 0) {
            uart.receive(character);
        }
        due = now + (character >= 0 ? characterTime : pollTime);
    }

    @Override
    public boolean await() {
        if (uart.room() <= 0) {
            return false; // what has arrived did not move anybody
        }
        uart.flush();
        try {
            waited = input.read();
        } catch (IOException e) {
            throw new UncheckedIOException("the console input cannot be read", e);
        }
        return waited >= 0;
    }

    private int next() {
        if (waited >= 0) {
            int character = waited;
            waited = -1;
            return character;
        }
        try {
            return input.available() > 0 ? input.read() : -1;
        } catch (IOException e) {
            throw new UncheckedIOException("the console input cannot be read", e);
        }
    }
}
