package splitvisor.benchmarks.lab;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an exception that ended a run says to the author of the code, and which rule it broke.
final class Thrown {

    private static final int LONGEST = 300;
    private static final String GOES_ON = "A host goes on whatever its guest does.";

    /// How the JVM tells that a method gave no object where one was needed; the class without its package.
    private static final Pattern RETURNS_NULL =
            Pattern.compile("because the return value of \"(?:\\w+\\.)*(\\w+\\.\\w+)\\(.*\\)\" is null");

    /// How the JVM tells what an initialiser had failed with, at the second use of the class.
    private static final Pattern AGAIN = Pattern.compile("Exception ([\\w.$]+?)(: (.*?))? \\[in thread .*]");

    /// What the JVM adds of modules and class loaders, with a number that differs from run to run.
    private static final Pattern LOADERS = Pattern.compile(" \\([^()]* in (unnamed )?module .*\\)");

    private Thrown() {}

    /// What was thrown first: the failure of an initialiser comes packed, once or twice.
    static Throwable cause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof LinkageError && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /// In one line.
    static String of(Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            return "a call never returns: it goes on calling itself";
        }
        Throwable cause = cause(thrown);
        String message = message(cause);
        if (isUnwritten(thrown) && !message.isEmpty()) {
            return "not written yet: " + message;
        }
        Matcher again = AGAIN.matcher(message);
        if (cause != thrown && again.matches()) {
            String name = again.group(1).substring(again.group(1).lastIndexOf('.') + 1);
            return uninitialised(name, again.group(3) == null ? "" : again.group(3));
        }
        Matcher returned = returnedNull(thrown);
        if (returned.find()) {
            return returned.group(1) + " returns null, and its caller goes on with the result";
        }
        String name = cause.getClass().getSimpleName();
        return cause != thrown ? uninitialised(name, message) : "it ends in " + name + after(message);
    }

    private static String uninitialised(String name, String message) {
        return "its class cannot be initialised: " + name + after(message);
    }

    private static String after(String message) {
        return message.isEmpty() ? "" : ": " + message;
    }

    private static String message(Throwable thrown) {
        String whole = thrown.getMessage() == null ? "" : thrown.getMessage().lines().findFirst().orElse("");
        String first = LOADERS.matcher(whole).replaceFirst("");
        return first.length() > LONGEST ? first.substring(0, LONGEST) + " …" : first;
    }

    private static Matcher returnedNull(Throwable thrown) {
        return RETURNS_NULL.matcher(thrown instanceof NullPointerException ? message(thrown) : "");
    }

    /// What a starter throws where something is to be written is no mistake.
    private static boolean isUnwritten(Throwable thrown) {
        return thrown instanceof UnsupportedOperationException;
    }

    /// The rule that it broke.
    static String rule(Throwable thrown) {
        return isUnwritten(thrown) ? "A starter throws where something is to be written."
                : cause(thrown) != thrown ? "What a class needs to be there at all is there before any guest is."
                : returnedNull(thrown).find() ? "A method that promises a result has one on every way out." : GOES_ON;
    }
}
