package splitvisor.benchmarks.cli;

import java.io.PrintWriter;

/// What long work is at, on one line of a terminal that is overwritten; nothing where nobody watches.
public final class Progress {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter terminal;

    /// Progress on `terminal`, or none if that is null.
    public Progress(PrintWriter terminal) {
        this.terminal = terminal;
    }

    /// On `err` when the program's input and output are a terminal.
    static Progress onTerminal(PrintWriter err) {
        boolean watched = System.console() != null && System.console().isTerminal();
        return new Progress(watched ? err : null);
    }

    void show(String what) {
        if (terminal != null) {
            terminal.print(CLEAR_LINE + what);
            terminal.flush();
        }
    }

    void done() {
        if (terminal != null) {
            terminal.print(CLEAR_LINE);
            terminal.flush();
        }
    }
}
