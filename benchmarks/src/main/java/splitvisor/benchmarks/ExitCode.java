package splitvisor.benchmarks;

/// What the process tells its caller, one row per meaning; `docs/tables/exit-codes.md` is this table. The launcher
/// uses [#UNAVAILABLE] itself.
public enum ExitCode {
    OK(0, "the work was done; for a machine: the guest powered off"),
    USAGE(2, "the command line is wrong: an unknown command, option, host, operation, generation or GIC"),
    UNREADABLE(3, "an input file (image, profile, guest source) is missing, unreadable or invalid"),
    NOT_MODELLED(4, "the guest did something that the machine does not model"),
    LIMIT(5, "a limit such as `--max-instructions` was reached"),
    UNWRITABLE(6, "an output file or folder cannot be written, or is there already; or there is no room to work in"),
    RESET(7, "the guest asked for a reset (PSCI SYSTEM_RESET)"),
    STUCK(8, "every PE waits for an interrupt or event that cannot come"),
    INCOMPLETE(9, "a lab's submission does not have all its points yet"),
    UNAVAILABLE(69, "Splitvisor cannot be built or started: no JDK 25, no Maven, or the build failed"),
    INTERNAL(70, "a defect in Splitvisor; `SPLITVISOR_DEBUG=1` shows the stack trace");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /// The number that the shell sees.
    public int code() {
        return code;
    }

    /// One sentence without its full stop, in Markdown.
    public String meaning() {
        return meaning;
    }

    /// The whole page `docs/tables/exit-codes.md`.
    static String page() {
        StringBuilder page = new StringBuilder("""
                # Exit codes

                Generated from `ExitCode`; a test keeps it fresh. Every code but 0 comes with one line on stderr that
                says what is wrong, where, and what to do. A process ended by a signal has 128 + its number, as usual.

                | code | name | meaning |
                |---:|---|---|
                """);
        for (ExitCode code : values()) {
            page.append("| %d | `%s` | %s |\n".formatted(code.code, code, code.meaning));
        }
        return page.toString();
    }
}
