package splitvisor.benchmarks.book;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The filters that a console block of the book may use: `head -n N`, `tail -n N`, `cut -c A-B`,
/// `grep [-v] [-c] [-E] [--] REGEX`, `sed -n 'A,Bp'` with line numbers or /regexes/.
interface Filter {

    Pattern RANGE = Pattern.compile("(\\d+|/.*?/),(\\d+|/.*/)p");

    Stream<String> lines(List<String> input);

    default String apply(String text) {
        StringBuilder all = new StringBuilder();
        lines(text.lines().toList()).forEach(line -> all.append(line).append('\n'));
        return all.toString();
    }

    static Filter of(List<String> words) throws Unquotable {
        String name = words.getFirst();
        String last = words.getLast();
        return switch (name + " " + words.get(1)) {
            case "head -n" -> input -> input.stream().limit(Long.parseLong(last));
            case "tail -n" -> input -> input.stream().skip(Math.max(0, input.size() - Long.parseLong(last)));
            case "cut -c" -> cut(last.split("-"));
            case "sed -n" -> range(last);
            default -> {
                if (!name.equals("grep")) {
                    throw new Unquotable("the book's console knows no " + name + " " + words.get(1));
                }
                yield grep(words);
            }
        };
    }

    private static Filter cut(String[] columns) {
        int from = Integer.parseInt(columns[0]) - 1;
        int to = Integer.parseInt(columns[1]);
        return input -> input.stream()
                .map(line -> line.substring(Math.min(from, line.length()), Math.min(to, line.length())));
    }

    private static Filter grep(List<String> words) {
        Pattern pattern = Pattern.compile(words.getLast());
        boolean without = words.contains("-v");
        return input -> {
            List<String> hits = input.stream().filter(line -> pattern.matcher(line).find() != without).toList();
            return words.contains("-c") ? Stream.of(Integer.toString(hits.size())) : hits.stream();
        };
    }

    private static Filter range(String script) throws Unquotable {
        var range = RANGE.matcher(script);
        if (!range.matches()) {
            throw new Unquotable("the book's console knows no sed -n '%s'".formatted(script));
        }
        return input -> {
            int from = indexOf(range.group(1), input, 0);
            int to = indexOf(range.group(2), input, from + 1);
            return input.subList(Math.min(from, input.size()), Math.min(to + 1, input.size())).stream();
        };
    }

    private static int indexOf(String address, List<String> input, int from) {
        if (!address.startsWith("/")) {
            return Integer.parseInt(address) - 1;
        }
        Pattern pattern = Pattern.compile(address.substring(1, address.length() - 1));
        int at = from;
        while (at < input.size() && !pattern.matcher(input.get(at)).find()) {
            at++;
        }
        return at;
    }
}
