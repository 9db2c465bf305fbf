package splitvisor.cpu.mmu;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.memory.Device;
import splitvisor.cpu.memory.PhysicalMemory;

/// Data accesses after translation: RAM, a device, or nothing there, which is an external abort.
final class BusAccess {

    private final Cpu cpu;
    private final PhysicalMemory memory;
    private final Aborts aborts;
    private final Translation absent = new Translation();

    BusAccess(Cpu cpu, PhysicalMemory memory, Aborts aborts) {
        this.cpu = cpu;
        this.memory = memory;
        this.aborts = aborts;
    }

    long read(long va, long pa, int log2, int access) {
        if (memory.isRam(pa, 1L << log2)) {
            return memory.readRam(pa, log2);
        }
        if ((access & Access.UNALIGNED) != 0) {
            return readBytes(va, pa, 0, 1 << log2, access);
        }
        Device device = deviceAt(va, pa, access);
        cpu.ledger.count(Event.DEVICE_READ);
        long offset = pa - memory.deviceBase(pa);
        // A load has as many bytes as it asks for, however wide the register is.
        long value = device.read(offset, log2) & -1L >>> 64 - (8 << log2);
        if (cpu.observer != null) {
            cpu.observer.device(cpu, false, device, offset, value);
        }
        return value;
    }

    void write(long va, long pa, int log2, long value, int access) {
        if (memory.isRam(pa, 1L << log2)) {
            memory.writeRam(pa, log2, value);
            return;
        }
        if ((access & Access.UNALIGNED) != 0) {
            writeBytes(va, pa, 0, 1 << log2, value, access);
            return;
        }
        Device device = deviceAt(va, pa, access);
        cpu.ledger.count(Event.DEVICE_WRITE);
        long offset = pa - memory.deviceBase(pa);
        if (cpu.observer != null) {
            cpu.observer.device(cpu, true, device, offset, value);
        }
        device.write(offset, log2, value);
    }

    /// Bytes `from` to `to` of an access of which byte `from` is at `va` and `pa`, in their place in the value.
    long readBytes(long va, long pa, int from, int to, int access) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value |= read(va + i - from, pa + i - from, 0, access & ~Access.UNALIGNED) << 8 * i;
        }
        return value;
    }

    void writeBytes(long va, long pa, int from, int to, long value, int access) {
        for (int i = from; i < to; i++) {
            write(va + i - from, pa + i - from, 0, value >>> 8 * i & 0xff, access & ~Access.UNALIGNED);
        }
    }

    private Device deviceAt(long va, long pa, int access) {
        Device device = memory.device(pa);
        if (device == null) {
            absent.reset();
            absent.fault(Fsc.EXTERNAL);
            throw aborts.data(absent, va, access);
        }
        return device;
    }
}
