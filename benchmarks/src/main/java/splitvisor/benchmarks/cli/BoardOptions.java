package splitvisor.benchmarks.cli;

import java.nio.file.Path;
import java.util.Optional;
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
            description = "Version of the GIC, a host's and its guest's (default: the profile's).")
    private Integer gic;

    @Option(names = "--append", paramLabel = "TEXT", description = "The kernel's command line, in the device tree.")
    private String append = "";

    @Option(names = "--initrd", paramLabel = "F", description = "Initial RAM disk.")
    private Path initrd;

    @Option(names = "--profile", paramLabel = "P", description = "Cost profile: a built-in name, or a JSON file.")
    private String profile;

    private CostProfile costs;

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

    int gic() throws Failure {
        return gic == null ? costs().gic() : gic;
    }

    String append() {
        return append;
    }

    /// The initial RAM disk's file, or null.
    Path initrd() {
        return initrd;
    }

    CostProfile costs() throws Failure {
        if (costs == null) {
            costs = ProfileOption.read(profile == null ? CostProfile.BUILT_IN.getFirst() : profile);
        }
        return costs;
    }

    /// One line about costs and GIC, if a profile was chosen whose machine has another. Without one nobody asked what
    /// anything costs.
    Optional<String> caveat() throws Failure {
        return profile == null ? Optional.empty() : costs().caveat(gic());
    }

    long maxInstructions() {
        return maxInstructions;
    }

    int quantum() {
        return quantum;
    }
}
