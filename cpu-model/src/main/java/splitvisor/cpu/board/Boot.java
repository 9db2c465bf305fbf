package splitvisor.cpu.board;

import java.nio.file.Path;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.timer.Exit;

/// A machine with an image in its memory, ready to run. X0 holds the device tree's address.
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

    private final Machine machine;

    private Boot(Machine machine) {
        this.machine = machine;
    }

    /// Builds the machine and loads the image; everything that is wrong with the request comes out here.
    public static Boot prepare(Request request) throws BootException {
        Placement placement =
                Placement.of(request.machine, request.ramSize, request.image, request.initrd, request.arguments);
        Machine machine = new Machine(request.profile, request.ramSize, request.machine);
        placement.pieces().forEach(piece -> machine.memory.load(piece.pa(), piece.bytes()));
        machine.cpus.forEach(pe -> pe.interpreter.stopAtRefused(false)); // as the ID registers say
        Cpu cpu = machine.cpu();
        cpu.reset(machine.options.startEl(), placement.entry());
        cpu.set(0, placement.deviceTree());
        return new Boot(machine);
    }

    public Machine machine() {
        return machine;
    }

    /// Runs until something stops the machine.
    public Exit run() {
        return machine.run();
    }
}
