package splitvisor.benchmarks.cli;

import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.CostProfile.InvalidProfileException;

/// The value of `--profile`: the name of a built-in profile, else a file.
final class ProfileOption {

    private ProfileOption() {}

    static CostProfile read(String value) throws Failure {
        if (CostProfile.BUILT_IN.contains(value)) {
            return CostProfile.builtIn(value);
        }
        String hint = "give a JSON file or a built-in name (%s)".formatted(String.join(", ", CostProfile.BUILT_IN));
        try {
            return CostProfile.parse(Input.text("--profile", value, hint));
        } catch (InvalidProfileException e) {
            throw new Failure(ExitCode.UNREADABLE, "--profile: %s: %s".formatted(value, e.getMessage()));
        }
    }
}
