package splitvisor.cpu.board;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import splitvisor.cpu.board.Placement.Piece;

/// A 64-bit little-endian ELF executable for AArch64 (System V gABI, chapter 4; Arm IHI 0056).
final class ElfFile {

    private static final int HEADER = 64;
    private static final int CLASS = 4;
    private static final int DATA = 5;
    private static final int MACHINE = 18;
    private static final int ENTRY = 24;
    private static final int PROGRAM_HEADERS = 32;
    private static final int PROGRAM_HEADER_SIZE = 54;
    private static final int PROGRAM_HEADER_COUNT = 56;

    private static final int CLASS_64 = 2;
    private static final int LITTLE_ENDIAN = 1;
    private static final int AARCH64 = 183;

    private static final int ENTRY_SIZE = 56;
    private static final int PT_LOAD = 1;

    private final String name;
    private final byte[] file;
    private final ByteBuffer buffer;

    ElfFile(String name, byte[] file) {
        this.name = name;
        this.file = file;
        this.buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    static boolean isElf(byte[] file) {
        return file.length >= 4 && file[0] == 0x7f && file[1] == 'E' && file[2] == 'L' && file[3] == 'F';
    }

    Image image() throws BootException {
        checkHeader();
        long table = buffer.getLong(PROGRAM_HEADERS);
        int size = buffer.getShort(PROGRAM_HEADER_SIZE) & 0xffff;
        int count = buffer.getShort(PROGRAM_HEADER_COUNT) & 0xffff;
        if (size != ENTRY_SIZE || !inFile(table, (long) size * count)) {
            throw wrong("its program headers are outside the file: it is truncated or damaged");
        }
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = (int) table + i * size;
            if (buffer.getInt(at) == PT_LOAD && buffer.getLong(at + 40) != 0) {
                pieces.add(piece(at, i));
            }
        }
        if (pieces.isEmpty()) {
            throw wrong("it has no segment to load: link it as an executable");
        }
        return new Image(name, buffer.getLong(ENTRY), pieces, true);
    }

    private void checkHeader() throws BootException {
        if (file.length < HEADER) {
            throw wrong("an ELF header cut off after %d bytes".formatted(file.length));
        }
        if (buffer.get(CLASS) != CLASS_64 || buffer.get(DATA) != LITTLE_ENDIAN) {
            throw wrong("not a 64-bit little-endian ELF file");
        }
        int machine = buffer.getShort(MACHINE) & 0xffff;
        if (machine != AARCH64) {
            throw wrong("an ELF file for machine %d; this one is AArch64 (%d)".formatted(machine, AARCH64));
        }
    }

    /// A loadable segment, at its physical address.
    private Piece piece(int at, int index) throws BootException {
        long offset = buffer.getLong(at + 8);
        long pa = buffer.getLong(at + 24);
        long inFile = buffer.getLong(at + 32);
        long inMemory = buffer.getLong(at + 40);
        if (!inFile(offset, inFile)) {
            throw wrong("segment %d is outside the file: it is truncated or damaged".formatted(index));
        }
        if (inMemory < inFile) {
            throw wrong("segment %d is larger in the file than in memory".formatted(index));
        }
        byte[] bytes = Arrays.copyOfRange(file, (int) offset, (int) (offset + inFile));
        return new Piece(pa, bytes, inMemory);
    }

    private boolean inFile(long offset, long size) {
        return offset >= 0 && size >= 0 && offset <= file.length && size <= file.length - offset;
    }

    private BootException wrong(String what) {
        return new BootException("%s: %s".formatted(name, what));
    }
}
