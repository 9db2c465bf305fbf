package splitvisor.cpu.board;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import splitvisor.cpu.board.Placement.Piece;
import splitvisor.cpu.isa.Assembler;
import splitvisor.cpu.isa.AssemblyException;

/// A program to boot: pieces of memory and where to begin. Three kinds of file are understood, as by QEMU: ELF
/// (loaded at its physical addresses), Linux's `Image` (loaded where its header asks, gzipped or not), and
/// anything else as raw code for RAM + 0x80000. A fourth is ours: GNU assembly, in a file whose name ends in `.s`,
/// which is assembled for that address.
///
/// @param name the file's name, for messages
/// @param entry physical address of the first instruction
/// @param pieces what to put where
/// @param elf whether it was an ELF file
record Image(String name, long entry, List<Piece> pieces, boolean elf) {

    private static final String SOURCE = ".s";
    private static final long RAW = VirtMap.RAM_BASE + 0x8_0000;

    // Linux's Documentation/arch/arm64/booting.rst: the header of an Image.
    private static final int HEADER = 64;
    private static final int TEXT_OFFSET = 8;
    private static final int IMAGE_SIZE = 16;
    private static final int MAGIC = 56;
    private static final int IMAGE_MAGIC = 0x644d_5241;
    private static final long LOWEST_TEXT = 0x1000;
    private static final long IMAGE_ALIGNMENT = 0x20_0000;

    /// First address behind the image.
    long end() {
        return pieces.stream().mapToLong(Piece::end).max().orElse(entry);
    }

    long start() {
        return pieces.stream().mapToLong(Piece::pa).min().orElse(entry);
    }

    /// Reads an image from a file's bytes.
    static Image parse(String name, byte[] file) throws BootException {
        byte[] bytes = name.endsWith(SOURCE) ? assembled(name, file) : unpacked(name, file);
        if (bytes.length == 0) {
            throw new BootException("%s is empty".formatted(name));
        }
        if (name.endsWith(SOURCE)) {
            return flat(name, RAW, bytes, bytes.length);
        }
        if (ElfFile.isElf(bytes)) {
            return new ElfFile(name, bytes).image();
        }
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean linux = bytes.length >= HEADER && header.getInt(MAGIC) == IMAGE_MAGIC;
        if (!linux || header.getLong(IMAGE_SIZE) == 0) {
            return flat(name, RAW, bytes, bytes.length);
        }
        long size = header.getLong(IMAGE_SIZE);
        long offset = header.getLong(TEXT_OFFSET);
        if (size < bytes.length || offset < 0 || offset > 1L << 40 || size > 1L << 40) {
            throw new BootException(
                    "%s: its Image header is inconsistent (offset %#x, size %#x, file %#x bytes)"
                            .formatted(name, offset, size, bytes.length));
        }
        if (offset < LOWEST_TEXT) {
            offset += IMAGE_ALIGNMENT; // the bottom of RAM is the boot loader's, on QEMU as well
        }
        return flat(name, VirtMap.RAM_BASE + offset, bytes, size);
    }

    private static Image flat(String name, long pa, byte[] bytes, long size) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(pa, bytes, size));
        return new Image(name, pa, pieces, false);
    }

    private static byte[] assembled(String name, byte[] file) throws BootException {
        try {
            String source = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return Assembler.assemble(source, RAW).bytes();
        } catch (CharacterCodingException e) {
            throw new BootException("%s: it is not UTF-8 text".formatted(name));
        } catch (AssemblyException e) {
            throw new BootException("%s: %s".formatted(name, e.getMessage()));
        }
    }

    private static byte[] unpacked(String name, byte[] file) throws BootException {
        boolean gzip = file.length > 2 && file[0] == 0x1f && file[1] == (byte) 0x8b;
        if (!gzip) {
            return file;
        }
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new BootException("%s: cannot be unpacked: %s".formatted(name, e.getMessage()));
        }
    }
}
