package splitvisor.benchmarks.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.host.HostComparison;

/// The program behind `./splitvisor`.
public final class Main {

    private Main() {}

    /// Runs one command and exits with its code.
    public static void main(String[] args) {
        boolean debug = "1".equals(System.getenv("SPLITVISOR_DEBUG"));
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", debug ? "debug" : "warn");
        Locale.setDefault(Locale.ROOT); // the same bytes everywhere
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = shell(out, err, debug).run(args);
        if (out.checkError() && code == ExitCode.OK.code()) {
            err.print("splitvisor: stdout cannot be written: is its disk full, or its reader gone?\n");
            err.flush();
            code = ExitCode.UNWRITABLE.code();
        }
        System.exit(code);
    }

    /// The shell with every command there is.
    public static Shell shell(PrintWriter out, PrintWriter err, boolean debug) {
        OutputStream stdout = new FileOutputStream(FileDescriptor.out); // unlike System.out, it says what goes wrong
        return new Shell(
                out,
                err,
                debug,
                new CompareCommand(new HostComparison()),
                new BootCommand(System.in, stdout),
                new RunCommand(System.in, stdout),
                new TraceCommand(),
                new ReproduceCommand(Progress.onTerminal(err)),
                new CalibrateCommand(),
                new BenchCommand(),
                new LabCommand());
    }
}
