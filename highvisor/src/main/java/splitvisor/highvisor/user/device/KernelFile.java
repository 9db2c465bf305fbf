package splitvisor.highvisor.user.device;

import java.io.IOException;
import java.nio.ByteBuffer;
import splitvisor.cpu.virtio.VirtioBlock;
import splitvisor.highvisor.kernel.Syscall;
import splitvisor.highvisor.kernel.UserCpu;

/// A disk image as a VMM reaches it: by system calls of the host, through a buffer of the VMM.
///
/// @param cpu who makes the calls
/// @param fd the open file
/// @param size its bytes
/// @param buffer a page of the VMM
public record KernelFile(UserCpu cpu, long fd, long size, GuestRam buffer) implements VirtioBlock.Storage {

    @Override
    public void read(ByteBuffer to, long position) throws IOException {
        for (long at = position; to.hasRemaining(); ) {
            int part = (int) Math.min(to.remaining(), buffer.size());
            long done = done(cpu.syscall(Syscall.PREAD64, fd, buffer.va(), part, at));
            if (done == 0) {
                return;
            }
            byte[] bytes = new byte[(int) done];
            buffer.copyOut(buffer.ipa(), bytes, 0, bytes.length);
            to.put(bytes);
            at += done;
        }
    }

    @Override
    public void write(ByteBuffer from, long position) throws IOException {
        for (long at = position; from.hasRemaining(); ) {
            byte[] bytes = new byte[(int) Math.min(from.remaining(), buffer.size())];
            from.get(bytes);
            buffer.copyIn(bytes, 0, bytes.length, buffer.ipa());
            at += done(cpu.syscall(Syscall.PWRITE64, fd, buffer.va(), bytes.length, at));
        }
    }

    @Override
    public void flush() throws IOException {
        done(cpu.syscall(Syscall.FDATASYNC, fd));
    }

    private static long done(long result) throws IOException {
        if (result < 0) {
            throw new IOException("the host answered %d".formatted(result));
        }
        return result;
    }
}
