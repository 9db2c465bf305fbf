package splitvisor.cpu.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// The physical address space: one block of RAM and a list of devices. An address that neither
/// covers answers with an external abort, which the caller raises.
///
/// RAM is a `byte[]` read through little-endian `VarHandle` views; the common case is one
/// subtraction and one unsigned compare. `pa` is a physical address throughout.
public final class PhysicalMemory implements DmaMemory {

    private static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private record Mapping(long start, long size, Device device) {

        boolean covers(long pa) {
            return Long.compareUnsigned(pa - start, size) < 0;
        }
    }

    private final byte[] ram;
    private final long ramBase;
    private final long ramSize;
    private final List<Mapping> devices = new ArrayList<>();
    private Mapping latest = new Mapping(0, 0, null);
    private CodeCache codeCache;

    /// RAM of `size` bytes at `base`, zeroed, and no devices. The size is at most 2 GiB − 64 KiB.
    public PhysicalMemory(long base, long size) {
        this.ram = new byte[Math.toIntExact(size)];
        this.ramBase = base;
        this.ramSize = size;
    }

    public long ramBase() {
        return ramBase;
    }

    public long ramSize() {
        return ramSize;
    }

    /// Maps a device's registers at `start`, `size` bytes. It must not overlap RAM or another device.
    public void map(long start, long size, Device device) {
        devices.add(new Mapping(start, size, device));
    }

    @Override
    public boolean isRam(long pa, long size) {
        long offset = pa - ramBase;
        return offset >= 0 && offset <= ramSize - size;
    }

    /// The RAM as an array, and [#offset] into it, for engines that decode code pages.
    public byte[] ram() {
        return ram;
    }

    /// Index of `pa` in [#ram].
    public int offset(long pa) {
        return (int) (pa - ramBase);
    }

    @Override
    public long readRam(long pa, int log2) {
        return readAt((int) (pa - ramBase), log2);
    }

    /// As [#readRam], by index in [#ram].
    public long readAt(int i, int log2) {
        return switch (log2) {
            case 0 -> ram[i] & 0xffL;
            case 1 -> (short) SHORT.get(ram, i) & 0xffffL;
            case 2 -> (int) INT.get(ram, i) & 0xffff_ffffL;
            default -> (long) LONG.get(ram, i);
        };
    }

    @Override
    public void writeRam(long pa, int log2, long value) {
        writeAt((int) (pa - ramBase), log2, value);
    }

    /// As [#writeRam], by index in [#ram].
    public void writeAt(int i, int log2, long value) {
        switch (log2) {
            case 0 -> ram[i] = (byte) value;
            case 1 -> SHORT.set(ram, i, (short) value);
            case 2 -> INT.set(ram, i, (int) value);
            default -> LONG.set(ram, i, value);
        }
    }

    @Override
    public void copyOut(long pa, byte[] bytes, int from, int to) {
        System.arraycopy(ram, offset(pa), bytes, from, to - from);
    }

    @Override
    public void copyIn(byte[] bytes, int from, int to, long pa) {
        System.arraycopy(bytes, from, ram, offset(pa), to - from);
    }

    /// Copies bytes into RAM, as a loader does before the machine runs. Throws
    /// IndexOutOfBoundsException when they do not fit.
    public void load(long pa, byte[] bytes) {
        System.arraycopy(bytes, 0, ram, Math.toIntExact(pa - ramBase), bytes.length);
        if (codeCache != null) {
            codeCache.invalidateAll();
        }
    }

    /// The engines' cache of decoded code, or null before there is one. IC instructions invalidate it.
    public CodeCache codeCache() {
        return codeCache;
    }

    /// Sets the one cache of decoded code.
    public void setCodeCache(CodeCache cache) {
        codeCache = cache;
    }

    /// The device at `pa`, or null; an access to it goes to [Device] with `pa` minus [#deviceBase].
    public Device device(long pa) {
        Mapping mapping = mapping(pa);
        return mapping == null ? null : mapping.device;
    }

    /// Where the device at `pa` starts.
    public long deviceBase(long pa) {
        return mapping(pa).start;
    }

    private Mapping mapping(long pa) {
        if (latest.covers(pa)) {
            return latest;
        }
        for (Mapping mapping : devices) {
            if (mapping.covers(pa)) {
                latest = mapping;
                return mapping;
            }
        }
        return null;
    }
}
