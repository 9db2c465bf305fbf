package splitvisor.benchmarks.book;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import splitvisor.benchmarks.cli.Main;

/// A shell that knows one program, ours, in this process, and few filters: what the book's console blocks are executed
/// in. `./splitvisor ARGS [| FILTER]...`; files that it writes go to a scratch folder.
final class Console {

    private static final String PROGRAM = "./splitvisor";
    private static final List<String> OUTPUTS = List.of("--html", "--chrome", "--kvm", "--text", "--json", "--out");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private final Path scratch;
    private final Map<String, String> printed = new HashMap<>();

    Console(Path scratch) {
        this.scratch = scratch;
    }

    /// What the command line prints. The program ends well, or the line is wrong.
    String run(String line) throws Unquotable {
        List<String> pipe = List.of(line.split(" \\| "));
        String command = pipe.getFirst();
        if (!command.startsWith(PROGRAM + " ")) {
            throw new Unquotable("'%s': the book's console knows %s only".formatted(command, PROGRAM));
        }
        String output = printed.get(command);
        if (output == null) {
            output = execute(command);
            printed.put(command, output);
        }
        for (String filter : pipe.subList(1, pipe.size())) {
            output = Filter.of(words(filter)).apply(output);
        }
        return output;
    }

    private String execute(String command) throws Unquotable {
        List<String> arguments = words(command.substring(PROGRAM.length()));
        for (int i = 1; i < arguments.size(); i++) {
            String value = arguments.get(i);
            if (OUTPUTS.contains(arguments.get(i - 1)) && !value.equals("-")) {
                arguments.set(i, scratch.resolve(value).toString());
            } else if (arguments.get(i - 1).equals("--guest")) {
                arguments.set(i, Book.ROOT.resolve(value).toString());
            }
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.shell(new PrintWriter(out), new PrintWriter(err), false).run(arguments.toArray(String[]::new));
        if (code != 0) {
            throw new Unquotable("'%s' ends with exit code %d: %s".formatted(command, code, err));
        }
        return out.toString();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        return words;
    }
}
