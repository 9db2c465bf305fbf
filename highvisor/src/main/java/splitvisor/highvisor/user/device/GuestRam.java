package splitvisor.highvisor.user.device;

import splitvisor.cpu.memory.DmaMemory;
import splitvisor.highvisor.kernel.UserCpu;

/// A guest's RAM as its devices in the VMM reach it: by loads and stores of the VMM, through the VMM's own mapping of
/// the memory slot.
///
/// @param cpu who makes the accesses
/// @param ipa where the slot starts for the guest
/// @param size its bytes
/// @param va where the VMM has it
public record GuestRam(UserCpu cpu, long ipa, long size, long va) implements DmaMemory {

    @Override
    public boolean isRam(long pa, long bytes) {
        long offset = pa - ipa;
        return offset >= 0 && offset <= size - bytes;
    }

    @Override
    public long readRam(long pa, int log2) {
        return cpu.load(pa - ipa + va, log2);
    }

    @Override
    public void writeRam(long pa, int log2, long value) {
        cpu.store(pa - ipa + va, log2, value);
    }

    /// By doublewords, as memcpy() does.
    @Override
    public void copyOut(long pa, byte[] bytes, int from, int to) {
        long address = pa;
        for (int i = from; i < to; ) {
            int log2 = to - i >= 8 ? 3 : 0;
            long value = readRam(address, log2);
            for (int n = 0; n < 1 << log2; n++) {
                bytes[i++] = (byte) (value >>> 8 * n);
            }
            address += 1L << log2;
        }
    }

    @Override
    public void copyIn(byte[] bytes, int from, int to, long pa) {
        long address = pa;
        for (int i = from; i < to; ) {
            int log2 = to - i >= 8 ? 3 : 0;
            long value = 0;
            for (int n = 0; n < 1 << log2; n++) {
                value |= (bytes[i++] & 0xffL) << 8 * n;
            }
            writeRam(address, log2, value);
            address += 1L << log2;
        }
    }
}
