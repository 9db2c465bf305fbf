package splitvisor.highvisor.user.device;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import splitvisor.cpu.board.Pl011;
import splitvisor.cpu.board.Pl031;
import splitvisor.cpu.board.VirtMap;
import splitvisor.cpu.board.VirtioSlots;
import splitvisor.cpu.gic.InterruptLine;
import splitvisor.cpu.memory.Device;
import splitvisor.cpu.memory.DmaMemory;
import splitvisor.cpu.virtio.VirtioDevice;

/// The devices that a VMM emulates: those of the bare board less the interrupt controller, which is KVM's, at the
/// same addresses and with the same interrupts. They are the very same models; what differs is where their memory,
/// their interrupt lines and their time come from.
///
/// The alarm of the clock is left out: nothing in the VMM waits for a time.
public final class VirtBoard {

    private record Range(VirtMap slot, Device device) {

        boolean covers(long address) {
            return Long.compareUnsigned(address - slot.base(), slot.size()) < 0;
        }
    }

    private final List<Range> ranges = new ArrayList<>();
    private final Pl011 uart;
    private final VirtioSlots virtio;

    /// @param memory the guest's RAM
    /// @param spis the interrupt line of each SPI
    /// @param console where the UART transmits to
    /// @param seconds the time since the start
    public VirtBoard(
            DmaMemory memory, IntFunction<InterruptLine> spis, OutputStream console, LongSupplier seconds) {
        uart = new Pl011(console, spis.apply(VirtMap.UART.spi()));
        virtio = new VirtioSlots(memory, spis);
        ranges.add(new Range(VirtMap.UART, uart));
        ranges.add(new Range(VirtMap.RTC, new Pl031(Pl031.EPOCH, seconds, 1, () -> {}, spis.apply(VirtMap.RTC.spi()))));
        ranges.add(new Range(VirtMap.VIRTIO, virtio));
    }

    /// Puts a virtual device into the next free transport, from the last one down.
    public void attach(VirtioDevice device) {
        virtio.attach(device);
    }

    /// A load of 1 << `log2` bytes. Where nothing is reads as zero.
    public long read(long address, int log2) {
        Range range = at(address);
        if (range == null) {
            return 0;
        }
        return range.device.read(address - range.slot.base(), log2);
    }

    /// A store of 1 << `log2` bytes. Where nothing is it is ignored.
    public void write(long address, int log2, long value) {
        Range range = at(address);
        if (range != null) {
            range.device.write(address - range.slot.base(), log2, value);
        }
    }

    /// Whether the UART can receive a character now.
    public boolean hasRoom() {
        return uart.room() > 0;
    }

    /// The UART receives a character. The caller has checked [#hasRoom].
    public void receive(int character) {
        uart.receive(character);
    }

    private Range at(long address) {
        for (Range range : ranges) {
            if (range.covers(address)) {
                return range;
            }
        }
        return null;
    }
}
