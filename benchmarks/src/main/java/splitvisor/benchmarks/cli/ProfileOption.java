package splitvisor.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.CostProfile.InvalidProfileException;

/// The value of `--profile`: the name of a built-in profile, else a file. And `--gic`, which the profile's machine
/// decides unless it was given.
final class ProfileOption {

    private ProfileOption() {}

    /// The version of the GIC to run with; `given` is null if none was.
    static int gic(String given, List<Integer> known, CostProfile costs) throws Failure {
        if (given == null) {
            return costs.gic();
        }
        Choice.check("--gic", given, known.stream().map(String::valueOf).toList());
        return Integer.parseInt(given);
    }

    static CostProfile read(String value) throws Failure {
        if (CostProfile.BUILT_IN.contains(value)) {
            return CostProfile.builtIn(value);
        }
        String builtIn = String.join(", ", CostProfile.BUILT_IN);
        try {
            return CostProfile.parse(Files.readString(Path.of(value)));
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.UNREADABLE,
                    "--profile: cannot read %s: %s; give a JSON file or a built-in name (%s)"
                            .formatted(value, Reason.of(e), builtIn));
        } catch (InvalidProfileException e) {
            throw new Failure(ExitCode.UNREADABLE, "--profile: %s: %s".formatted(value, e.getMessage()));
        }
    }
}
