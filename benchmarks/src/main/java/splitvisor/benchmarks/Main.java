package splitvisor.benchmarks;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import splitvisor.benchmarks.cli.Shell;

/// The program behind `./splitvisor`.
public final class Main {

    private Main() {}

    /// Runs one command and exits with its code.
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = new Shell(out, err, "1".equals(System.getenv("SPLITVISOR_DEBUG"))).run(args);
        out.flush();
        System.exit(code);
    }
}
