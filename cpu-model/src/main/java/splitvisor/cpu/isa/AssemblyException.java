package splitvisor.cpu.isa;

/// What is wrong with an assembly source, and where: `line 3, column 10: expected a register`.
public final class AssemblyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String reason;

    AssemblyException(int line, int column, String reason) {
        super("line " + line + ", column " + column + ": " + reason);
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    /// The line, from 1.
    public int line() {
        return line;
    }

    /// The column, from 1.
    public int column() {
        return column;
    }

    /// What is wrong, without the position.
    public String reason() {
        return reason;
    }
}
