package splitvisor.benchmarks;

/// The end of a command that cannot do what was asked: one line for the user (what is wrong, where, what to do)
/// and the exit code. Bad input ends here, defects do not.
public final class Failure extends Exception {

    private final ExitCode code;

    /// `line` starts in lower case and has no full stop; the command's name is put before it.
    public Failure(ExitCode code, String line) {
        super(line, null, false, false);
        this.code = code;
    }

    public ExitCode code() {
        return code;
    }
}
