package splitvisor.highvisor.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.kvm.Errno;

/// The regular files of the host, by path, and the descriptors of those that are open. What the files hold comes from
/// outside the machine; that it crosses between kernel and user space is done by the machine.
final class Files {

    /// Descriptors below are the console's and KVM's.
    static final long FIRST = 1000;

    private static final int PATH_MAX = 4096;

    private final HostedCpu cpu;
    private final Map<String, SeekableByteChannel> paths = new HashMap<>();
    private final List<SeekableByteChannel> open = new ArrayList<>();

    Files(HostedCpu cpu) {
        this.cpu = cpu;
    }

    void put(String path, SeekableByteChannel contents) {
        paths.put(path, contents);
    }

    /// openat(), for absolute paths.
    long open(long path) {
        StringBuilder name = new StringBuilder();
        cpu.path(KernelPath.COPY_USER);
        for (long c = cpu.ldtr(path, 0); c != 0 && name.length() < PATH_MAX; c = cpu.ldtr(path + name.length(), 0)) {
            name.append((char) c);
        }
        SeekableByteChannel file = paths.get(name.toString());
        if (file == null) {
            return Errno.ENOENT.result();
        }
        open.add(file);
        return FIRST + open.size() - 1;
    }

    /// lseek() to the end: the size. Files have no position here.
    long size(long fd) {
        try {
            SeekableByteChannel file = file(fd);
            return file == null ? Errno.EBADF.result() : file.size();
        } catch (IOException e) {
            return Errno.EIO.result();
        }
    }

    /// pread64(): the bytes that there were.
    long read(long fd, long buffer, long count, long position) {
        SeekableByteChannel file = file(fd);
        if (file == null || count < 0 || count > Integer.MAX_VALUE || position < 0) {
            return file == null ? Errno.EBADF.result() : Errno.EINVAL.result();
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) count);
        try {
            file.position(position);
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {
                continue;
            }
        } catch (IOException e) {
            return Errno.EIO.result();
        }
        bytes.flip();
        int length = bytes.limit();
        copyToUser(bytes, buffer);
        return length;
    }

    /// pwrite64().
    long write(long fd, long buffer, long count, long position) {
        SeekableByteChannel file = file(fd);
        if (file == null || count < 0 || count > Integer.MAX_VALUE || position < 0) {
            return file == null ? Errno.EBADF.result() : Errno.EINVAL.result();
        }
        ByteBuffer bytes = copyFromUser(buffer, (int) count);
        try {
            file.position(position);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            return count;
        } catch (IOException e) {
            return Errno.EIO.result();
        }
    }

    /// fdatasync(): what is written is with the outside at once.
    long sync(long fd) {
        return file(fd) == null ? Errno.EBADF.result() : 0;
    }

    private SeekableByteChannel file(long fd) {
        long index = fd - FIRST;
        return index >= 0 && index < open.size() ? open.get((int) index) : null;
    }

    private void copyToUser(ByteBuffer bytes, long va) {
        cpu.path(KernelPath.COPY_USER);
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            long to = va + bytes.position();
            if (bytes.remaining() >= 8) {
                cpu.sttr(bytes.getLong(), to);
            } else {
                cpu.sttr(bytes.get(), to, 0);
            }
        }
    }

    private ByteBuffer copyFromUser(long va, int count) {
        cpu.path(KernelPath.COPY_USER);
        ByteBuffer words = ByteBuffer.allocate(count + 7 & -8).order(ByteOrder.LITTLE_ENDIAN);
        while (words.hasRemaining()) {
            words.putLong(cpu.ldtr(va + words.position(), 3));
        }
        return words.flip().limit(count);
    }
}
