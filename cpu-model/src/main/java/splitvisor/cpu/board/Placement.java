package splitvisor.cpu.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What goes where in a machine's memory before it starts, for a bare machine and for a virtual one alike.
///
/// Everything lies where QEMU puts it: the device tree of an ELF image at the start of RAM if the image leaves
/// room there; else behind the initial RAM disk, which is at half of the RAM, but not above 128 MiB.
///
/// @param entry where the first PE begins
/// @param deviceTree what X0 points to
/// @param pieces the contents of memory
public record Placement(long entry, long deviceTree, List<Piece> pieces) {

    /// Contents for a stretch of memory; what lies beyond the bytes up to `size` is zero.
    public record Piece(long pa, byte[] bytes, long size) {

        long end() {
            return pa + size;
        }

        boolean overlaps(Piece other) {
            return size > 0 && other.size > 0 && pa < other.end() && other.pa < end();
        }
    }

    private static final long PAGE = 0x1000;
    private static final long MEBIBYTE = 1L << 20;
    private static final long MAX_RAM = 2047 * MEBIBYTE;
    private static final long TREE_ALIGNMENT = 2 * MEBIBYTE;
    private static final long INITRD_LIMIT = 128 * MEBIBYTE;

    /// Reads the files and finds a place for everything. What is wrong with them is a [BootException]; an amount of
    /// RAM that no machine has is an [IllegalArgumentException], as what [Machine.Options] refuses.
    ///
    /// @param options the machine that the device tree describes
    /// @param ramSize bytes of RAM, a multiple of 4 KiB from 1 MiB to 2047 MiB
    /// @param file the image
    /// @param initrdFile the initial RAM disk, or null
    /// @param arguments the kernel's command line, may be empty
    public static Placement of(
            Machine.Options options, long ramSize, Path file, Path initrdFile, String arguments)
            throws BootException {
        if (ramSize < MEBIBYTE || ramSize > MAX_RAM || ramSize % PAGE != 0) {
            throw new IllegalArgumentException(
                    "%d bytes of memory: it must be a multiple of 4K, from 1M to 2047M".formatted(ramSize));
        }
        Image image = Image.parse(file.toString(), read(file));
        byte[] initrd = initrdFile == null ? new byte[0] : read(initrdFile);
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : image.pieces()) {
            add(pieces, image.name(), "the image", piece, ramSize);
        }
        if (!inRam(image.entry(), 4, ramSize)) {
            throw new BootException("%s: its entry point %#x is not in RAM".formatted(image.name(), image.entry()));
        }
        long initrdAt = VirtMap.RAM_BASE + Math.min(ramSize / 2, INITRD_LIMIT);
        initrdAt = aligned(image.elf() ? initrdAt : Math.max(initrdAt, image.end()), PAGE);
        Piece disk = new Piece(initrdAt, initrd, initrd.length);
        add(pieces, image.name(), "the initial RAM disk", disk, ramSize);
        byte[] tree = DeviceTree.blob(options, ramSize, arguments, initrdAt, disk.end());
        long treeAt = VirtMap.RAM_BASE;
        if (!image.elf() || image.start() < treeAt + tree.length) {
            treeAt = aligned(Math.max(disk.end(), image.end()), TREE_ALIGNMENT);
        }
        Piece described = new Piece(treeAt, tree, tree.length);
        add(pieces, image.name(), "the device tree", described, ramSize);
        return new Placement(image.entry(), treeAt, List.copyOf(pieces));
    }

    /// Puts `piece` where it wants to be, if that is in RAM and nothing else is there.
    private static void add(List<Piece> pieces, String name, String what, Piece piece, long ramSize)
            throws BootException {
        if (piece.size > 0 && !inRam(piece.pa, piece.size, ramSize)) {
            throw new BootException(
                    "%s: %s needs %#x bytes at %#x, and RAM is from %#x to %#x"
                            .formatted(
                                    name,
                                    what,
                                    piece.size,
                                    piece.pa,
                                    VirtMap.RAM_BASE,
                                    VirtMap.RAM_BASE + ramSize));
        }
        for (Piece other : pieces) {
            if (piece.overlaps(other)) {
                throw new BootException("%s: %s, from %#x to %#x, overlaps the piece of the image at %#x"
                        .formatted(name, what, piece.pa, piece.end(), other.pa));
            }
        }
        pieces.add(piece);
    }

    private static boolean inRam(long pa, long size, long ramSize) {
        long offset = pa - VirtMap.RAM_BASE;
        return size <= ramSize && offset >= 0 && offset <= ramSize - size;
    }

    private static byte[] read(Path file) throws BootException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BootException("cannot read %s".formatted(file), e);
        }
    }

    private static long aligned(long address, long alignment) {
        return address + alignment - 1 & -alignment;
    }
}
