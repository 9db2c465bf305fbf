package splitvisor.benchmarks.cli;

import java.util.List;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.papers.Fitted;
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
        String hint = "give a JSON file or a built-in name (%s)".formatted(String.join(", ", CostProfile.BUILT_IN));
        CostProfile profile;
        try {
            profile = CostProfile.parse(Input.text("--profile", value, hint));
        } catch (InvalidProfileException e) {
            throw new Failure(ExitCode.UNREADABLE, "--profile: %s: %s".formatted(value, e.getMessage()));
        }
        for (String id : Fitted.unknown(profile)) {
            throw new Failure(
                    ExitCode.UNREADABLE,
                    "--profile: %s: 'calibratedOn' names '%s', which is no published cell; %s"
                            .formatted(value, id, Fitted.NAMES));
        }
        return profile;
    }
}
