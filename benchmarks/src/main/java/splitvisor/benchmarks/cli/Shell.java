package splitvisor.benchmarks.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;

/// The command line around the commands: parses, runs, and turns every ending into an exit code and at most one line
/// on stderr.
public final class Shell {

    private static final String REPORT =
            "please report it with the command line (SPLITVISOR_DEBUG=1 shows the stack trace)";

    private final CommandLine line;
    private final PrintWriter err;
    private final boolean debug;

    /// A shell with the given commands, each annotated for picocli. `debug` lets a defect show its stack trace.
    public Shell(PrintWriter out, PrintWriter err, boolean debug, Object... commands) {
        this.err = err;
        this.debug = debug;
        line = new CommandLine(new Root());
        for (Object command : commands) {
            line.addSubcommand(command);
        }
        line.registerConverter(Path.class, Shell::path);
        line.setOut(out);
        line.setErr(err);
        line.setUsageHelpWidth(100);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler((e, _) -> usage(e));
        line.setExecutionExceptionHandler((e, command, _) -> failed(e, command));
    }

    /// Runs one command line and returns the exit code.
    public int run(String... args) {
        try {
            return line.execute(args);
        } catch (Error e) {
            return defect(e, line);
        }
    }

    private int usage(ParameterException e) {
        CommandLine command = e.getCommandLine();
        if (command == line) {
            String what = e instanceof UnmatchedArgumentException unmatched
                    ? "unknown command '%s'".formatted(unmatched.getUnmatched().get(0))
                    : sentence(e.getMessage());
            String commands = String.join(", ", line.getSubcommands().keySet());
            return say(ExitCode.USAGE, command, "%s; use one of: %s".formatted(what, commands));
        }
        String name = command.getCommandSpec().qualifiedName();
        return say(ExitCode.USAGE, command, "%s; see '%s --help'".formatted(sentence(e.getMessage()), name));
    }

    private int failed(Exception e, CommandLine command) {
        if (e instanceof Failure failure) {
            return say(failure.code(), command, failure.getMessage());
        }
        Throwable cause = e instanceof UncheckedIOException io ? io.getCause() : e;
        return switch (cause) {
            case Console.UnwritableException console -> say(ExitCode.UNWRITABLE, command, console.getMessage());
            case InvalidPathException path -> say(ExitCode.USAGE, command, invalid(path));
            default -> defect(e, command);
        };
    }

    /// A name with characters that the locale's encoding does not have, or with a NUL.
    private static String invalid(InvalidPathException e) {
        return "'%s' cannot be a file's name in this locale; use LC_ALL=C.UTF-8".formatted(e.getInput());
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(invalid(e));
        }
    }

    private int defect(Throwable e, CommandLine command) {
        if (debug) {
            e.printStackTrace(err);
        }
        String what = e.getMessage() == null ? "" : ": " + e.getMessage();
        return say(
                ExitCode.INTERNAL,
                command,
                "internal error: %s%s; %s".formatted(e.getClass().getSimpleName(), what, REPORT));
    }

    private int say(ExitCode code, CommandLine command, String message) {
        String oneLine = message.strip().replaceAll("\\s*\\R\\s*", " ");
        err.print("%s: %s\n".formatted(command.getCommandSpec().qualifiedName(), oneLine));
        err.flush();
        return code.code();
    }

    /// Picocli's message in the form of ours: lower case, no full stop.
    private static String sentence(String message) {
        String first = message.substring(0, 1).toLowerCase(Locale.ROOT);
        return (first + message.substring(1)).replaceFirst("\\.$", "");
    }
}
