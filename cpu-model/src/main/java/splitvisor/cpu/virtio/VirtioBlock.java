package splitvisor.cpu.virtio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/// A block device on a file (Virtio 1.2, 5.2). The device itself takes no simulated time.
public final class VirtioBlock implements VirtioDevice {

    private static final int ID = 2;
    private static final int FEATURE_RO = 1 << 5;
    private static final int FEATURE_FLUSH = 1 << 9;

    private static final int SECTOR = 512;
    private static final int HEADER = 16;
    private static final int TYPE_IN = 0;
    private static final int TYPE_OUT = 1;
    private static final int TYPE_FLUSH = 4;
    private static final int TYPE_GET_ID = 8;
    private static final int ID_LENGTH = 20;

    private static final byte STATUS_OK = 0;
    private static final byte STATUS_ERROR = 1;
    private static final byte STATUS_UNSUPPORTED = 2;

    /// What the sectors are kept in.
    public interface Storage {

        long size() throws IOException;

        /// Fills `to` from `position` on, as far as there is something.
        void read(ByteBuffer to, long position) throws IOException;

        /// Writes the rest of `from`.
        void write(ByteBuffer from, long position) throws IOException;

        void flush() throws IOException;
    }

    private record File(FileChannel channel) implements Storage {

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void read(ByteBuffer to, long position) throws IOException {
            long at = position;
            for (int read = 0; to.hasRemaining() && read >= 0; at += read) {
                read = channel.read(to, at);
            }
        }

        @Override
        public void write(ByteBuffer from, long position) throws IOException {
            long at = position;
            while (from.hasRemaining()) {
                at += channel.write(from, at);
            }
        }

        @Override
        public void flush() throws IOException {
            channel.force(false);
        }
    }

    private final Storage file;
    private final boolean readOnly;
    private final long sectors;

    /// A device with as many sectors as `file` has whole ones.
    public VirtioBlock(FileChannel file, boolean readOnly) throws IOException {
        this(new File(file), readOnly);
    }

    /// The same on any storage.
    public VirtioBlock(Storage file, boolean readOnly) throws IOException {
        this.file = file;
        this.readOnly = readOnly;
        this.sectors = file.size() / SECTOR;
    }

    @Override
    public int id() {
        return ID;
    }

    @Override
    public int features() {
        return FEATURE_FLUSH | (readOnly ? FEATURE_RO : 0);
    }

    @Override
    public int queues() {
        return 1;
    }

    /// The capacity in sectors, 64 bits.
    @Override
    public int configuration(int offset) {
        return offset < 8 ? (int) (sectors >>> 8 * offset) : 0;
    }

    @Override
    public boolean notified(int index, Virtqueue queue) throws BrokenQueueException {
        boolean used = false;
        for (Virtqueue.Request request = queue.poll(); request != null; request = queue.poll()) {
            request.complete(answer(request.read(), request.room()));
            used = true;
        }
        return used;
    }

    /// The device's part of a request: data, if any, and a status byte.
    private byte[] answer(byte[] from, int room) throws BrokenQueueException {
        if (from.length < HEADER || room < 1) {
            throw new BrokenQueueException("a block request without header or status");
        }
        ByteBuffer header = ByteBuffer.wrap(from).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer data = ByteBuffer.wrap(from, HEADER, from.length - HEADER);
        byte[] to = new byte[room];
        try {
            to[room - 1] = execute(header.getInt(0), header.getLong(8), data, to);
        } catch (IOException e) {
            to[room - 1] = STATUS_ERROR;
        }
        return to;
    }

    private byte execute(int type, long sector, ByteBuffer data, byte[] to) throws IOException {
        int wanted = to.length - 1;
        switch (type) {
            case TYPE_IN -> {
                if (!inside(sector, wanted)) {
                    return STATUS_ERROR;
                }
                file.read(ByteBuffer.wrap(to, 0, wanted), sector * SECTOR);
            }
            case TYPE_OUT -> {
                if (readOnly || !inside(sector, data.remaining())) {
                    return STATUS_ERROR;
                }
                file.write(data, sector * SECTOR);
            }
            case TYPE_FLUSH -> file.flush();
            case TYPE_GET_ID -> {
                byte[] name = "splitvisor".getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(name, 0, to, 0, Math.min(name.length, Math.min(wanted, ID_LENGTH)));
            }
            default -> {
                return STATUS_UNSUPPORTED;
            }
        }
        return STATUS_OK;
    }

    private boolean inside(long sector, int bytes) {
        return bytes % SECTOR == 0 && sector >= 0 && sector <= sectors - bytes / SECTOR;
    }
}
