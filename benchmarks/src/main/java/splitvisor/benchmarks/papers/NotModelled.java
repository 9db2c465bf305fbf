package splitvisor.benchmarks.papers;

import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;

/// An experiment without a number: the machine cannot do it yet, or it did not come to an end. The message says which.
public final class NotModelled extends Exception {

    private final ExitCode code;

    NotModelled(String message) {
        this(ExitCode.NOT_MODELLED, message);
    }

    private NotModelled(ExitCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /// A run that failed.
    static NotModelled of(Failure run) {
        boolean limit = run.code() == ExitCode.LIMIT;
        return new NotModelled(limit ? ExitCode.LIMIT : ExitCode.NOT_MODELLED, run.getMessage());
    }

    /// [ExitCode#LIMIT] when the run was given up, else [ExitCode#NOT_MODELLED].
    public ExitCode code() {
        return code;
    }
}
