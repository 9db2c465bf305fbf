package splitvisor.highvisor.kernel;

import java.util.ArrayDeque;
import java.util.Queue;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HostLayout;
import splitvisor.highvisor.kernel.irq.Interrupts;

/// The receiving side of the host's console: the board's PL011, by its interrupt. Programs that read wait here.
/// Linux: drivers/tty/serial/amba-pl011.c, n_tty.c.
final class Tty {

    private static final long UART = HostLayout.kernelVa(0x0900_0000L);
    private static final int INTID = 33;

    private static final int DR = 0x00;
    private static final int FR = 0x18;
    private static final int LCR_H = 0x2c;
    private static final int CR = 0x30;
    private static final int IMSC = 0x38;
    private static final int ICR = 0x44;

    private static final long FR_RXFE = 1 << 4;
    private static final long LCR_8_BITS_FIFO = 0x70;
    private static final long CR_ENABLE = 0x301;
    private static final long RECEIVE_AND_TIMEOUT = 0x50;

    private final HostedCpu cpu;
    private final Interrupts interrupts;
    private final Scheduler scheduler;
    private final Queue<Byte> received = new ArrayDeque<>();
    private boolean open;
    private Task reader;

    Tty(HostedCpu cpu, Interrupts interrupts, Scheduler scheduler) {
        this.cpu = cpu;
        this.interrupts = interrupts;
        this.scheduler = scheduler;
    }

    /// read(): waits for the first character, and returns how many there were.
    long read(long buffer, long count) {
        if (!open) {
            startup();
        }
        while (received.isEmpty() && !scheduler.current().isKilled()) {
            reader = scheduler.current();
            scheduler.block();
            reader = null;
        }
        cpu.path(KernelPath.COPY_USER);
        long done = 0;
        for (; done < count && !received.isEmpty(); done++) {
            cpu.sttr(received.remove(), buffer + done, 0);
        }
        return done;
    }

    /// Linux: pl011_startup().
    private void startup() {
        open = true;
        interrupts.requestShared(INTID, this::interrupt);
        receive(); // turning the FIFO on empties it
        cpu.str(LCR_8_BITS_FIFO, UART + LCR_H, 2);
        cpu.str(CR_ENABLE, UART + CR, 2);
        cpu.str(RECEIVE_AND_TIMEOUT, UART + IMSC, 2);
    }

    /// Linux: pl011_int(), pl011_rx_chars().
    private void interrupt() {
        cpu.path(KernelPath.UART_INTERRUPT);
        receive();
        cpu.str(RECEIVE_AND_TIMEOUT, UART + ICR, 2);
        if (reader != null) {
            scheduler.wake(reader);
        }
    }

    private void receive() {
        while ((cpu.ldr(UART + FR, 2) & FR_RXFE) == 0) {
            received.add((byte) cpu.ldr(UART + DR, 2));
        }
    }
}
