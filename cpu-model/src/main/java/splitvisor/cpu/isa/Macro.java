package splitvisor.cpu.isa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A `.macro`: statements with `\name` where arguments go and `\@` for a number of its own per use.
record Macro(String name, List<String> parameters, List<String> defaults, List<Statement> body) {

    /// Reads `name p1, p2=default`.
    static Macro read(Source in, List<Statement> body) {
        String name = in.word().toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            throw in.mismatch("expected the macro's name");
        }
        List<String> parameters = new ArrayList<>();
        List<String> defaults = new ArrayList<>();
        in.accept(',');
        while (!in.atEnd()) {
            parameters.add(in.word());
            in.accept(":req");
            defaults.add(in.accept('=') ? in.word() : "");
            if (!in.accept(',') && !in.atEnd() && in.peekWord().isEmpty()) {
                throw in.mismatch("expected a parameter" + in.found());
            }
        }
        return new Macro(name, parameters, defaults, List.copyOf(body));
    }

    /// Splits the rest of a statement at the commas outside brackets and strings.
    static List<String> arguments(Source in) {
        String text = in.rest();
        in.back(in.position() + text.length());
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            quoted ^= c == '"';
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (i == text.length() || c == ',' && depth == 0 && !quoted) {
                arguments.add(unquoted(text.substring(start, i).strip()));
                start = i + 1;
            }
        }
        if (arguments.size() == 1 && arguments.getFirst().isEmpty()) {
            arguments.clear();
        }
        return arguments;
    }

    /// A quoted argument stands for what is between the quotes.
    private static String unquoted(String argument) {
        boolean quoted = argument.length() > 1 && argument.startsWith("\"") && argument.endsWith("\"");
        return quoted ? argument.substring(1, argument.length() - 1) : argument;
    }

    /// The body with `arguments` in the place of the parameters.
    List<Statement> expand(List<String> arguments, int number) {
        List<Statement> expanded = new ArrayList<>();
        for (Statement statement : body) {
            String text = statement.text().replace("\\@", Integer.toString(number));
            for (int i = 0; i < parameters.size(); i++) {
                boolean given = i < arguments.size() && !arguments.get(i).isEmpty();
                String argument = given ? arguments.get(i) : defaults.get(i);
                text = text.replaceAll("\\\\" + parameters.get(i) + "\\b",
                        java.util.regex.Matcher.quoteReplacement(argument));
            }
            text = text.replace("\\()", "");
            expanded.addAll(Statement.split(text, statement.line()).stream()
                    .map(s -> new Statement(s.text(), s.line(), s.column() + statement.column() - 1))
                    .toList());
        }
        return expanded;
    }
}
