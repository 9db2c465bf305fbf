package splitvisor.cpu.hosted;

/// A named stretch of straight-line code that a hosted program stands for: what in Linux is plain C
/// or assembly around the privileged operations. Executing it costs its instructions.
public interface CodePath {

    /// The symbol of the function, as a trace prints it.
    String symbol();

    /// How many instructions one pass executes, the privileged operations inside it included.
    int instructions();
}
