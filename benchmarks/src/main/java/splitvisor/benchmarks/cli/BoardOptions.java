package splitvisor.benchmarks.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.timer.TimeLine;

/// The options about a machine, bare or virtual, and its kernel.
final class BoardOptions {

    @Option(names = "--memory", paramLabel = "S", converter = MemorySize.class, description = "RAM (default: 256M).")
    private long memory = 256 << 20;

    @Option(
            names = "--gic",
            paramLabel = "2|3",
            description = "Version of the GIC, a host's and its guest's (default: 3).")
    private int gic = 3;

    @Option(names = "--append", paramLabel = "TEXT", description = "The kernel's command line, in the device tree.")
    private String append = "";

    @Option(names = "--initrd", paramLabel = "F", description = "Initial RAM disk.")
    private Path initrd;

    @Option(names = "--profile", paramLabel = "P", description = "Cost profile: a built-in name, or a JSON file.")
    private String profile = "gicv3-server";

    @Option(names = "--max-instructions", paramLabel = "N", description = "Stop after N instructions.")
    private long maxInstructions = Long.MAX_VALUE;

    @Option(
            names = "--quantum",
            paramLabel = "N",
            description = "No PE gets more than N cycles ahead; 100 while one yields (default: ${DEFAULT-VALUE}).")
    private int quantum = TimeLine.QUANTUM;

    /// Refuses numbers that no machine can have.
    void check() throws Failure {
        if (maxInstructions <= 0) {
            throw new Failure(
                    ExitCode.USAGE, "--max-instructions: %d is not a positive number".formatted(maxInstructions));
        }
        if (quantum < TimeLine.SMALLEST_QUANTUM) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--quantum: %d cycles; use %d or more".formatted(quantum, TimeLine.SMALLEST_QUANTUM));
        }
    }

    long memory() {
        return memory;
    }

    int gic() {
        return gic;
    }

    String append() {
        return append;
    }

    /// The initial RAM disk's file, or null.
    Path initrd() {
        return initrd;
    }

    CostProfile costs() throws Failure {
        return ProfileOption.read(profile);
    }

    long maxInstructions() {
        return maxInstructions;
    }

    int quantum() {
        return quantum;
    }
}
