package splitvisor.benchmarks.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `splitvisor`, which does nothing without a command.
@Command(
        name = "splitvisor",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "A machine on which KVM on Arm can be taken apart.",
        footer = {"", "Exit codes: docs/tables/exit-codes.md"})
final class Root {

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show version, commit and JDK.")
    private boolean version;
}
