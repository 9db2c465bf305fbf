package splitvisor.cpu.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.timer.Exit;

/// A machine with an image in its memory, ready to run.
///
/// Everything lies where QEMU puts it: the device tree of an ELF image at the start of RAM if the image leaves
/// room there; else behind the initial RAM disk, which is at half of the RAM, but not above 128 MiB. X0 holds
/// the device tree's address in any case.
public final class Boot {

    /// What to boot, on what.
    ///
    /// @param profile costs and clocks
    /// @param ramSize bytes of RAM
    /// @param machine the rest of the machine
    /// @param image the program
    /// @param initrd the initial RAM disk, or null
    /// @param arguments the kernel's command line, may be empty
    public record Request(
            CostProfile profile, long ramSize, Machine.Options machine, Path image, Path initrd, String arguments) {}

    private static final long PAGE = 0x1000;
    private static final long MEBIBYTE = 1L << 20;
    private static final long MAX_RAM = 2047 * MEBIBYTE;
    private static final long TREE_ALIGNMENT = 2 * MEBIBYTE;
    private static final long INITRD_LIMIT = 128 * MEBIBYTE;

    private final Machine machine;
    private final PhysicalMemory memory;
    private final String name;

    private Boot(Machine machine, String name) {
        this.machine = machine;
        this.memory = machine.memory;
        this.name = name;
    }

    /// Builds the machine and loads the image; everything that is wrong with the request comes out here.
    public static Boot prepare(Request request) throws BootException {
        long size = request.ramSize;
        if (size < MEBIBYTE || size > MAX_RAM || size % PAGE != 0) {
            throw new BootException(
                    "%d bytes of memory: it must be a multiple of 4K, from 1M to 2047M".formatted(size));
        }
        Image image = Image.parse(request.image.toString(), read(request.image));
        byte[] initrd = request.initrd == null ? new byte[0] : read(request.initrd);
        Machine machine = new Machine(request.profile, size, request.machine);
        Boot boot = new Boot(machine, image.name());
        boot.load(image, initrd, request.arguments);
        return boot;
    }

    public Machine machine() {
        return machine;
    }

    /// Runs until something stops the machine.
    public Exit run() {
        return machine.run();
    }

    private void load(Image image, byte[] initrd, String arguments) throws BootException {
        for (Image.Piece piece : image.pieces()) {
            put(piece.pa(), piece.bytes(), piece.size(), "the image");
        }
        if (!memory.isRam(image.entry(), 4)) {
            throw new BootException("%s: its entry point %#x is not in RAM".formatted(name, image.entry()));
        }
        long initrdAt = memory.ramBase() + Math.min(memory.ramSize() / 2, INITRD_LIMIT);
        initrdAt = aligned(image.elf() ? initrdAt : Math.max(initrdAt, image.end()), PAGE);
        put(initrdAt, initrd, initrd.length, "the initial RAM disk");
        byte[] tree = DeviceTree.blob(machine, arguments, initrdAt, initrdAt + initrd.length);
        long treeAt = memory.ramBase();
        if (!image.elf() || image.start() < treeAt + tree.length) {
            treeAt = aligned(Math.max(initrdAt + initrd.length, image.end()), TREE_ALIGNMENT);
        }
        put(treeAt, tree, tree.length, "the device tree");
        Cpu cpu = machine.cpu();
        cpu.reset(machine.options.startEl(), image.entry());
        cpu.set(0, treeAt);
    }

    private void put(long pa, byte[] bytes, long size, String what) throws BootException {
        if (size > 0 && (size > memory.ramSize() || !memory.isRam(pa, size))) {
            throw new BootException(
                    "%s: %s needs %#x bytes at %#x, and RAM is from %#x to %#x"
                            .formatted(
                                    name,
                                    what,
                                    size,
                                    pa,
                                    memory.ramBase(),
                                    memory.ramBase() + memory.ramSize()));
        }
        if (size > 0) {
            memory.load(pa, bytes);
        }
    }

    private static byte[] read(Path file) throws BootException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new BootException("%s: there is no such file".formatted(file));
        } catch (IOException e) {
            throw new BootException("%s cannot be read: %s".formatted(file, e.getClass().getSimpleName()));
        }
    }

    private static long aligned(long address, long alignment) {
        return address + alignment - 1 & -alignment;
    }
}
