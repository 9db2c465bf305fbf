package splitvisor.benchmarks.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import splitvisor.cpu.sysreg.SaveClass;
import splitvisor.cpu.sysreg.SysReg;

/// The numbers that the book's sentences state about the machine. A number is followed by `<!--= FACT -->`, and FACT is
///
/// - `compare OPERATION HOST FIGURE [OPTION VALUE]...`: a figure of `splitvisor compare --json`
/// - `ratio OPERATION FIGURE [OPTION VALUE]...`: split by VHE, two decimals
/// - `moves CLASS HOST save|restore FIGURE [OPTION VALUE]...`: of the hypercall's table of registers
/// - `step HOST FIGURE STEP`: of the hypercall's table of steps
/// - `count TRACE REGEX`: lines of a page of `docs/traces`
/// - `paper ID, TABLE, ROW, COLUMN`: a number of a paper
/// - `cell PAGE, CELL, ..., COLUMN`: of a table of `docs/tables`
/// - `least PAGE, COLUMN; ...` and `most ...`: the least and the greatest number in these columns of the page's table
/// - `lines CLASS.METHOD`, `class SAVECLASS`, `registers REGEX`: lines of a method; how many registers
final class Facts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Console console;
    private final JavaSources sources;

    Facts(Console console, JavaSources sources) {
        this.console = console;
        this.sources = sources;
    }

    String value(String fact) throws Unquotable {
        String[] head = fact.split(" ", 2);
        List<String> words = Arrays.asList(head[1].split(" "));
        return switch (head[0]) {
            case "compare" -> number(figure(words.get(0), words.get(1), words.get(2), words.subList(3, words.size())));
            case "ratio" -> {
                List<String> options = words.subList(2, words.size());
                long split = figure(words.get(0), "split", words.get(1), options);
                long vhe = figure(words.get(0), "vhe", words.get(1), options);
                yield String.format(Locale.ROOT, "%.2f", (double) split / vhe);
            }
            case "moves" -> number(moves(head[1]));
            case "step" -> number(step(words.get(0), words.get(1), String.join(" ", words.subList(2, words.size()))));
            case "count" -> number(count(words.get(0), head[1].substring(words.get(0).length() + 1)));
            case "cell" -> cell(Arrays.stream(head[1].split(", ")).toList());
            case "least" -> extreme(head[1], false);
            case "most" -> extreme(head[1], true);
            case "paper" -> {
                String[] parts = head[1].split(", ");
                yield PublishedNumbers.value(parts[0], parts[1], parts[2], parts[3]);
            }
            case "lines" -> number(sources.lines(head[1]));
            case "registers" -> number(Arrays.stream(SysReg.values()).filter(r -> r.name().matches(head[1])).count());
            case "class" -> number(SysReg.of(SaveClass.valueOf(head[1])).size());
            default -> throw new Unquotable("there is no kind of fact called " + head[0]);
        };
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private long figure(String operation, String host, String figure, List<String> options) throws Unquotable {
        JsonNode node = compare(operation, options).at("/operations/0/hosts/%s/%s".formatted(host, figure));
        return require(node, operation + " " + host + " " + figure);
    }

    private long moves(String words) throws Unquotable {
        var parts = Pattern.compile("(.+) (split|vhe) (save|restore) (cycles|moves)(.*)").matcher(words);
        if (!parts.matches()) {
            throw new Unquotable("not CLASS HOST save|restore cycles|moves: " + words);
        }
        List<String> options = parts.group(5).isBlank() ? List.of() : List.of(parts.group(5).strip().split(" "));
        for (JsonNode row : compare("hyp_call", options).at("/breakdowns/0/hosts/" + parts.group(2))) {
            if (row.get("registers").asText().equals(parts.group(1))) {
                return require(row.at("/" + parts.group(3) + "/" + parts.group(4)), words);
            }
        }
        throw new Unquotable("there are no registers called " + parts.group(1));
    }

    private long step(String host, String figure, String name) throws Unquotable {
        for (JsonNode step : compare("hyp_call", List.of()).at("/switches/0/hosts/" + host)) {
            if (step.get("step").asText().equals(name)) {
                return require(step.at("/" + figure), host + " " + figure + " " + name);
            }
        }
        throw new Unquotable("there is no step '%s' in host %s".formatted(name, host));
    }

    private JsonNode compare(String operation, List<String> options) throws Unquotable {
        String more = options.isEmpty() ? "" : " " + String.join(" ", options);
        try {
            return JSON.readTree(console.run("./splitvisor compare --bench %s%s --json -".formatted(operation, more)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long require(JsonNode node, String what) throws Unquotable {
        if (!node.isNumber()) {
            throw new Unquotable("splitvisor compare has no figure " + what);
        }
        return node.asLong();
    }

    private static long count(String trace, String regex) throws Unquotable {
        Pattern pattern = Pattern.compile(regex);
        try {
            long lines = Files.readAllLines(Path.of("..", "docs", "traces", trace)).stream()
                    .filter(line -> pattern.matcher(line).find())
                    .count();
            if (lines == 0) {
                throw new Unquotable("no line of docs/traces/%s matches %s".formatted(trace, regex));
            }
            return lines;
        } catch (IOException e) {
            throw new Unquotable("there is no docs/traces/" + trace);
        }
    }

    private static String extreme(String words, boolean most) throws Unquotable {
        String[] parts = words.split(", ", 2);
        List<String> numbers = new ArrayList<>();
        for (String column : parts[1].split("; ")) {
            numbers.addAll(DocTable.of(parts[0]).column(column));
        }
        Comparator<String> bySize = Comparator.comparing(number -> new BigDecimal(number.replace(",", "")));
        return most ? Collections.max(numbers, bySize) : Collections.min(numbers, bySize);
    }

    private static String cell(List<String> words) throws Unquotable {
        return DocTable.of(words.getFirst()).cell(words.subList(1, words.size() - 1), words.getLast());
    }
}
